using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records what the community answered to a referral for early allocation.</summary>
public sealed class RecordCommunityAnswer(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Accepted"><see langword="null"/> where nothing was chosen.</param>
    public sealed record Request(PersonId PersonId, FactId AssessmentId, int MadeFrom, bool? Accepted);

    /// <returns>The version that holds the answer.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.AssessEarlyAllocation, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var assessment = await db.EarlyAllocations.Current().SingleOrDefaultAsync(a => a.Id == request.AssessmentId && records.Contains(a.PersonId), stop);
            return Decide(assessment, request, entry);
        }, stop);
    }

    public static Outcome<Change<int>> Decide(EarlyAllocationAssessment? assessment, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        if (assessment is null)
        {
            return Refusals.NotFound;
        }

        if (assessment is not { Outcome: EarlyAllocationOutcome.Discretionary, WasInWindow: true })
        {
            return new Refusal("", "This assessment was not referred to the community");
        }

        if (assessment.Version != request.MadeFrom)
        {
            return assessment.CommunityAccepted is not null && assessment.CommunityAccepted == request.Accepted
                ? AlreadyDone.With(request.PersonId, assessment.Version)
                : new Outcome<Change<int>>.Conflict(assessment);
        }

        if (request.Accepted is not { } accepted)
        {
            return new Refusal(nameof(request.Accepted), "Select yes if the community has accepted the case");
        }

        var answered = assessment.Next(entry) with { CommunityAccepted = accepted, CommunityDecidedOn = entry.At.LondonDate };
        return new Change<int>(answered.Version, new EarlyAllocationAnswered(request.PersonId, answered.Id, accepted), new Write(assessment, answered));
    }
}

/// <summary>The community answered a referral for early allocation.</summary>
public sealed record EarlyAllocationAnswered(PersonId PersonId, FactId AssessmentId, bool Accepted) : RecordEvent(PersonId);
