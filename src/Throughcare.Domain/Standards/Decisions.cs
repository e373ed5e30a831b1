using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Standards;

/// <summary>A later date for one due item, asked for with a reason and decided by somebody else. <see cref="FactVersion.ValidFrom"/> is the
/// day it was asked for.</summary>
public sealed record Deferral : FactVersion
{
    /// <summary>The item: <see cref="DueItem.Key"/>.</summary>
    public required string ItemKey { get; init; }

    public required StandardId Rule { get; init; }

    /// <summary>Code of <c>deferral-reasons.csv</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>30 to 1,000 characters.</summary>
    public required string Text { get; init; }

    public required DateOnly OriginalDueOn { get; init; }

    public required DateOnly NewDueOn { get; init; }

    public required StaffId RequestedBy { get; init; }

    public required DeferralState State { get; init; }

    public StaffId? DecidedBy { get; init; }

    public Role? DecidedAs { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? DecisionText { get; init; }
}

public enum DeferralState
{
    Requested,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>A family of standards that does not bind one case, for good: decided by the head of OMU or the team manager.</summary>
public sealed record StandardExemption : FactVersion
{
    public required string Family { get; init; }

    public required ExemptionReason Reason { get; init; }

    /// <summary>30 to 1,000 characters.</summary>
    public required string Text { get; init; }
}

/// <summary>Why a family of standards does not bind a case.</summary>
public enum ExemptionReason
{
    /// <summary>Fewer days to release than the rule gives.</summary>
    TooLittleTime,

    AlreadyHeldElsewhere,

    UnfitPermanent,

    LegalBar,
}
