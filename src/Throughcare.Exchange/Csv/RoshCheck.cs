using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Csv;

/// <summary>Raises and settles what sources disagree about: the level of risk of serious harm.</summary>
internal static class RoshCheck
{
    /// <summary>What events call it.</summary>
    public const string What = "Sources disagree";

    /// <param name="people">On record and locked.</param>
    /// <param name="writes">With what the list writes of them.</param>
    public static async Task PutAsync(RowBatch batch, IReadOnlyCollection<PersonId> people, PersonWrites writes, CancellationToken stop)
    {
        foreach (var (person, item) in await ItemsAsync(batch, people, writes.All, stop))
        {
            writes.Put(person, What, item);
        }
    }

    /// <param name="people">On record and locked.</param>
    /// <param name="written">What the file writes of each.</param>
    public static async Task<IReadOnlyList<(PersonId Person, Write Item)>> ItemsAsync(
        RowBatch batch, IReadOnlyCollection<PersonId> people, Func<PersonId, IEnumerable<FactVersion>> written, CancellationToken stop)
    {
        var (db, ids) = (batch.Db, people.ToArray());
        if (ids.Length == 0)
        {
            return [];
        }

        List<(PersonId, Write)> raised = [];
        var summaries = (await db.AssessmentSummaries.Current().Where(a => ids.Contains(a.PersonId)).ToListAsync(stop)).ToLookup(a => a.PersonId);
        var recorded = (await db.RoshRecords.Current().Where(r => ids.Contains(r.PersonId) && r.ValidTo == null).ToListAsync(stop)).ToLookup(r => r.PersonId);
        var items = (await db.DataQuality.Current().Where(i => ids.Contains(i.PersonId) && i.Kind == DataQualityKind.SourceDisagreement).ToListAsync(stop)).ToLookup(i => i.PersonId);
        var owners = await RecordOwners.OfAsync(db, people, stop);
        foreach (var person in ids)
        {
            var said = RoshSources.Of(After(summaries[person], person), After(recorded[person], person).Where(r => r.ValidTo is null));
            if (RoshSources.Item(said, items[person], person, owners[person], batch.Day, batch.Entry, batch.NewId) is { } item)
            {
                raised.Add((person, item));
            }
        }

        return raised;

        IEnumerable<T> After<T>(IEnumerable<T> before, PersonId person)
            where T : FactVersion
        {
            var now = written(person).OfType<T>().ToList();
            return now.Concat(before.Where(s => !now.Exists(w => w.Id == s.Id))).Where(s => !s.Withdrawn);
        }
    }
}
