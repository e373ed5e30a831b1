using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Risk;
using Throughcare.Storage;

namespace Throughcare.Application.Assessment;

/// <summary>Calculates the scores of a family and keeps them with a complete assessment. What was kept before stays as it is.</summary>
public sealed class KeepRiskScores(ThroughcareDb db, Recorder recorder)
{
    /// <param name="Token">The form's own: becomes the scoring's id.</param>
    /// <param name="AssessmentId">The assessment that the form named.</param>
    public sealed record Request(PersonId PersonId, FactId Token, FactId AssessmentId, RiskFamily? Family, RiskInput Answers);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.SignAssessment, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var assessment = await db.AssessmentSummaries.Current().SingleOrDefaultAsync(a => records.Contains(a.PersonId) && a.Id == request.AssessmentId, stop);
            var earlier = await db.RiskScorings.Current().Where(s => records.Contains(s.PersonId) && s.AssessmentId == request.AssessmentId).ToListAsync(stop);
            return Decide(assessment, earlier, request, entry);
        }, stop);

    internal static Outcome<Change<FactId>> Decide(AssessmentSummary? assessment, IReadOnlyList<RiskScoring> earlier, Request request, Entry entry)
    {
        if (earlier.Any(scoring => scoring.Id == request.Token))
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        if (assessment is not { IsComplete: true })
        {
            return new Refusal("", "That assessment is not complete on this record any more. Look at the record again");
        }

        if (request.Family is not { } family)
        {
            return new Refusal(nameof(request.Family), "Select which scores to keep");
        }

        var scoring = RiskScoring.Make(request.Token, assessment, request.Answers, family, earlier, request.PersonId, entry);
        if (scoring.Scores.All(score => score.Percent is null))
        {
            return new Refusal(nameof(request.Family), "None of these scores could be calculated: answer what is missing first");
        }

        return earlier.Where(one => one.Family == family).MaxBy(one => one.CalculatedAt) is { } last && last.ModelVersion == scoring.ModelVersion && last.Answers.SequenceEqual(scoring.Answers)
            ? new Refusal(nameof(request.Family), $"These scores were kept on {Words.LongDate(last.CalculatedAt.LondonDate)}, from the same answers")
            : new Change<FactId>(scoring.Id, new RiskScoresKept(request.PersonId, scoring.Id, assessment.Id, family, scoring.Kind), new Write(null, scoring));
    }
}

/// <summary>Scores were kept with an assessment.</summary>
public sealed record RiskScoresKept(PersonId PersonId, FactId ScoringId, FactId AssessmentId, RiskFamily Family, ScoringKind Kind) : RecordEvent(PersonId);
