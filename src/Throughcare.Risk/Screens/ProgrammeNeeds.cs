namespace Throughcare.Risk.Screens;

/// <summary>What the programme needs identifier offers.</summary>
public enum ProgrammePathway
{
    /// <summary>Cannot be decided: information is missing.</summary>
    Omission,
    Alternative,
    Moderate,
    High,
}

/// <summary>Low, medium or high; ordered.</summary>
public enum NeedLevel
{
    Low,
    Medium,
    High,
}

/// <summary>PNI, the programme needs identifier. It uses results that exist already: run it after RSR or CSRP.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api; where its published outcomes contradict its own algorithm, the algorithm.</remarks>
public static class ProgrammeNeeds
{
    private const int MostOfItem = 2;

    /// <summary>The answers and results; what is not there is not answered. Items are 0 to 2.</summary>
    public sealed record Answers
    {
        public Supervision? Supervision { get; init; }

        /// <summary>1.30</summary>
        public bool? SexualHistory { get; init; }

        /// <summary>6.11 A risk of sexual harm.</summary>
        public bool? RiskOfSexualHarm { get; init; }

        /// <summary>11.11 Sexual preoccupation.</summary>
        public int? SexualPreoccupation { get; init; }

        /// <summary>11.12 Offence-related sexual interests.</summary>
        public int? SexualInterests { get; init; }

        /// <summary>6.12 Emotional congruence with children.</summary>
        public int? EmotionalCongruence { get; init; }

        /// <summary>12.1 Pro-criminal attitudes.</summary>
        public int? Attitudes { get; init; }

        /// <summary>12.9 Hostile orientation.</summary>
        public int? HostileOrientation { get; init; }

        /// <summary>6.1 Current relationship with close family.</summary>
        public int? FamilyRelationship { get; init; }

        /// <summary>6.6 Experience of close relationships.</summary>
        public int? PartnerHistory { get; init; }

        /// <summary>7.3 Easily influenced by criminal associates.</summary>
        public int? CriminalAssociates { get; init; }

        /// <summary>11.3 Aggressive or controlling behaviour.</summary>
        public int? Aggressive { get; init; }

        /// <summary>11.2 Impulsivity.</summary>
        public int? Impulsivity { get; init; }

        /// <summary>11.4 Temper control.</summary>
        public int? Temper { get; init; }

        /// <summary>11.6 Problem solving.</summary>
        public int? ProblemSolving { get; init; }

        /// <summary>10.1 Difficulties coping.</summary>
        public int? Coping { get; init; }

        /// <summary>OGRS3 two-year or ARP, per cent.</summary>
        public decimal? AllReoffending { get; init; }

        /// <summary>OVP two-year or VRP, per cent.</summary>
        public decimal? Violent { get; init; }

        public PredictorBand? ContactBand { get; init; }

        public PredictorBand? ImagesBand { get; init; }

        /// <summary>RSR or CSRP, per cent.</summary>
        public decimal? Combined { get; init; }

        /// <summary>SARA: risk of violence to a partner.</summary>
        public NeedLevel? SaraPartner { get; init; }

        /// <summary>SARA: risk of violence to others.</summary>
        public NeedLevel? SaraOthers { get; init; }

        internal bool AnySaraAtLeast(NeedLevel level) => SaraPartner >= level || SaraOthers >= level;
    }

    /// <param name="Name">Sexual, thinking, relationships or self-management.</param>
    /// <param name="Level">0 to 2.</param>
    /// <param name="Projected">The level if every missing answer were 2.</param>
    /// <param name="Missing">Items not answered.</param>
    public sealed record Domain(string Name, int Level, int Projected, IReadOnlyList<string> Missing);

    /// <param name="Need"><see langword="null"/> when it cannot be decided.</param>
    /// <param name="Interim">What it would be if nothing were missing.</param>
    /// <param name="Missing">Items not answered, of whatever domain.</param>
    public sealed record Result(
        ProgrammePathway Pathway, ProgrammePathway Interim, NeedLevel? Need, int NeedScore, int ProjectedNeedScore, NeedLevel Risk, NeedLevel ProjectedRisk,
        IReadOnlyList<Domain> Domains, IReadOnlyList<string> Missing);

    public static Result Identify(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var isSexual = answers.SexualHistory == true || answers.RiskOfSexualHarm == true;
        var sexual = Count("Sexual", [("11.11", answers.SexualPreoccupation), ("11.12", answers.SexualInterests), ("6.12", answers.EmotionalCongruence)], 2, 4);
        if (!isSexual)
        {
            sexual = sexual with { Level = 0, Projected = 0 };
        }
        else if (answers.SexualInterests == MostOfItem)
        {
            sexual = sexual with { Level = 2, Projected = 2 };
        }
        else if (sexual.Missing.Count > 0 && sexual.Level < 2)
        {
            sexual = sexual with { Level = 0 };
        }

        var thinking = Count("Thinking", [("12.1", answers.Attitudes), ("12.9", answers.HostileOrientation)], 1, 3);
        thinking = answers.Attitudes == MostOfItem ? thinking with { Level = 2, Projected = 2 } : thinking;
        var relationships = Count("Relationships", [("6.1", answers.FamilyRelationship), ("6.6", answers.PartnerHistory), ("7.3", answers.CriminalAssociates), ("11.3", answers.Aggressive)], 2, 5);
        var management = Count("Self-management", [("11.2", answers.Impulsivity), ("11.4", answers.Temper), ("11.6", answers.ProblemSolving), ("10.1", answers.Coping)], 2, 5);
        Domain[] domains = [sexual, thinking, relationships, management];
        List<string> missing = [.. domains.SelectMany(domain => domain.Missing)];

        var (score, projectedScore) = (domains.Sum(domain => domain.Level), domains.Sum(domain => domain.Projected));
        var (risk, projectedRisk) = (Risk(answers, answers.Combined, Band(answers.ContactBand), Band(answers.ImagesBand)), Projected(answers));
        if (answers.Supervision is not { } supervision)
        {
            return new(ProgrammePathway.Omission, ProgrammePathway.Omission, null, score, projectedScore, risk, projectedRisk, domains, ["supervision", .. missing]);
        }

        var need = Need(answers, supervision, score, projectedScore, missing.Count > 0, domains.All(domain => domain.Missing.Count > 0));
        if (need is not { } level)
        {
            return new(ProgrammePathway.Omission, ProgrammePathway.Omission, null, score, projectedScore, risk, projectedRisk, domains, missing);
        }

        var interim = Interim(answers, supervision, level, risk);
        var pathway = missing.Count > 0 && IsOmitted(answers, supervision, interim, risk, projectedRisk) ? ProgrammePathway.Omission : interim;
        return new(pathway, interim, level, score, projectedScore, risk, projectedRisk, domains, missing);
    }

