using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Lets a family of standards bind a case again.</summary>
public sealed class EndExemption(ThroughcareDb db, Recorder recorder)
{
    public sealed record Request(PersonId PersonId, FactId ExemptionId);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.ExemptDueItem, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.StandardExemptions.Current().SingleOrDefaultAsync(e => e.Id == request.ExemptionId && records.Contains(e.PersonId), stop);
            return Decide(running, request, entry);
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(StandardExemption? running, Request request, Entry entry)
    {
        if (running is null)
        {
            return Refusals.NotFound;
        }

        if (running.ValidTo is not null)
        {
            return AlreadyDone.With(request.PersonId, running.Id);
        }

        return new Change<FactId>(
            running.Id, new ExemptionEnded(request.PersonId, running.Id, running.Family), new Write(running, running.EndedOn(entry.At.LondonDate, entry)));
    }
}
