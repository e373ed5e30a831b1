using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>The line that an entry has in the timeline: written with the entry, paged by key.</summary>
public sealed class TimelineEntry
{
    public required PersonId PersonId { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public required FactId Id { get; init; }

    public required TimelineKind Kind { get; init; }

    /// <summary>The fact that the line is about.</summary>
    public required FactId EntryId { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When another line took its place, or the entry was withdrawn.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }
}

/// <summary>What a line of the timeline is about.</summary>
public enum TimelineKind
{
    Contact,
    Movement,
    AlertRaised,
    AlertClosed,
    Sentence,
    KeyDates,
    Location,
    Custody,
    Manager,
    Access,
    Case,

    /// <summary>An assessment was completed.</summary>
    Assessment,

    /// <summary>Put on, or taken off, an area's list of prolific and other priority offenders.</summary>
    Nomination,

    /// <summary>Victim contact.</summary>
    Victim,

    /// <summary>A step of an intervention.</summary>
    Intervention,
    RegistrationMade,
    RegistrationEnded,
    Rosh,
    Disposal,
    AreaTransfer,

    /// <summary>A document was added, or a new version of one.</summary>
    Document,

    /// <summary>Scores were kept with an assessment.</summary>
    RiskScores,

    /// <summary>A later date for a due item: asked for, approved, refused or taken back.</summary>
    Deferral,

    /// <summary>A standard was said not to bind the case, or to bind it again.</summary>
    Exemption,

    /// <summary>Who leads was set by hand, or went back to what is worked out.</summary>
    Responsibility,

    /// <summary>An assessment for early allocation was made, or the community answered.</summary>
    EarlyAllocation,

    /// <summary>Complexity of need was recorded.</summary>
    Complexity,

    /// <summary>A manager chose another tier.</summary>
    TierChoice,

    /// <summary>A prison took on a case outside the national phases, or gave it up.</summary>
    ScopeExtension,

    /// <summary>Something that was due was done or missed. Worked out when it is read: no line is kept.</summary>
    DueItem,
}
