using Throughcare.Domain.Record;
using Throughcare.Risk;

namespace Throughcare.Domain.Assessment;

/// <summary>The scores of one family as they were calculated for one assessment, with the answers that they were calculated from. Never changed,
/// and never calculated again in place: a later scoring is an entry of its own beside it. <see cref="FactVersion.ValidFrom"/> is the day on which
/// the assessment was completed.</summary>
public sealed record RiskScoring : FactVersion
{
    /// <summary>The assessment that the scores belong to.</summary>
    public required FactId AssessmentId { get; init; }

    public required RiskFamily Family { get; init; }

    public required ScoringKind Kind { get; init; }

    /// <summary>Version of the coefficients.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Version of the boundaries of the bands.</summary>
    public required string ThresholdsVersion { get; init; }

    public required DateTimeOffset CalculatedAt { get; init; }

    /// <summary>Every answer as it was given, by the key of the input: <c>{"sex":"M"}</c>. What is not there was not answered.</summary>
    public required IReadOnlyList<GivenAnswer> Answers { get; init; }

    /// <summary>What each instrument of the family gave, with every term that was added, and why there is no score where there is none.</summary>
    public required IReadOnlyList<KeptScore> Scores { get; init; }

    /// <summary>What an instrument gave; <see langword="null"/> for one of the other family.</summary>
    public KeptScore? Of(RiskInstrument instrument) => Scores.FirstOrDefault(score => score.Instrument == instrument);

    /// <summary>Calculates, once.</summary>
    /// <param name="earlier">Scorings that are on record of the same assessment.</param>
    public static RiskScoring Make(FactId id, AssessmentSummary assessment, RiskInput answers, RiskFamily family, IEnumerable<RiskScoring> earlier, PersonId person, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            Id = id,
            PersonId = person,
            AssessmentId = assessment.Id,
            Family = family,
            Kind = earlier.Any(scoring => scoring.AssessmentId == assessment.Id && !scoring.Withdrawn) ? ScoringKind.Rescored : ScoringKind.Original,
            ModelVersion = RiskCalculator.ModelVersion,
            ThresholdsVersion = RiskCalculator.ThresholdsVersion,
            CalculatedAt = entry.At,
            Answers = GivenAnswer.Of(answers),
            Scores = [.. RiskInstruments.Of(family).Select(instrument => KeptScore.Of(RiskCalculator.Explain(answers, instrument)))],
            ValidFrom = assessment.CompletedOn ?? assessment.ValidFrom,
            Recorded = entry,
        };
    }
}

/// <summary>Whether scores are the first of their assessment.</summary>
public enum ScoringKind
{
    /// <summary>As scored first.</summary>
    Original,

    /// <summary>Scored again later: in the other family, or from answers that were put right.</summary>
    Rescored,
}

/// <summary>One answer as files write it: <c>q3_4</c>, <c>2</c>.</summary>
public sealed record GivenAnswer(string Key, string Value)
{
    /// <summary>Everything that is answered, in the order of the inputs.</summary>
    public static IReadOnlyList<GivenAnswer> Of(RiskInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return [.. RiskFields.Inputs.Where(input.Has).Select(field => new GivenAnswer(field.Key, input.Write(field)!))];
    }
}
