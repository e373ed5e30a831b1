namespace Throughcare.Risk.Recorded;

/// <summary>How urgent work on a factor is.</summary>
public enum ArmsPriority
{
    NotApplicable,
    Low,
    Medium,
    High,
}

/// <summary>How urgent the management of the risk is altogether.</summary>
public enum ArmsOverall
{
    Low,
    Medium,
    High,
    VeryHigh,
}

/// <summary>A factor of the active risk management system.</summary>
/// <param name="Code">Stable; the name may be configured.</param>
public sealed record ArmsFactor(string Code, string Name, bool IsProtective);

/// <summary>A factor judged, with the evidence for it.</summary>
public sealed record ArmsJudgement(string Factor, ArmsPriority Priority, string Evidence, DateOnly On);

/// <summary>ARMS, of men of 18 or older with sexual convictions in the community; made by police and probation together. No score.</summary>
/// <remarks>Source: HMICFRS glossary and the public account of ATSA; names of factors that are not public are inferred and can be configured.</remarks>
public sealed record Arms
{
    /// <summary>Seven factors of risk and four that protect.</summary>
    public static IReadOnlyList<ArmsFactor> Factors { get; } =
    [
        new("OPPORTUNITY", "Opportunity to offend", false), new("PREOCCUPATION", "Sexual preoccupation", false), new("INTEREST", "Offence-related sexual interest", false),
        new("CHILDREN", "Emotional congruence with children", false), new("HOSTILITY", "Hostile orientation", false), new("SELF_MANAGEMENT", "Poor self-management", false),
        new("INFLUENCES", "Social influences", false), new("ROUTINE", "Positive routine", true), new("INVESTMENT", "Social investment", true),
        new("DESIST", "Commitment to desist", true), new("INTIMACY", "Intimate relationship", true),
    ];

    public IReadOnlyList<ArmsJudgement> Judgements { get; init; } = [];

    public ArmsOverall? Overall { get; init; }

    public string? PlanSummary { get; init; }

    public DateOnly? ReviewOn { get; init; }

    /// <summary>Police or probation.</summary>
    public string? LeadAgency { get; init; }

    /// <summary>What is still missing, in words.</summary>
    public IReadOnlyList<string> ProblemsOfCompleting()
    {
        List<string> problems = [.. Factors.Where(factor => Judgements.All(judgement => judgement.Factor != factor.Code)).Select(factor => $"Judge '{factor.Name}'")];
        problems.AddRange(Judgements.Where(judgement => judgement.Priority is not ArmsPriority.NotApplicable && string.IsNullOrWhiteSpace(judgement.Evidence))
            .Select(judgement => $"Enter the evidence for '{Factors.FirstOrDefault(factor => factor.Code == judgement.Factor)?.Name ?? judgement.Factor}'"));
        if (Overall is null)
        {
            problems.Add("Select the overall priority");
        }

        if (ReviewOn is null)
        {
            problems.Add("Enter the date of the review");
        }

        return problems;
    }
}
