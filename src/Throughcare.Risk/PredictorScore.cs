using System.Globalization;
using System.Runtime.InteropServices;

namespace Throughcare.Risk;

/// <summary>What one instrument gives for one set of answers.</summary>
/// <remarks>Two years unless it says otherwise. Nothing is allocated for a score without problems.</remarks>
public readonly record struct PredictorScore
{
    private readonly IReadOnlyList<RiskProblem>? _problems;

    private PredictorScore(RiskInstrument instrument, IReadOnlyList<RiskProblem> problems)
    {
        Instrument = instrument;
        _problems = problems;
        (Exact, OneYearExact, StaticExact, DynamicExact) = (double.NaN, double.NaN, double.NaN, double.NaN);
    }

    public RiskInstrument Instrument { get; }

    /// <summary>From what it was calculated; <see langword="null"/> when it was not.</summary>
    public ScoreType? Type { get; private init; }

    /// <summary>Of RSR and CSRP: from what their violence component was calculated.</summary>
    public ScoreType? ViolenceType { get; private init; }

    /// <summary>0 to 1, not rounded.</summary>
    public double? Probability => Known(Exact);

    /// <summary>Of the one-year forms of OGRS3, OGP and OVP: 0 to 1, not rounded.</summary>
    public double? OneYearProbability => Known(OneYearExact);

    /// <summary>The static version's, whenever its answers suffice; of instruments that have two versions.</summary>
    public double? StaticProbability => Known(StaticExact);

    /// <summary>The dynamic version's, whenever its answers suffice; of instruments that have two versions.</summary>
    public double? DynamicProbability => Known(DynamicExact);

    /// <summary>Per cent as displayed: whole, or to two places.</summary>
    public decimal? Percent => !HasScore ? null : Instrument.IsWholePercent ? Hundredths / 100 : new decimal(Hundredths, 0, 0, false, 2);

    /// <summary>Whole per cent within one year.</summary>
    public int? OneYearPercent => HasScore && Instrument.IsWholePercent ? OneYear : null;

    public int? Points => HasPoints ? PointSum : null;

    /// <summary><see langword="null"/> when it was not calculated, and for SNSV, which has none.</summary>
    public PredictorBand? Band { get; private init; }

    /// <summary>The band before five years free of offences took it down by one; only of OSP/DC and DC-SRP.</summary>
    public PredictorBand? UnreducedBand { get; private init; }

    /// <summary>Whether five years free of offences took the band down by one; <see langword="null"/> where that was never a question.</summary>
    public bool? IsBandReduced => UnreducedBand is { } before && PointSum > 0 ? Band != before : null;

    /// <summary>Why there is no score, or only the static one.</summary>
    public IReadOnlyList<RiskProblem> Problems => _problems ?? [];

    /// <summary>Whether there is a prediction to show: calculated, applicable, and above 0.</summary>
    public bool IsShown => HasScore && Band is not PredictorBand.NotApplicable && Hundredths > 0;

    /// <summary>"79.34%" or "86%"; "Not applicable"; <see langword="null"/> when it was not calculated.</summary>
    public string? Words => !HasScore ? null : !IsShown ? "Not applicable" : string.Create(CultureInfo.InvariantCulture, $"{Percent}%");

    internal int Hundredths { get; init; }

    internal bool HasScore { get; init; }

    private double Exact { get; init; }

    private double OneYearExact { get; init; }

    private double StaticExact { get; init; }

    private double DynamicExact { get; init; }

    private int OneYear { get; init; }

    private int PointSum { get; init; }

    private bool HasPoints { get; init; }

    internal static PredictorScore Not(RiskInstrument instrument, in Problems problems) => new(instrument, problems.List);

    /// <summary>A two-year percentage to two places.</summary>
    internal static PredictorScore Of(RiskInstrument instrument, ScoreType type, double probability, int hundredths, PredictorBand? band, in Problems problems = default) =>
        new(instrument, problems.List)
        {
            Type = type,
            Band = band,
            Exact = probability,
            Hundredths = hundredths,
            HasScore = true,
        };

    /// <summary>Whole percentages of one and two years.</summary>
    internal static PredictorScore Whole(RiskInstrument instrument, ScoreType type, (double Exact, int Percent) oneYear, (double Exact, int Percent) twoYear, int? points, PredictorBand band) =>
        new(instrument, [])
        {
            Type = type,
            Band = band,
            Exact = twoYear.Exact,
            OneYearExact = oneYear.Exact,
            Hundredths = twoYear.Percent * 100,
            OneYear = oneYear.Percent,
            PointSum = points ?? 0,
            HasPoints = points is not null,
            HasScore = true,
        };

    internal PredictorScore WithPoints(int points, PredictorBand unreduced) => this with { PointSum = points, HasPoints = true, UnreducedBand = unreduced };

    internal ReadOnlySpan<RiskProblem> ProblemSpan => CollectionsMarshal.AsSpan(_problems as List<RiskProblem>);

    internal PredictorScore WithoutBand() => this with { Band = null };

    internal PredictorScore WithVersion(ScoreType? violence) => this with { ViolenceType = violence };

    internal PredictorScore WithVersions(double @static, double dynamic) => this with { StaticExact = @static, DynamicExact = dynamic };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
