using Throughcare.Domain.Record;

namespace Throughcare.Domain.Protection;

/// <summary>That victim contact belongs to a case: sealed at the victim level. Who the victim is and who looks after them stands apart, under
/// <see cref="Pointer"/>, which means nothing by itself.</summary>
public sealed record VictimContact : FactVersion
{
    /// <summary>A random name of the sealed entry.</summary>
    public required FactId Pointer { get; init; }

    public required VictimCaseStatus Status { get; init; }
}

/// <summary>The sealed entry: read by victim liaison staff alone. Never changed: what changes is sealed anew under another name.</summary>
public sealed record SealedVictim
{
    public required FactId Pointer { get; init; }

    /// <summary>The victim unit's own reference; never a name.</summary>
    public required string Reference { get; init; }

    public string? LiaisonOfficer { get; init; }

    /// <summary>What the victim wants to be told, and how.</summary>
    public string? Preference { get; init; }
}

/// <summary>How far contact with a victim has come.</summary>
public enum VictimCaseStatus
{
    Referred,
    Offered,
    OptedIn,
    OptedOut,
    NoReply,
    Closed,
}
