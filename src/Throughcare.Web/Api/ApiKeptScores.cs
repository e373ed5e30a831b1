using Throughcare.Application.Assessment;
using Throughcare.Domain.Assessment;
using Throughcare.Risk;

namespace Throughcare.Web.Api;

/// <param name="Scorings">Those of the latest assessment first, and of one assessment the latest calculated.</param>
public sealed record KeptScoresAnswer(Guid PersonId, IReadOnlyList<KeptScoringAnswer> Scorings);

/// <param name="AssessmentId">The assessment that the scores belong to.</param>
/// <param name="AssessedOn">The day on which it was completed.</param>
/// <param name="Family">previous or 2026.</param>
/// <param name="Kind">original, or rescored: scored again later.</param>
/// <param name="Answers">By the name of the input, as they were given; null without sensitive.read.</param>
public sealed record KeptScoringAnswer(
    Guid Id, Guid AssessmentId, DateOnly AssessedOn, string Family, ScoringKind Kind, string ModelVersion, string ThresholdsVersion, DateTimeOffset CalculatedAt, string KeptBy,
    IReadOnlyDictionary<string, string>? Answers, IReadOnlyList<KeptScoreAnswer> Scores);

/// <param name="Instrument">OGRS3, OSP/DC, ARP...</param>
/// <param name="Type">STATIC, DYNAMIC or COMBINED; null when it was not calculated.</param>
/// <param name="Probability">Within two years, 0 to 1, not rounded.</param>
/// <param name="Percent">Within two years, as displayed.</param>
/// <param name="Band">LOW, MEDIUM, HIGH, VERY_HIGH or NOT_APPLICABLE.</param>
/// <param name="Problems">Why there is no score, or only the static one.</param>
public sealed record KeptScoreAnswer(
    string Instrument, string? Type, double? Probability, decimal? Percent, double? OneYearProbability, int? OneYearPercent, double? StaticProbability, double? DynamicProbability, int? Points, string? Band,
    string? UnreducedBand, IReadOnlyList<RiskProblemAnswer> Problems);

/// <summary>Reads the scores that are kept with a person's assessments.</summary>
internal static class ApiKeptScores
{
    public static readonly KeptScoresAnswer Example = new(
        new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10"),
        [
            new(
                new("01943b7e-5d10-7a02-9c00-1d2e3f405162"), new("01943a02-0b11-7c40-8d00-6f5e4d3c2b1a"), new(2026, 3, 3), "2026", ScoringKind.Original, "1.0", "1.0",
                new(2026, 3, 4, 10, 30, 0, TimeSpan.Zero), "Thistlewood, Rowan", null,
                [new("ARP", "STATIC", 0.7933613, 79.34m, null, null, 0.7933613, null, null, "HIGH", null, [new("MISSING_DYNAMIC_INPUT", ["q3_4"], ["Missing 3.4 Suitability of accommodation"])])]),
        ]);

    public static async Task<IResult> ReadAsync(HttpContext http, KeptRiskScores kept)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        return await kept.OfAsync(http.Person.Id, http.RequestAborted) is { } found
            ? ApiAnswer.Read(new KeptScoresAnswer(http.Person.Id.Value, [.. found.Scorings.Select(line => Say(line, http.WithSensitive))]))
            : ApiAnswer.Problem(ApiProblem.NotFound);
    }

    private static KeptScoringAnswer Say(KeptRiskScores.Line line, bool withAnswers)
    {
        var scoring = line.Scoring;
        return new(
            scoring.Id.Value, scoring.AssessmentId.Value, scoring.ValidFrom, scoring.Family is RiskFamily.Previous ? "previous" : "2026", scoring.Kind, scoring.ModelVersion, scoring.ThresholdsVersion,
            scoring.CalculatedAt, line.By, withAnswers ? scoring.Answers.ToDictionary(answer => answer.Key, answer => answer.Value) : null, [.. scoring.Scores.Select(Say)]);
    }

    private static KeptScoreAnswer Say(KeptScore score) => new(
        score.Instrument.Name, score.Type?.Code(), score.Probability, score.Percent, score.OneYearProbability, score.OneYearPercent, score.StaticProbability, score.DynamicProbability, score.Points,
        score.Band?.Code(), score.UnreducedBand?.Code(), [.. score.Problems.Select(problem => new RiskProblemAnswer(problem.Type, problem.Fields, problem.Messages))]);
}
