using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Every version of a person's allocation, the first first.</summary>
public sealed class AllocationHistory(ThroughcareDb db)
{
    /// <param name="By">Who did it.</param>
    public sealed record Line(AllocationRecord Record, string By);

    public async Task<IReadOnlyList<Line>> OfAsync(PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        var versions = (await db.AllocationRecords.Where(a => records.Contains(a.PersonId) && !a.Withdrawn).ToListAsync(stop)).OrderBy(a => a.Recorded.At).ThenBy(a => a.Version).ToList();
        var names = await StaffNames.OfAsync(db, versions.Select(a => a.Recorded.By), stop);
        return [.. versions.Select(a => new Line(a, names[a.Recorded.By]))];
    }
}