    /// <summary>The name under which a referral keeps it.</summary>
    public static string ReferralCode(ProgrammePathway pathway) => pathway switch
    {
        ProgrammePathway.High => "HIGH_INTENSITY_BC",
        ProgrammePathway.Moderate => "MODERATE_INTENSITY_BC",
        ProgrammePathway.Alternative => "ALTERNATIVE_PATHWAY",
        _ => "MISSING_INFORMATION",
    };

    private static Domain Count(string name, (string Item, int? Value)[] items, int some, int much)
    {
        return new(name, Level(items.Sum(item => item.Value ?? 0)), Level(items.Sum(item => item.Value ?? MostOfItem)), [.. items.Where(item => item.Value is null).Select(item => item.Item)]);

        int Level(int sum) => sum >= much ? 2 : sum >= some ? 1 : 0;
    }

    private static NeedLevel Of(int score) => score >= 6 ? NeedLevel.High : score >= 3 ? NeedLevel.Medium : NeedLevel.Low;

    private static NeedLevel? Need(Answers answers, Supervision supervision, int score, int projectedScore, bool anyMissing, bool allHaveGaps)
    {
        var level = Of(score);
        if (level is NeedLevel.High)
        {
            return level;
        }

        if (level is NeedLevel.Medium && supervision is Supervision.Community)
        {
            return level;
        }

        if (!anyMissing || level == Of(projectedScore))
        {
            return level;
        }

        if (allHaveGaps && supervision is not Supervision.Community)
        {
            return null;
        }

        var isSara = answers.AnySaraAtLeast(NeedLevel.Medium);
        if (level >= NeedLevel.Medium && !isSara)
        {
            return null;
        }

        return !isSara || answers.SaraPartner is null || answers.SaraOthers is null ? level : supervision is Supervision.Community ? NeedLevel.Medium : NeedLevel.High;
    }

    private static PredictorBand? Band(PredictorBand? band) => band is PredictorBand.NotApplicable ? null : band;

    private static NeedLevel Projected(Answers answers) =>
        Risk(answers, answers.Combined ?? 100, Band(answers.ContactBand ?? PredictorBand.VeryHigh), Band(answers.ImagesBand ?? PredictorBand.VeryHigh));

    private static NeedLevel Risk(Answers answers, decimal? combined, PredictorBand? contact, PredictorBand? images)
    {
        var whole = combined is { } score ? decimal.Truncate(score) : (decimal?)null;
        var isWithoutBands = contact is null && images is null;
        if (answers.AllReoffending >= 75 || answers.Violent >= 60 || contact >= PredictorBand.High || images >= PredictorBand.High || answers.AnySaraAtLeast(NeedLevel.High)
            || (whole >= 3 && isWithoutBands))
        {
            return NeedLevel.High;
        }

        return answers.AllReoffending >= 50 || answers.Violent >= 30 || contact >= PredictorBand.Medium || images >= PredictorBand.Medium || answers.AnySaraAtLeast(NeedLevel.Medium)
            || (whole >= 1 && isWithoutBands)
            ? NeedLevel.Medium
            : NeedLevel.Low;
    }

    private static ProgrammePathway Interim(Answers answers, Supervision supervision, NeedLevel need, NeedLevel risk)
    {
        var isHighAndViolent = answers.AllReoffending >= 75 && answers.Violent >= 60;
        var isHighBoth = need is NeedLevel.High && risk is NeedLevel.High;
        if (supervision is Supervision.Custody && (isHighAndViolent || (answers.AllReoffending >= 75 && answers.AnySaraAtLeast(NeedLevel.High)) || isHighBoth))
        {
            return ProgrammePathway.High;
        }

        var isModerate = (supervision is Supervision.Community && (isHighAndViolent || isHighBoth))
            || answers.AnySaraAtLeast(NeedLevel.Medium)
            || (need, risk) is (NeedLevel.High, NeedLevel.Medium) or (NeedLevel.Medium, NeedLevel.High) or (NeedLevel.Medium, NeedLevel.Medium);
        return isModerate ? ProgrammePathway.Moderate : ProgrammePathway.Alternative;
    }

    /// <summary>The rule of omission, apart from the rest: the published outcomes contradict it in places, and it may change.</summary>
    private static bool IsOmitted(Answers answers, Supervision supervision, ProgrammePathway interim, NeedLevel risk, NeedLevel projectedRisk) =>
        ((answers.SaraPartner is null || answers.SaraOthers is null) && interim is ProgrammePathway.Alternative)
        || projectedRisk != risk
        || (answers is { SaraPartner: null, SaraOthers: null } && supervision is Supervision.Custody or Supervision.Remand);
}
