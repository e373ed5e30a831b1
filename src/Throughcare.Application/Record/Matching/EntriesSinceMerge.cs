using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>What was written to a record after another was merged into it: to be offered, entry by entry, when the merge is undone.</summary>
internal static class EntriesSinceMerge
{
    /// <summary>The current versions of facts of this record whose first version was written after an instant; in the order in which
    /// they were first written.</summary>
    public static async Task<IReadOnlyList<FactVersion>> OfAsync(ThroughcareDb db, PersonId record, DateTimeOffset mergedAt, CancellationToken stop)
    {
        List<FactVersion> found = [];
        foreach (var type in Merging.FactTypes(db))
        {
            found.AddRange(await (Task<IReadOnlyList<FactVersion>>)Since.MakeGenericMethod(type).Invoke(null, [db, record, mergedAt, stop])!);
        }

        return [.. found.OrderBy(f => f.Recorded.At).ThenBy(f => f.Id.Value)];
    }

    private static MethodInfo Since { get; } = typeof(EntriesSinceMerge).GetMethod(nameof(SinceAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task<IReadOnlyList<FactVersion>> SinceAsync<T>(ThroughcareDb db, PersonId record, DateTimeOffset mergedAt, CancellationToken stop)
        where T : FactVersion
    {
        var fresh = db.Set<T>().Where(f => f.PersonId == record && f.Version == 1 && f.Recorded.At > mergedAt).Select(f => f.Id);
        return await db.Set<T>().Current().Where(f => f.PersonId == record && fresh.Contains(f.Id)).ToListAsync(stop);
    }
}
