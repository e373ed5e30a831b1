using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>One key worker of the prison at which the actor works.</summary>
public sealed class KeyWorkerOfPrison(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Version">Of what was set; 0 where nothing was.</param>
    /// <param name="ReturnsOn">While they are away.</param>
    public sealed record One(KeyWorkerCandidate Worker, int Version, DateOnly? ReturnsOn);

    /// <returns><see langword="null"/> for somebody who is no key worker there.</returns>
    public async Task<One?> OfAsync(StaffId staff, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var (place, today) = (actor.Place, clock.GetUtcNow().LondonDate);
        var setting = await db.KeyWorkerSettings.SingleOrDefaultAsync(s => s.Staff == staff && s.Place == place && s.ReplacedAt == null, stop);
        return (await KeyWorkers.OfAsync(db, place, today, stop)).Find(w => w.Id == staff) is { } worker ? new(worker, setting?.Version ?? 0, setting?.ReturnsOn > today ? setting.ReturnsOn : null) : null;
    }
}
