using Throughcare.Domain.Record;

namespace Throughcare.Domain.Access;

/// <summary>A record that is limited to named users: a limited-access case.</summary>
public sealed record AccessRestriction : FactVersion
{
    /// <summary>Search finds nobody and the address answers 404, for those not on the list.</summary>
    public bool HidesExistence { get; init; }

    /// <summary>Who to ask: shown to those who are refused.</summary>
    public required string AskTeam { get; init; }

    /// <summary>At least 20 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>At most 6 months after it starts.</summary>
    public required DateOnly ReviewOn { get; init; }
}

/// <summary>One name on the list of a limited-access case, or on the list of those who may not see a record.</summary>
public sealed record AccessListing : FactVersion
{
    public required StaffId StaffId { get; init; }

    /// <summary>A user on both lists is excluded.</summary>
    public required ListingKind Kind { get; init; }

    public string? Reason { get; init; }
}

public enum ListingKind
{
    Allowed,
    Excluded,
}

/// <summary>Somebody out of reach asked to see a record; the unit that holds the person decides.</summary>
public sealed record AccessRequest : FactVersion
{
    public required StaffId AskedBy { get; init; }

    public required Role AskedRole { get; init; }

    public required PlaceCode AskedPlace { get; init; }

    /// <summary>At least 20 characters.</summary>
    public required string Why { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The establishment or team whose managers decide.</summary>
    public required PlaceCode DecidedAt { get; init; }

    public AccessDecision Decision { get; init; }

    public StaffId? DecidedBy { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Answer { get; init; }

    /// <summary>Last day of a grant: at most 28 days after it.</summary>
    public DateOnly? GrantedUntil { get; init; }
}

public enum AccessDecision
{
    Waiting,
    Granted,
    Refused,
}

/// <summary>Who reaches a person, and why: kept in the transaction that changes the reason.</summary>
public sealed class PersonReach
{
    public required PersonId PersonId { get; init; }

    /// <summary>A place (<c>P:LHI</c>) or a member of staff (<c>S:</c> and the id): see <see cref="ReachHolder"/>.</summary>
    public required string Holder { get; init; }

    public required ReachKind Kind { get; init; }

    public required DateOnly From { get; set; }

    /// <summary>Last day; <see langword="null"/> while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The instant at which it ends, where that is within a day; else <see langword="null"/>.</summary>
    public DateTimeOffset? EndsAt { get; set; }
}

public enum ReachKind
{
    /// <summary>The establishment that holds the person, or the team that supervises them.</summary>
    Unit,

    /// <summary>An establishment or team that held or supervised them in the last 12 months.</summary>
    EarlierUnit,

    /// <summary>The establishment to which a transfer is booked or on its way, until the person is received.</summary>
    ReceivingUnit,

    /// <summary>Allocated to them.</summary>
    Manager,

    /// <summary>Granted on request.</summary>
    Granted,

    /// <summary>Break-glass: 4 hours, reviewed.</summary>
    BreakGlass,

    /// <summary>A case of an open inspection's sample.</summary>
    Sample,
}

/// <summary>How a holder of reach is written.</summary>
public static class ReachHolder
{
    public static string Of(PlaceCode place) => "P:" + place.Text;

    public static string Of(StaffId staff) => "S:" + staff.Value.ToString("N");
}
