using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Takes back what one asked for oneself, before it is decided.</summary>
public sealed class WithdrawDeferral(ThroughcareDb db, Recorder recorder)
{
    public sealed record Request(PersonId PersonId, FactId DeferralId);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.DeferDueItem, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var asked = await db.Deferrals.Current().SingleOrDefaultAsync(d => d.Id == request.DeferralId && records.Contains(d.PersonId), stop);
            return Decide(asked, request, entry);
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(Deferral? asked, Request request, Entry entry)
    {
        if (asked is null)
        {
            return Refusals.NotFound;
        }

        if (asked.RequestedBy != entry.By)
        {
            return new Refusal("", "Only who asked for a deferral can take it back");
        }

        if (asked.State is DeferralState.Withdrawn)
        {
            return AlreadyDone.With(request.PersonId, asked.Id);
        }

        if (asked.State is not DeferralState.Requested)
        {
            return new Refusal("", "This deferral has been decided already");
        }

        return new Change<FactId>(
            asked.Id, new DeferralWithdrawn(request.PersonId, asked.Id, asked.Rule.ToString()), new Write(asked, asked.Next(entry) with { State = DeferralState.Withdrawn }));
    }
}
