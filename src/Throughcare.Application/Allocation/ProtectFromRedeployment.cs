using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says whether the staff of a prison's offender management unit are protected from other duties.</summary>
public sealed class ProtectFromRedeployment(ThroughcareDb db, TimeProvider clock)
{
    public async Task<Outcome<bool>> DoAsync(bool isProtected, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var place = actor.Place;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.PrisonSettings.Where(s => s.Place == place).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.IsProtectedFromRedeployment, isProtected).SetProperty(s => s.RecordedAt, now).SetProperty(s => s.RecordedBy, actor.StaffId), stop) == 0)
        {
            db.Add(new PrisonSetting { Place = place, IsProtectedFromRedeployment = isProtected, RecordedAt = now, RecordedBy = actor.StaffId });
            await db.SaveChangesAsync(stop);
        }

        await transaction.CommitAsync(stop);
        return isProtected;
    }
}
