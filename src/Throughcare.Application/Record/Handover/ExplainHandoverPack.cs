using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>Adds the sender's message and reasons to a pack that was made at the movement, within two working days.</summary>
public sealed class ExplainHandoverPack(ThroughcareDb db, Recorder recorder, AccessPolicy access)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    public sealed record Request(PersonId PersonId, FactId Id, int MadeFrom, string? Reason, bool? IsConsistentWithPlan, string? Message);

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var verb = await PackVerbs.OfAsync(access, request.PersonId, actor, stop);
        return await recorder.WriteAsync<FactId>(request.PersonId, verb, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await db.HandoverPacks.Current().SingleOrDefaultAsync(p => records.Contains(p.PersonId) && p.Id == request.Id, stop) is not { } running)
            {
                return Refusals.NotFound;
            }

            if (running.Version != request.MadeFrom)
            {
                return new Outcome<Change<FactId>>.Conflict(running);
            }

            if (running.From != actor.Place)
            {
                return new Refusal("", "Only the place that sends the person can add a message");
            }

            return running.Say(request.Message, request.Reason, request.IsConsistentWithPlan, entry) switch
            {
                Outcome<HandoverPack>.Done { Value: var next } => new Change<FactId>(next.Id, new HandoverPackExplained(next.PersonId, next.Id), new Write(running, next)),
                Outcome<HandoverPack>.Refused no => new Outcome<Change<FactId>>.Refused(no.Why),
                _ => throw new InvalidOperationException(),
            };
        }, stop);
    }
}
