using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Takes a request for a record one step on: identity checked, extended, to review, approved, sent back, sent or refused.</summary>
public sealed class MoveSubjectAccess(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Note">How, or why.</param>
    public sealed record Request(PersonId PersonId, FactId Id, int MadeFrom, SubjectAccessStep Step, string? Note);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync<FactId>(request.PersonId, Verb.ExportSubjectAccess, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await SubjectAccessFinding.OfAsync(db, records, request.Id, stop) is not { } running)
            {
                return Refusals.NotFound;
            }

            if (running.Version != request.MadeFrom)
            {
                return new Outcome<Change<FactId>>.Conflict(running);
            }

            return running.Take(request.Step, request.Note, await SubjectAccessFinding.WaitingAsync(db, running.Id, stop), entry) switch
            {
                Outcome<SubjectAccessRequest>.Done { Value: var next } =>
                    new Change<FactId>(next.Id, new SubjectAccessMoved(next.PersonId, next.Id, next.State), new Write(running, next)),
                Outcome<SubjectAccessRequest>.Refused no => new Outcome<Change<FactId>>.Refused(no.Why),
                _ => throw new InvalidOperationException(),
            };
        }, stop);
}
