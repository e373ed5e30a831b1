using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>What rows of the list come to on the records of those whom they mean. Call it under their locks.</summary>
public static class PpoRecording
{
    /// <param name="rows">Rows of people who are known.</param>
    /// <returns>The writes, each with its person; none for what the record says already.</returns>
    public static async Task<IReadOnlyList<(PersonId Person, string What, Write Write)>> WritesAsync(
        ThroughcareDb db, IReadOnlyCollection<PpoListing> rows, DateOnly day, Entry entry, Func<FactId> newId, CancellationToken stop)
    {
        PersonId[] people = [.. rows.Select(r => r.PersonId).OfType<PersonId>().Distinct()];
        var nominations = (await db.PpoNominations.Current().Where(n => people.Contains(n.PersonId)).ToListAsync(stop)).ToLookup(n => n.PersonId);
        var alerts = (await db.Alerts.Current().Where(a => people.Contains(a.PersonId) && (a.Code == PpoAlerts.Ppo || a.Code == PpoAlerts.Iom)).ToListAsync(stop)).ToLookup(a => a.PersonId);
        List<(PersonId, string, Write)> writes = [];
        foreach (var person in rows.Where(r => r.PersonId is not null).GroupBy(r => r.PersonId!.Value))
        {
            var after = nominations[person.Key].ToDictionary(n => n.SourceId!);
            var isChanged = false;
            foreach (var row in person)
            {
                if (PpoNominations.Decide(after.GetValueOrDefault(row.Key), row, day, entry, newId) is { } write)
                {
                    after[row.Key] = (PpoNomination)write.After;
                    writes.Add((person.Key, "PPO nomination", write));
                    isChanged = true;
                }
            }

            if (isChanged)
            {
                writes.AddRange(PpoAlerts.Decide(after.Values, [.. alerts[person.Key]], person.Key, day, entry, newId).Select(w => (person.Key, "Alerts", w)));
            }
        }

        return writes;
    }
}
