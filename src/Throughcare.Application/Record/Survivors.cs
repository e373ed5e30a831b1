using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Whose record is written to: that of a merged person is the survivor's.</summary>
public static class Survivors
{
    /// <returns>Those of the people asked about whose record was merged into another, with the record that survived.</returns>
    public static async Task<IReadOnlyDictionary<PersonId, PersonId>> OfAsync(ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var ask = people.ToList();
        var merged = await db.People.Where(p => EF.Parameter(ask).Contains(p.Id) && p.SurvivorId != null).Select(p => p.Id).ToListAsync(stop);
        return merged.Count == 0
            ? new Dictionary<PersonId, PersonId>()
            : (await MergedRecords.OfAsync(db, merged, stop)).ToDictionary(pair => pair.Key, pair => pair.Value[0]);
    }
}
