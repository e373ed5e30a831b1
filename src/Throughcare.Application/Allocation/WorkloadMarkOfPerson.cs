using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>What was said about how much a case counts in a workload.</summary>
public sealed class WorkloadMarkOfPerson(ThroughcareDb db)
{
    /// <param name="By">Who said it.</param>
    public sealed record Said(WorkloadMark Mark, string By);

    /// <returns><see langword="null"/> where nothing was said, and the case counts as its tier says.</returns>
    public async Task<Said?> OfAsync(PersonId person, CancellationToken stop) => await RunningAsync(db, person, stop) is { } mark
        ? new(mark, (await StaffNames.OfAsync(db, [mark.Recorded.By], stop))[mark.Recorded.By]) : null;

    internal static async Task<WorkloadMark?> RunningAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return await db.WorkloadMarks.Current().Where(m => records.Contains(m.PersonId) && m.ValidTo == null && !m.Withdrawn).OrderByDescending(m => m.ValidFrom).FirstOrDefaultAsync(stop);
    }
}
