using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>The reason that somebody on the list of a limited record gives before it opens to them: once a session, kept with the look.</summary>
/// <remarks>What was given is read from the looks themselves, so nothing else has to remember it.</remarks>
public sealed class LimitedOpening(ThroughcareDb db, AuditDb audit, LookWriter looks, TimeProvider clock)
{
    /// <summary>What the look that holds a reason was at.</summary>
    public const string What = "/people/{person}/open-limited";

    /// <param name="SignedInAt">When the session began: reasons of earlier sessions do not count.</param>
    public sealed record Request(PersonId PersonId, string? Reason, DateTimeOffset SignedInAt);

    /// <summary>Whether the actor still has to say why. Asks nothing about whether they may see the record; whoever opened it by
    /// break-glass has given a reason already.</summary>
    public async Task<bool> IsReasonNeededAsync(PersonId person, Actor actor, DateTimeOffset signedInAt, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var (staff, today) = (actor.StaffId, clock.GetUtcNow().LondonDate);
        var open = db.Restrictions.Current().TrueOn(today)
            .Where(r => db.Listings.Current().TrueOn(today).Any(l => l.PersonId == r.PersonId && l.StaffId == staff && l.Kind == ListingKind.Allowed));
        var isListed = await MergedRecords.Survivors(db, open.Select(r => r.PersonId)).ContainsAsync(person, stop);
        return isListed && !await audit.Looks.AnyAsync(l => l.PersonId == person && l.StaffId == staff && l.At >= signedInAt && l.What == What && l.Purpose != null, stop);
    }

    /// <summary>What is wrong with a reason.</summary>
    /// <returns><see langword="null"/> where nothing is.</returns>
    public static Refusal? ReasonProblem(string? reason) => ReasonRule.TooShort(nameof(Request.Reason), reason);

    /// <summary>Keeps the reason; the record is open to the actor from then on, until the session ends.</summary>
    /// <exception cref="DbUpdateException">It could not be written: the record stays closed.</exception>
    public async Task<Outcome<PersonId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            return new Outcome<PersonId>.Refused([tooShort]);
        }

        if (await IsReasonNeededAsync(request.PersonId, actor, request.SignedInAt, stop))
        {
            await looks.WriteAsync(looks.Make(actor, What, request.PersonId) with { Purpose = request.Reason!.Trim() });
        }

        return new Outcome<PersonId>.Done(request.PersonId);
    }
}
