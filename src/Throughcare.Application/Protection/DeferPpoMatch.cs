using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>Puts off saying who a row of the list means, until a day: it leaves the queue and comes back then.</summary>
public sealed class DeferPpoMatch(ThroughcareDb db, PpoMatchList matches, TimeProvider clock)
{
    /// <param name="Force">Home Office code of the force.</param>
    /// <param name="Until">The day on which it comes back: after today and at most <see cref="DecideMatch.MaxDeferMonths"/> months from it.</param>
    /// <param name="Reason">20 characters or more.</param>
    public sealed record Request(string Force, string Reference, DateOnly? Until, string? Reason);

    /// <returns>The day on which it comes back.</returns>
    public async Task<Outcome<DateOnly>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.DecideMatch) || await matches.OneAsync(request.Force, request.Reference, actor, stop) is not { } item)
        {
            return Refusals.NotFound;
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        if (Check(request, now.LondonDate) is { Count: > 0 } wrong)
        {
            return new Outcome<DateOnly>.Refused(wrong);
        }

        var (row, until, reason) = (item.Listing, request.Until!.Value, request.Reason!.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var put = await db.PpoCandidates.Where(c => c.ForceCode == row.ForceCode && c.ListRef == row.ListRef && !c.IsRefused).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.DeferredUntil, until).SetProperty(c => c.DeferReason, reason)
            .SetProperty(c => c.DecidedBy, actor.StaffId).SetProperty(c => c.DecidedAt, now), stop);
        if (put == 0 && row.PersonId is { } linked)   // a rule linked the person: nobody had to be offered
        {
            db.Add(new PpoCandidate
            {
                ForceCode = row.ForceCode,
                ListRef = row.ListRef,
                PersonId = linked,
                Because = PpoMatching.SameNameAndBirth,
                DeferredUntil = until,
                DeferReason = reason,
                DecidedBy = actor.StaffId,
                DecidedAt = now,
            });
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(stop);
        return until;
    }

    private static List<Refusal> Check(Request request, DateOnly today)
    {
        List<Refusal> wrong = [];
        var last = today.AddMonths(DecideMatch.MaxDeferMonths);
        if (request.Until is not { } until)
        {
            wrong.Add(new(nameof(request.Until), "Enter the date to look at it again"));
        }
        else if (until <= today || until > last)
        {
            wrong.Add(new(nameof(request.Until), $"Date to look at it again must be after today and on or before {Words.LongDate(last)}"));
        }

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            wrong.Add(tooShort);
        }

        return wrong;
    }
}
