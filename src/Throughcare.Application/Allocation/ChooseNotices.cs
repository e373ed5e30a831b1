using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>What kinds of notices somebody wants, of those that nobody has to be given.</summary>
public sealed class ChooseNotices(ThroughcareDb db, TimeProvider clock)
{
    public sealed record Row(NoticeKind Kind, bool IsTold);

    /// <summary>The kinds that the actor could be given, with what they chose; told where they chose nothing.</summary>
    public async Task<IReadOnlyList<Row>> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var me = actor.StaffId;
        var chosen = await db.NoticeChoices.Where(c => c.Staff == me).ToDictionaryAsync(c => c.Code, c => c.IsTold, stop);
        return [.. KindsOf(actor).Select(kind => new Row(kind, chosen.GetValueOrDefault(kind.Code, true)))];
    }

    /// <param name="told">Codes of those that the actor wants; every other one of theirs is not given any more.</param>
    /// <returns>How many kinds they are told of.</returns>
    public async Task<Outcome<int>> DoAsync(IReadOnlyCollection<string> told, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(actor);

        var (me, now) = (actor.StaffId, clock.GetUtcNow().ToMicrosecond());
        var kinds = KindsOf(actor).ToList();
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var kind in kinds)
        {
            var isTold = told.Contains(kind.Code);
            var changed = await db.NoticeChoices.Where(c => c.Staff == me && c.Code == kind.Code)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsTold, isTold).SetProperty(c => c.RecordedAt, now), stop);
            if (changed == 0)
            {
                db.Add(new NoticeChoice { Staff = me, Code = kind.Code, IsTold = isTold, RecordedAt = now });
            }
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return kinds.Count(kind => told.Contains(kind.Code));
    }

    private static IEnumerable<NoticeKind> KindsOf(Actor actor) => NoticeKinds.Optional.Where(kind => !kind.IsForPoms || actor.Role is Role.Pom);
}
