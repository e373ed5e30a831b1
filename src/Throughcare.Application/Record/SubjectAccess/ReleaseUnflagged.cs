using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Gives all texts in which nothing hints at somebody else and that wait to be read: one person answers for having read them.</summary>
public sealed class ReleaseUnflagged(ThroughcareDb db, Recorder recorder)
{
    /// <param name="HasRead">They say that they have read them.</param>
    public sealed record Request(PersonId PersonId, FactId RequestId, bool HasRead);

    /// <returns>How many were released.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync<int>(request.PersonId, Verb.ExportSubjectAccess, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await SubjectAccessFinding.OfAsync(db, records, request.RequestId, stop) is not { } asked)
            {
                return Refusals.NotFound;
            }

            if (asked.State is not SubjectAccessState.Redacting)
            {
                return new Refusal("", "Decisions can be changed only while the request is being read and redacted");
            }

            if (!request.HasRead)
            {
                return new Refusal(nameof(request.HasRead), "Confirm that you have read these texts");
            }

            var count = await db.SubjectAccessItems
                .Where(i => i.RequestId == asked.Id && i.Decision == ItemDecision.Waiting && i.Label != "" && i.Signs == "")
                .ExecuteUpdateAsync(set => set
                    .SetProperty(i => i.Decision, ItemDecision.Released).SetProperty(i => i.Reason, "Read together with others in which nothing hints at somebody else")
                    .SetProperty(i => i.DecidedBy, entry.By).SetProperty(i => i.DecidedAt, entry.At), stop);
            return count == 0
                ? new Refusal("", "No text without hints is waiting")
                : new Change<int>(count, new SubjectAccessTextsReleased(asked.PersonId, asked.Id, count));
        }, stop);
}

/// <summary>Somebody released all texts in which nothing hints at others.</summary>
public sealed record SubjectAccessTextsReleased(PersonId PersonId, FactId RequestId, int Texts) : RecordEvent(PersonId);
