using System.Globalization;
using Throughcare.Risk;

namespace Throughcare.Domain.Assessment;

/// <summary>What one instrument gave, as it was kept.</summary>
/// <param name="Type">From what it was calculated; <see langword="null"/> when it was not.</param>
/// <param name="Percent">Within two years, as displayed.</param>
/// <param name="Probability">Within two years, 0 to 1, not rounded.</param>
public sealed record KeptScore(RiskInstrument Instrument, ScoreType? Type, decimal? Percent, double? Probability, PredictorBand? Band)
{
    /// <summary>Of RSR and CSRP: from what their violence component was calculated.</summary>
    public ScoreType? ViolenceType { get; init; }

    /// <summary>Whole per cent within one year.</summary>
    public int? OneYearPercent { get; init; }

    public double? OneYearProbability { get; init; }

    public double? StaticProbability { get; init; }

    public double? DynamicProbability { get; init; }

    public int? Points { get; init; }

    /// <summary>The band before five years free of offences took it down by one.</summary>
    public PredictorBand? UnreducedBand { get; init; }

    /// <summary>Why there is no score, or only the static one.</summary>
    public IReadOnlyList<KeptProblem> Problems { get; init; } = [];

    /// <summary>Every term that was added, the greatest part first.</summary>
    public IReadOnlyList<KeptTerm> Terms { get; init; } = [];

    /// <summary>Whether what an assessor found is left out of it.</summary>
    public bool IsStatic => (Type is ScoreType.Combined ? ViolenceType : Type) is ScoreType.Static;

    /// <summary>Whether there is a prediction to show: calculated, applicable, and above 0.</summary>
    public bool IsShown => Percent > 0 && Band is not PredictorBand.NotApplicable;

    /// <summary>"79.34%" or "86%"; "Not applicable"; "Not calculated".</summary>
    public string Words => Percent is not { } percent ? "Not calculated" : IsShown ? string.Create(CultureInfo.InvariantCulture, $"{percent}%") : "Not applicable";

    /// <summary>"Very high"; <see langword="null"/> where no band is shown.</summary>
    public string? BandWords => IsShown && Band is { } band ? PredictorBands.Say(band) : null;

    public static KeptScore Of(PredictorExplanation why)
    {
        ArgumentNullException.ThrowIfNull(why);
        var score = why.Score;
        return new(score.Instrument, score.Type, score.Percent, score.Probability, score.Band)
        {
            ViolenceType = score.ViolenceType,
            OneYearPercent = score.OneYearPercent,
            OneYearProbability = score.OneYearProbability,
            StaticProbability = score.StaticProbability,
            DynamicProbability = score.DynamicProbability,
            Points = score.Points,
            UnreducedBand = score.UnreducedBand,
            Problems = [.. score.Problems.Select(problem => new KeptProblem(problem.Code, [.. problem.FieldKeys], problem.Messages))],
            Terms = [.. why.Parts.SelectMany(part => part.Terms).Select(term => new KeptTerm(term.Name, term.Value, term.Coefficient))],
        };
    }
}

/// <summary>A problem with the answers, as it was said then.</summary>
/// <param name="Type">"MISSING_DYNAMIC_INPUT".</param>
/// <param name="Fields">Keys of the answers that it is about.</param>
public sealed record KeptProblem(string Type, IReadOnlyList<string> Fields, IReadOnlyList<string> Messages);

/// <summary>One term that was added.</summary>
public sealed record KeptTerm(string Name, double Value, double Coefficient);

/// <summary>A predictor that is in force, for rules.</summary>
/// <param name="Percent">Within two years, as displayed.</param>
/// <param name="IsStatic">Whether what an assessor found is left out of it.</param>
public sealed record Predicted(decimal Percent, PredictorBand? Band, bool IsStatic)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Percent}%{(Band is { } band ? $", {PredictorBands.Say(band).ToLowerInvariant()}" : "")}{(IsStatic ? ", static" : "")}");
}
