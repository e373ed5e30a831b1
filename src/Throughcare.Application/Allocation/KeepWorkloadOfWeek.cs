using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Keeps once a week how full the workload of every community offender manager is, for what has been too much for too long.</summary>
public sealed class KeepWorkloadOfWeek(ThroughcareDb db, WorkloadOf workload, TimeProvider clock)
{
    /// <summary>Weeks after which a figure is deleted.</summary>
    public const int KeptWeeks = 26;

    /// <summary>Staff who are looked at together.</summary>
    private const int Together = 25;

    /// <returns>Of how many it was kept; nobody whose week is kept already.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var week = WorkloadWeeks.Of(clock.GetUtcNow().LondonDate);
        var oldest = week.AddDays(-7 * KeptWeeks);
        await db.WorkloadWeeks.Where(w => w.Week < oldest).ExecuteDeleteAsync(stop);
        var staff = await db.Staff.Where(s => s.Role == Role.Com && !db.WorkloadWeeks.Any(w => w.Staff == s.Id && w.Week == week)).OrderBy(s => s.Id).ToListAsync(stop);
        foreach (var some in staff.Chunk(Together))
        {
            db.AddRange((await workload.OfAsync(some, stop)).Select(one => new WorkloadWeek
            {
                Staff = one.Staff,
                Week = week,
                Points = one.Total.Points,
                Available = one.Available,
                Percent = one.Capacity.Percent,
            }));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }

        return staff.Count;
    }
}
