using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Throughcare.Risk;

namespace Throughcare.Domain.Allocation;

/// <summary>What the scheme of 2026 rests on.</summary>
public sealed record SupervisionTierInputs
{
    public required DateOnly AsAt { get; init; }

    /// <summary>There is an event that is supervised.</summary>
    public bool HasActiveEvent { get; init; } = true;

    /// <summary>All reoffending, per cent, 0 to 100.</summary>
    public decimal? Arp { get; init; }

    /// <summary><see langword="null"/>: not marked as static or dynamic.</summary>
    public bool? ArpIsStatic { get; init; }

    /// <summary>Combined serious reoffending, per cent, 0 to 100.</summary>
    public decimal? Csrp { get; init; }

    public bool? CsrpIsStatic { get; init; }

    /// <summary>Direct contact sexual reoffending, per cent.</summary>
    public decimal? DcSrp { get; init; }

    public PredictorBand? DcSrpBand { get; init; }

    public RoshLevel? Rosh { get; init; }

    public bool IsMappa { get; init; }

    public bool IsLifeOrIpp { get; init; }

    public DateOnly? LatestReleaseOn { get; init; }

    public bool IsDomesticAbuse { get; init; }

    public bool IsStalking { get; init; }

    public bool IsChildProtection { get; init; }

    /// <summary>Has ever committed a sexual offence.</summary>
    public bool HasSexualOffence { get; init; }
}

/// <summary>The scheme of 2026: every step gives a tier from A to G or nothing, and the highest wins.</summary>
/// <remarks>Source: ministryofjustice/hmpps-tier; <c>tier-v3-steps.csv</c> and <c>tier-v3-predictor-matrix.csv</c>. A score that equals the
/// beginning of a band is in that band.</remarks>
public static class SupervisionTier
{
    internal const string Source = "ministryofjustice/hmpps-tier, A to G";
    private const string Predictors = "REOFFENDING";
    private const string MappaRosh = "MAPPA_ROSH";
    private const char Lowest = 'G';

    private static readonly Lazy<TierRows> Steps = new(() => TierRows.Load(TierTables.Steps, "step", "condition"));

    private static readonly Lazy<PredictorMatrix> Matrix = new(PredictorMatrix.Load);

    private static readonly Dictionary<string, string> Names = new()
    {
        [Predictors] = "Reoffending",
        ["SEXUAL_REOFFENDING"] = "Sexual reoffending",
        [MappaRosh] = "MAPPA and RoSH",
        ["LIFER_IPP"] = "Life or IPP",
        ["DOMESTIC_ABUSE"] = "Domestic abuse",
        ["STALKING"] = "Stalking",
        ["CHILD_PROTECTION"] = "Child protection",
        ["SEXUAL_OFFENCES"] = "Sexual offences",
    };

    /// <returns>Refused where a score is negative, or the band of sexual reoffending does not go with its score
    /// (<c>inconsistent_score_and_band</c>).</returns>
    public static Outcome<Explained<TierResult>> For(SupervisionTierInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        foreach (var (field, caption, score) in new[] { ("arp", "ARP", inputs.Arp), ("csrp", "CSRP", inputs.Csrp), ("dc_srp_score", "DC-SRP", inputs.DcSrp) })
        {
            if (score < 0)
            {
                return new Refusal(field, $"{caption} must be 0 or more");
            }
        }

        if (!inputs.HasActiveEvent)
        {
            return Say(inputs, new(TierScheme.V3, TierState.NotSupervised, null), "There is no active event, so nobody supervises the person.");
        }

        if (inputs.Arp is not { } arp || inputs.Csrp is not { } csrp)
        {
            string[] missing = [.. inputs.Arp is null ? new[] { "Calculate ARP" } : [], .. inputs.Csrp is null ? new[] { "Calculate CSRP" } : []];
            return Say(inputs, new(TierScheme.V3, TierState.Missing, null) { Missing = missing }, $"There is no tier. {string.Join(". ", missing)}.");
        }

        if (inputs is { DcSrpBand: PredictorBand.Medium, DcSrp: > 0 and { } sexual } && MediumRow(sexual) is null)
        {
            return new Refusal("dc_srp_score", "inconsistent_score_and_band: a DC-SRP score below 0.60 is not in the Medium band");
        }

        var found = Judge(inputs, arp, csrp);
        var best = found.Select(step => step.Tier).Append(Lowest).Min();
        var reasons = Provisional(inputs, found, arp, csrp).ToList();
        var result = new TierResult(TierScheme.V3, TierState.Tiered, best.ToString())
        {
            IsProvisional = reasons.Count > 0,
            Parts = [.. found.Select(step => new TierPart(Names[step.Name], step.Meaning, step.Tier.ToString()))],
            Missing = [.. reasons.Select(reason => reason.Work)],
        };
        var decisive = found.Where(step => step.Tier == best).Select(step => step.Meaning).ToList();
        return Say(inputs, result, $"Tier {best}: {(decisive.Count > 0 ? string.Join("; ", decisive) : "no step gives more")}.{(reasons.Count > 0 ? $" Provisional: {string.Join("; ", reasons.Select(reason => reason.Because))}." : "")}");
    }

