using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The community offender managers of the actor's place who have been over 110% of capacity for four weeks.</summary>
public sealed class OverloadedStaff(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Weeks">The last four, the latest first.</param>
    public sealed record Row(StaffId Staff, string Name, IReadOnlyList<WorkloadWeek> Weeks);

    /// <returns>Who carries most first.</returns>
    public async Task<IReadOnlyList<Row>> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var since = WorkloadWeeks.Of(today).AddDays(-7 * WorkloadWeeks.Weeks);
        var over = await db.WorkloadWeeks.Where(w => w.Week >= since && w.Percent > WorkloadWeeks.TooMuch).Select(w => w.Staff).Distinct().ToListAsync(stop);
        var members = (await db.Staff.Where(s => s.Role == Role.Com && over.Contains(s.Id)).ToListAsync(stop)).Where(s => WorkloadOf.Manages(actor, s.Place)).ToDictionary(s => s.Id);
        var asked = members.Keys.ToList();
        var weeks = await db.WorkloadWeeks.Where(w => w.Week >= since && asked.Contains(w.Staff)).ToListAsync(stop);
        return
        [
            .. weeks.GroupBy(w => w.Staff).Where(g => WorkloadWeeks.IsTooLong([.. g], today))
                .Select(g => new Row(g.Key, PomSpells.LastFirst(members[g.Key].Name), [.. g.OrderByDescending(w => w.Week).Take(WorkloadWeeks.Weeks)]))
                .OrderByDescending(row => row.Weeks[0].Percent).ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
    }
}
