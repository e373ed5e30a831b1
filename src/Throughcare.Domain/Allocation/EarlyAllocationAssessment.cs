using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>An assessment of whether the community should lead 15 months before release. <see cref="FactVersion.ValidFrom"/> is the day it was made.</summary>
/// <remarks>Questions: <c>early-allocation-questions.csv</c>; an answer is <see langword="null"/> where the question was not asked.</remarks>
public sealed record EarlyAllocationAssessment : FactVersion
{
    /// <summary>Of the last OASys risk assessment.</summary>
    public required DateOnly OasysOn { get; init; }

    public bool? ConvictedUnderTerrorismAct { get; init; }

    public bool? HighProfile { get; init; }

    public bool? SeriousCrimePreventionOrder { get; init; }

    public bool? MappaLevel3 { get; init; }

    /// <summary>Will be a critical public protection case.</summary>
    public bool? CppcCase { get; init; }

    /// <summary>Has been in an extremism separation centre.</summary>
    public bool? ExtremismSeparation { get; init; }

    public bool? DueForReleaseInLessThan24Months { get; init; }

    public bool? HighRiskOfSeriousHarm { get; init; }

    public bool? MappaLevel2 { get; init; }

    public bool? PathfinderProcess { get; init; }

    public bool? OtherReason { get; init; }

    public required EarlyAllocationOutcome Outcome { get; init; }

    /// <summary>Why a discretionary case is referred.</summary>
    public string? Reason { get; init; }

    /// <summary>The head of offender management delivery approved the referral.</summary>
    public bool IsApproved { get; init; }

    /// <summary>It was made within 18 months of the earliest date; otherwise it is kept for later.</summary>
    public bool WasInWindow { get; init; }

    /// <summary>What the community answered to a referral; <see langword="null"/> until it has.</summary>
    public bool? CommunityAccepted { get; init; }

    public DateOnly? CommunityDecidedOn { get; init; }
}

/// <summary>What an assessment for early allocation comes to.</summary>
public enum EarlyAllocationOutcome
{
    Eligible,

    /// <summary>The community decides.</summary>
    Discretionary,
    Ineligible,
}
