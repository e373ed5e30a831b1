using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>Deferrals that wait for the actor's decision, and those that the actor asked for.</summary>
public sealed class DeferralsWaiting(ThroughcareDb db, AccessPolicy access)
{
    /// <summary>Of one's own, so many are listed, the latest first.</summary>
    public const int MostOwn = 50;

    /// <param name="ItemId"><see langword="null"/> where the item is no longer kept.</param>
    public sealed record Row(
        Deferral Deferral, string Address, string LastCommaFirst, string Title, string Reason, string By, string? DecidedBy, string Approver, DueItemId? ItemId);

    public sealed record Page(IReadOnlyList<Row> ToDecide, IReadOnlyList<Row> Own);

    public async Task<Page> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var decide = await ToDecide(actor).OrderBy(d => d.ValidFrom).ThenBy(d => d.Id).Take(Counting.Most).ToListAsync(stop);
        var people = access.People(actor, Verb.ReadDueItems);
        var own = await db.Deferrals.Current().Where(d => d.RequestedBy == actor.StaffId && people.Contains(d.PersonId))
            .OrderByDescending(d => d.ValidFrom).ThenByDescending(d => d.Id).Take(MostOwn).ToListAsync(stop);

        List<Deferral> all = [.. decide, .. own];
        var names = await PeopleNames.OfAsync(db, [.. all.Select(d => d.PersonId).Distinct()], stop);
        var staff = await StaffNames.OfAsync(db, all.SelectMany(d => new[] { d.RequestedBy, d.DecidedBy }).OfType<StaffId>(), stop);
        var (keys, whose) = (all.Select(d => d.ItemKey).Distinct().ToList(), all.Select(d => d.PersonId).Distinct().ToList());
        var items = (await db.DueItems.Where(i => i.ReplacedAt == null && whose.Contains(i.PersonId) && keys.Contains(i.Key)).ToListAsync(stop))
            .Where(i => i.IsSeenBy(actor)).ToDictionary(i => (i.PersonId, i.Key), i => i.Id);
        return new([.. decide.Select(Of)], [.. own.Select(Of)]);

        Row Of(Deferral d) => new(
            d, names[d.PersonId].Address, names[d.PersonId].LastCommaFirst, StandardNames.TitleOf(d.Rule), DeferralReasons.Find(d.Reason)?.Description ?? d.Reason,
            staff[d.RequestedBy], d.DecidedBy is { } by ? staff[by] : null, DeferralReasons.Find(d.Reason) is { } reason ? Roles.Of(reason.Approver).Name : "",
            items.TryGetValue((d.PersonId, d.ItemKey), out var id) ? id : null);
    }

    /// <summary>How many wait for the actor, up to <see cref="Counting.Most"/> and one; <see langword="null"/> for somebody who decides none.</summary>
    public async Task<int?> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Decides(actor).Count == 0 ? null : await ToDecide(actor).CountUpToAsync(stop);
    }

    /// <summary>Codes of the reasons that the actor decides about.</summary>
    private static List<string> Decides(Actor actor)
    {
        var roles = DueAccess.RolesOf(actor);
        return actor.Has(DecideDeferral.VerbOf(actor)) ? [.. DeferralRules.Choices.Where(reason => roles.Contains(reason.Approver)).Select(reason => reason.Code)] : [];
    }

    private IQueryable<Deferral> ToDecide(Actor actor)
    {
        var (reasons, staff) = (Decides(actor), actor.StaffId);
        var people = access.People(actor, DecideDeferral.VerbOf(actor));
        return db.Deferrals.Current().Where(d =>
            d.State == DeferralState.Requested && reasons.Contains(d.Reason) && d.RequestedBy != staff && people.Contains(d.PersonId));
    }
}