    internal static void Check()
    {
        _ = Matrix.Value;
        var rows = Steps.Value;
        string[] needed =
        [
            "SEXUAL_REOFFENDING/VERY_HIGH", "SEXUAL_REOFFENDING/HIGH", "SEXUAL_REOFFENDING/LOW", "MAPPA_ROSH/MAPPA_MISSING", "MAPPA_ROSH/MAPPA_VERY_HIGH", "MAPPA_ROSH/MAPPA_HIGH",
            "MAPPA_ROSH/MAPPA_MEDIUM", "MAPPA_ROSH/MAPPA_LOW", "DOMESTIC_ABUSE/REGISTERED", "STALKING/REGISTERED", "CHILD_PROTECTION/REGISTERED", "SEXUAL_OFFENCES/EVER",
        ];
        foreach (var parts in needed.Select(name => name.Split('/')))
        {
            _ = rows[parts[0], parts[1]];
        }

        if (!rows.Rows.Any(row => row is { Input: "LIFER_IPP", Below: null }))
        {
            throw new TableException(TierTables.Steps, 0, "below", "no row of LIFER_IPP is for everybody released earlier");
        }
    }

    private static List<Step> Judge(SupervisionTierInputs inputs, decimal arp, decimal csrp)
    {
        var rows = Steps.Value;
        List<Step> found = [new(Predictors, Matrix.Value.Of(csrp, arp), $"ARP {TierWords.Percent(arp)} and CSRP {TierWords.Percent(csrp)}")];
        if (inputs.DcSrp is > 0 and { } sexual)
        {
            Add(inputs.DcSrpBand switch
            {
                PredictorBand.VeryHigh => rows["SEXUAL_REOFFENDING", "VERY_HIGH"],
                PredictorBand.High => rows["SEXUAL_REOFFENDING", "HIGH"],
                PredictorBand.Medium => MediumRow(sexual),
                PredictorBand.Low => rows["SEXUAL_REOFFENDING", "LOW"],
                _ => null,
            });
        }

        var rosh = TierWords.RoshCode(inputs.Rosh);
        Add(inputs.IsMappa ? rows[MappaRosh, $"MAPPA_{rosh ?? "MISSING"}"] : rosh is null ? null : rows.Find(MappaRosh, rosh));
        if (inputs is { IsLifeOrIpp: true, LatestReleaseOn: { } released })
        {
            Add(rows.Rows.First(row => row.Input == "LIFER_IPP" && (row.Below is not { } years || released >= inputs.AsAt.AddYears(-(int)years))));
        }

        Add(inputs.IsDomesticAbuse ? rows["DOMESTIC_ABUSE", "REGISTERED"] : null);
        Add(inputs.IsStalking ? rows["STALKING", "REGISTERED"] : null);
        Add(inputs.IsChildProtection ? rows["CHILD_PROTECTION", "REGISTERED"] : null);
        Add(inputs.HasSexualOffence ? rows["SEXUAL_OFFENCES", "EVER"] : null);
        return found;

        void Add(TierRow? row)
        {
            if (row is not null)
            {
                found.Add(new(row.Input, row.Tier!.Value, row.Meaning));
            }
        }
    }

    /// <summary>Why the tier could still rise: each reason is enough.</summary>
    private static IEnumerable<(string Because, string Work)> Provisional(SupervisionTierInputs inputs, List<Step> found, decimal arp, decimal csrp)
    {
        var others = Best(found.Where(step => step.Name != Predictors));
        char? possible = (inputs.ArpIsStatic, inputs.CsrpIsStatic) switch
        {
            (true, true) => 'A',
            (true, _) => Matrix.Value.Of(csrp, decimal.MaxValue),
            (_, true) => Matrix.Value.Of(decimal.MaxValue, arp),
            _ => null,
        };
        if (possible is { } most && others > most)
        {
            yield return ($"a predictor rests on static facts alone and could still give {most}", "Complete an OASys assessment for dynamic predictors");
        }

        if (inputs.Rosh is null)
        {
            var areDynamic = inputs is { ArpIsStatic: false, CsrpIsStatic: false };
            var without = Best(found.Where(step => (step.Name != Predictors || areDynamic) && !(inputs.IsMappa && step.Name == MappaRosh)));
            if (without > (inputs.IsMappa ? 'A' : 'C'))
            {
                yield return ("the RoSH level is not recorded", "Record the RoSH level");
            }
        }

        static char Best(IEnumerable<Step> steps) => steps.Select(step => step.Tier).Append(Lowest).Min();
    }

