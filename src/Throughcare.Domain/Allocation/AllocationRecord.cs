using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>The allocation of a person to a prison offender manager: one for a person, with every version kept. <see cref="FactVersion.ValidFrom"/>
/// is the day of the last event.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), allocation history.</remarks>
public sealed record AllocationRecord : FactVersion
{
    public required PlaceCode Prison { get; init; }

    /// <summary><see langword="null"/> once nobody has the case.</summary>
    public StaffId? Pom { get; init; }

    /// <summary>"Surname, Forename" at the time.</summary>
    public string? PomName { get; init; }

    /// <summary>The day on which the POM got the case.</summary>
    public DateOnly? PomSince { get; init; }

    public StaffId? CoWorker { get; init; }

    public string? CoWorkerName { get; init; }

    /// <summary>At the time of the allocation: a letter with what follows it, such as <c>B2</c>.</summary>
    public string? Tier { get; init; }

    public RoshLevel? Rosh { get; init; }

    /// <summary>What was recommended; <see langword="null"/> where nothing was.</summary>
    public PomType? RecommendedType { get; init; }

    /// <summary>Code of the rule that recommended, such as <c>tier_based</c>.</summary>
    public string? RecommendedBecause { get; init; }

    /// <summary>Codes of <c>override-reasons.csv</c> with <c>|</c> between, where somebody of another type was chosen.</summary>
    public string? OverrideReasons { get; init; }

    /// <summary>At most 175 characters.</summary>
    public string? SuitabilityText { get; init; }

    /// <summary>At most 175 characters.</summary>
    public string? OtherText { get; init; }

    /// <summary>To the POM.</summary>
    public string? Message { get; init; }

    public required AllocationEvent Event { get; init; }

    public required AllocationTrigger Trigger { get; init; }
}

/// <summary>Grades of a prison offender manager.</summary>
public enum PomType
{
    /// <summary>A prison officer (<c>PRO</c>).</summary>
    Prison,

    /// <summary>A probation officer in the prison (<c>PO</c>).</summary>
    Probation,
}

/// <summary>What happened to an allocation.</summary>
public enum AllocationEvent
{
    /// <summary>The first in this stay.</summary>
    AllocatePrimaryPom,

    /// <summary>From one POM to another.</summary>
    ReallocatePrimaryPom,

    /// <summary>A co-working POM was added.</summary>
    AllocateSecondaryPom,

    /// <summary>Another co-working POM.</summary>
    ReallocateSecondaryPom,

    /// <summary>The POM was removed: the case is to be allocated again.</summary>
    DeallocatePrimaryPom,

    /// <summary>The co-working POM was removed.</summary>
    DeallocateSecondaryPom,

    /// <summary>Ended by release.</summary>
    DeallocateReleasedOffender,
}

/// <summary>What brought an event of an allocation about.</summary>
public enum AllocationTrigger
{
    /// <summary>A person did it.</summary>
    User,

    /// <summary>Arrival at another prison.</summary>
    OffenderTransferred,
    OffenderReleased,

    /// <summary>A correction.</summary>
    ManualChange,

    /// <summary>No longer in scope.</summary>
    LegalStatusChanged,

    /// <summary>The POM was marked away, was removed or lost the role.</summary>
    InactivePom,
}
