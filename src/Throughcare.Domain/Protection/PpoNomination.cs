using Throughcare.Domain.Record;

namespace Throughcare.Domain.Protection;

/// <summary>That an area counts a person among its prolific and other priority offenders, or under integrated offender management.
/// Set by police and partners, never inferred here. <see cref="FactVersion.ValidFrom"/> is the day of registration.</summary>
public sealed record PpoNomination : FactVersion
{
    public required PpoScheme Scheme { get; init; }

    /// <summary>The area's code; one of <see cref="PoliceAreas"/>.</summary>
    public required string Area { get; init; }

    /// <summary>Home Office code of the force that lists the person.</summary>
    public required string ForceCode { get; init; }

    /// <summary>The partnership's own reference.</summary>
    public required string ListRef { get; init; }

    public required PpoStatus Status { get; init; }

    public PpoStrand? Strand { get; init; }

    public string? Reason { get; init; }

    public string? LeadAgency { get; init; }

    public string? PriorityNote { get; init; }

    /// <summary>The person must not learn of it; those alone who read restricted entries see it.</summary>
    public required bool IsCovert { get; init; }

    /// <summary>How it was known that this person is meant.</summary>
    public required PpoLink Link { get; init; }

    /// <summary>The last day on which somebody should have confirmed a probable link; <see langword="null"/> where it is sure.</summary>
    public DateOnly? ConfirmBy { get; init; }

    public bool IsPpo => Scheme is PpoScheme.Ppo;

    /// <summary>In force: active on the list.</summary>
    public bool IsActive => Status is PpoStatus.Active && !Withdrawn;
}

public enum PpoScheme
{
    /// <summary>Prolific and other priority offender.</summary>
    Ppo,

    /// <summary>Integrated offender management, fixed cohort.</summary>
    IomFixed,

    /// <summary>Integrated offender management, flexible cohort.</summary>
    IomFlex,

    /// <summary>Integrated offender management, free cohort.</summary>
    IomFree,
}

public enum PpoStatus
{
    Nominated,
    Active,
    Suspended,

    /// <summary>Taken off the list, or no longer on it.</summary>
    Removed,
}

public enum PpoStrand
{
    CatchConvict,
    RehabilitateResettle,
    PreventDeter,
}

/// <summary>How a nomination came to be linked to a person.</summary>
public enum PpoLink
{
    /// <summary>A police number of the list is one of the person's.</summary>
    Confirmed,

    /// <summary>Name and date of birth are the same; to be confirmed within five working days.</summary>
    Probable,

    /// <summary>Somebody here decided.</summary>
    ByHand,
}
