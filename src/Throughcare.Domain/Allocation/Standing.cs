using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>Where a case stands: what lists of people show and are narrowed by, worked out from the record. One for a person.</summary>
/// <remarks>Kept in the transaction that changes the record, and by night for what a new day alone changes.</remarks>
public sealed record Standing
{
    public required PersonId PersonId { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The prison that holds the person, or from which they are away for a while; <see langword="null"/> in the community.</summary>
    public PlaceCode? Prison { get; init; }

    /// <summary>Where the person is, in words: "In custody: HMP Leeds, B2-14".</summary>
    public string? Where { get; init; }

    /// <summary>Later of the start of the sentence and the last reception there.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary><see langword="null"/> where it cannot be decided.</summary>
    public bool? IsInScope { get; init; }

    /// <summary>Code of <c>scope-reasons.csv</c>.</summary>
    public string? ScopeReason { get; init; }

    /// <summary>Who leads, an override first; <see langword="null"/> out of scope.</summary>
    public Responsibility? Responsibility { get; init; }

    public bool IsOverridden { get; init; }

    /// <summary>From when the COM supports.</summary>
    public DateOnly? HandoverStart { get; init; }

    /// <summary>From when the COM leads.</summary>
    public DateOnly? Handover { get; init; }

    /// <summary>Code of <c>handover-reasons.csv</c>.</summary>
    public string? HandoverReason { get; init; }

    /// <summary>The version of the rules, such as <c>H9</c>.</summary>
    public string? HandoverVersion { get; init; }

    /// <summary>The release date that lists show.</summary>
    public DateOnly? EarliestRelease { get; init; }

    /// <summary>Which date that is, such as <c>CRD</c>.</summary>
    public string? EarliestReleaseCode { get; init; }

    /// <summary>Earliest of THD, TED and PED within ten months.</summary>
    public DateOnly? NextParole { get; init; }

    /// <summary>By both axes, such as <c>B2</c>.</summary>
    public string? Tier { get; init; }

    /// <summary>A single letter, such as <c>C</c>.</summary>
    public string? TierV3 { get; init; }

    /// <summary>The single letter rests on facts that are missing.</summary>
    public bool IsTierProvisional { get; init; }

    public RoshLevel? Rosh { get; init; }

    /// <summary>From 1 to 3; 0 where it is known not to apply.</summary>
    public int? MappaLevel { get; init; }

    public ComplexityOfNeed? Complexity { get; init; }

    /// <summary>The POM of this prison, where they are known here.</summary>
    public StaffId? Pom { get; init; }

    /// <summary>As recorded, also of somebody who is not known here; <see langword="null"/> where the case is to be allocated.</summary>
    public string? PomName { get; init; }

    public DateOnly? PomSince { get; init; }

    public StaffId? CoWorker { get; init; }

    public DateOnly? CoWorkerSince { get; init; }

    public StaffId? Com { get; init; }

    /// <summary>As recorded, also of somebody who is not known here.</summary>
    public string? ComName { get; init; }

    public StaffId? KeyWorker { get; init; }

    public DateOnly? KeyWorkerSince { get; init; }

    /// <summary>The delivery unit of the COM.</summary>
    public PlaceCode? Pdu { get; init; }

    /// <summary>The delivery unit from which the person comes.</summary>
    public PlaceCode? HomeArea { get; init; }

    /// <summary>What says so.</summary>
    public HomeAreaSource? HomeAreaFrom { get; init; }

    /// <summary>What an allocation lacks, with <c>|</c> between: <c>tier</c>, <c>rosh</c>, <c>complexity</c>; <see langword="null"/> where nothing.</summary>
    public string? Missing { get; init; }

    /// <summary><see cref="Standards.DueDigest"/> of what is stored as due; <see langword="null"/> where it was never worked out.</summary>
    public long? DueDigest { get; init; }

    /// <summary>The tier that lists show: that of both axes, which workload and recommendations rest on; the single letter where there is none.</summary>
    public string? ShownTier => Tier ?? TierV3;

    /// <summary>The delivery unit that is told of the case: that of the COM, else that of the home area; <see langword="null"/>: there is none to tell.</summary>
    public PlaceCode? UnitToTell => Pdu ?? HomeArea;

    /// <summary>Says the same as another, whenever each changed and whatever is due.</summary>
    public bool SaysTheSameAs(Standing other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { ChangedAt = other.ChangedAt, DueDigest = other.DueDigest } == other;
    }
}

/// <summary>A change of where a case stands.</summary>
public sealed record StandingChange
{
    /// <summary>In the order of time.</summary>
    public Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StandingKind Kind { get; init; }

    /// <summary>What it was, in codes; <see langword="null"/> for the first.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>The rule and its version.</summary>
    public string? Rule { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Because { get; init; }
}

/// <summary>What changed of where a case stands.</summary>
public enum StandingKind
{
    Scope,
    Responsibility,

    /// <summary>Start or date of the handover.</summary>
    Handover,
    Tier,
    TierV3,
    EarlyAllocation,
}
