using Throughcare.Domain.Record;

namespace Throughcare.Domain.Protection;

/// <summary>One row of an area's list as it last stood, whether or not it is known who is meant. What it says of a person who is known is
/// a <see cref="PpoNomination"/> of that person, with its history.</summary>
public sealed record PpoListing
{
    /// <summary>Home Office code of the force.</summary>
    public required string ForceCode { get; init; }

    public required string ListRef { get; init; }

    public required string Area { get; init; }

    public required PpoScheme Scheme { get; init; }

    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    /// <summary>With a right check letter; <see langword="null"/> without.</summary>
    public string? Pnc { get; init; }

    /// <summary>With a right check letter; <see langword="null"/> without.</summary>
    public string? Cro { get; init; }

    public required PpoStatus Status { get; init; }

    public PpoStrand? Strand { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public DateOnly? RemovedOn { get; init; }

    public string? Reason { get; init; }

    public string? LeadAgency { get; init; }

    public string? PriorityNote { get; init; }

    public required bool IsCovert { get; init; }

    public required PpoMatchState Match { get; init; }

    /// <summary>Who is meant, once that is known.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The day of the list that first named it.</summary>
    public required DateOnly FirstListedOn { get; init; }

    /// <summary>What names it: force and reference.</summary>
    public string Key => KeyOf(ForceCode, ListRef);

    public static string KeyOf(string force, string reference) => $"{force}/{reference}";
}

/// <summary>How far it is known who a row of the list means.</summary>
public enum PpoMatchState
{
    /// <summary>A police number is the same.</summary>
    Confirmed,

    /// <summary>Name and date of birth are the same: linked, to be confirmed.</summary>
    Probable,

    /// <summary>Somebody may be meant; a person decides.</summary>
    Possible,

    /// <summary>Several may be meant; a person decides.</summary>
    Ambiguous,

    /// <summary>Nobody on record; looked for again every night.</summary>
    Unmatched,

    /// <summary>Linked by somebody here.</summary>
    ByHand,
}

/// <summary>Somebody whom a row of the list may mean, until a person decides; "not the same" is kept for ever.</summary>
public sealed record PpoCandidate
{
    public required string ForceCode { get; init; }

    public required string ListRef { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Why: the rule that found the person, in words.</summary>
    public required string Because { get; init; }

    /// <summary>Not the same person: never offered again.</summary>
    public bool IsRefused { get; init; }

    public StaffId? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Put off until this day.</summary>
    public DateOnly? DeferredUntil { get; init; }

    public string? DeferReason { get; init; }
}