    private static TierRow? MediumRow(decimal score) =>
        Steps.Value.Rows.FirstOrDefault(row => row.Input == "SEXUAL_REOFFENDING" && row.Value.StartsWith("MEDIUM", StringComparison.Ordinal) && row.Holds(score));

    private static Explained<TierResult> Say(SupervisionTierInputs inputs, TierResult result, string because) => new(result, "tier/V3", because, Source,
    [
        new("Active event", TierWords.Yes(inputs.HasActiveEvent)),
        new("ARP", Predictor(inputs.Arp, inputs.ArpIsStatic)),
        new("CSRP", Predictor(inputs.Csrp, inputs.CsrpIsStatic)),
        new("DC-SRP", inputs.DcSrp is null ? "Not recorded" : $"{TierWords.Percent(inputs.DcSrp)}{(inputs.DcSrpBand is { } band ? $", {PredictorBands.Say(band)}" : "")}"),
        new("RoSH", TierWords.Rosh(inputs.Rosh)),
        new("MAPPA", TierWords.Yes(inputs.IsMappa)),
        new("Life or IPP sentence", TierWords.Yes(inputs.IsLifeOrIpp)),
        new("Latest release", inputs.LatestReleaseOn is { } released ? Words.LongDate(released) : "None"),
        new("Domestic abuse", TierWords.Yes(inputs.IsDomesticAbuse)),
        new("Stalking", TierWords.Yes(inputs.IsStalking)),
        new("Child protection", TierWords.Yes(inputs.IsChildProtection)),
        new("Sexual offence ever", TierWords.Yes(inputs.HasSexualOffence)),
    ]);

    private static string Predictor(decimal? score, bool? isStatic) =>
        score is null ? "Not recorded" : $"{TierWords.Percent(score)}{isStatic switch { true => ", static", false => ", dynamic", null => "" }}";

    private sealed record Step(string Name, char Tier, string Meaning);
}

/// <summary>The tier of each pair of bands of CSRP and ARP.</summary>
internal sealed class PredictorMatrix
{
    private readonly decimal[] _csrp;
    private readonly decimal[] _arp;
    private readonly char[,] _tiers;

    private PredictorMatrix(decimal[] csrp, decimal[] arp, char[,] tiers) => (_csrp, _arp, _tiers) = (csrp, arp, tiers);

    /// <param name="csrp">0 or more.</param>
    /// <param name="arp">0 or more.</param>
    public char Of(decimal csrp, decimal arp) => _tiers[Array.FindIndex(_csrp, from => csrp >= from), Array.FindIndex(_arp, from => arp >= from)];

    /// <exception cref="TableException">A pair is missing, a band begins above 0, or a tier falls where a score rises.</exception>
    public static PredictorMatrix Load()
    {
        var rows = CsvTable.Load(TierTables.Matrix).Rows;
        decimal[] csrp = [.. rows.Select(row => row.Amount("csrp_from")).Distinct().OrderDescending()];
        decimal[] arp = [.. rows.Select(row => row.Amount("arp_from")).Distinct().OrderDescending()];
        var tiers = new char[csrp.Length, arp.Length];
        foreach (var row in rows)
        {
            tiers[Array.IndexOf(csrp, row.Amount("csrp_from")), Array.IndexOf(arp, row.Amount("arp_from"))] =
                row["tier"] is [>= 'A' and <= 'G' and var letter] ? letter : throw row.Wrong("tier", "is not a letter from A to G");
        }

        var isWhole = csrp is [.., 0] && arp is [.., 0] && tiers.Cast<char>().All(tier => tier != '\0');
        var rises = Enumerable.Range(0, csrp.Length).All(c => Enumerable.Range(0, arp.Length).All(a =>
            (c == 0 || tiers[c - 1, a] <= tiers[c, a]) && (a == 0 || tiers[c, a - 1] <= tiers[c, a])));
        return isWhole && rises ? new(csrp, arp, tiers) : throw new TableException(TierTables.Matrix, 0, "tier", isWhole ? "a tier falls where a score rises" : "a pair of bands is missing");
    }
}
