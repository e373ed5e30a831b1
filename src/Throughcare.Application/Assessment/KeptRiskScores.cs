using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Assessment;

/// <summary>What is known of the risk that a person poses: the level of serious harm, and the scores that assessments left.</summary>
public sealed class KeptRiskScores(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Latest">The latest complete assessment; <see langword="null"/> where there is none.</param>
    /// <param name="Scorings">Those of the latest assessment first, and of one assessment the latest calculated.</param>
    /// <param name="Assessments">Complete assessments, the latest first, with the scores that their summaries give.</param>
    public sealed record Page(Overview.RoshPanel Rosh, AssessmentSummary? Latest, IReadOnlyList<Line> Scorings, IReadOnlyList<AssessmentSummary> Assessments);

    /// <param name="Assessment">The assessment that the scores belong to.</param>
    /// <param name="By">Who kept them.</param>
    public sealed record Line(RiskScoring Scoring, AssessmentSummary Assessment, string By);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, CancellationToken stop)
    {
        if (await FactsAsync(person, stop) is not { } facts)
        {
            return null;
        }

        var names = await Record.StaffNames.OfAsync(db, facts.RiskScorings.Select(s => s.Recorded.By), stop);
        var assessments = facts.CompleteAssessments;
        return new(
            Overview.RoshPanel.Of(facts), assessments is [var latest, ..] ? latest : null,
            [.. facts.RiskScorings.Select(scoring => new Line(scoring, assessments.First(a => a.Id == scoring.AssessmentId), names[scoring.Recorded.By]))], assessments);
    }

    /// <returns><see langword="null"/> where there are no such scores of this person.</returns>
    public async Task<Line?> OneAsync(PersonId person, FactId scoring, CancellationToken stop) =>
        await OfAsync(person, stop) is { } page ? page.Scorings.FirstOrDefault(line => line.Scoring.Id == scoring) : null;

    /// <summary>The assessment with which scores can be kept: the latest that is complete.</summary>
    /// <returns><see langword="null"/> where there is none.</returns>
    public async Task<AssessmentSummary?> LatestAsync(PersonId person, CancellationToken stop) =>
        await FactsAsync(person, stop) is { CompleteAssessments: [var latest, ..] } ? latest : null;

    private async Task<CaseFacts?> FactsAsync(PersonId person, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return (await histories.LoadAsync(person, stop))?.At(now.LondonDate, now);
    }
}
