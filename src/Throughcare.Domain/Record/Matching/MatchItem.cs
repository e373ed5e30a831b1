namespace Throughcare.Domain.Record.Matching;

/// <summary>Two records that may be one person's, for somebody to look at. A work item, not a fact: what is decided becomes
/// an event of both records.</summary>
public sealed class MatchItem
{
    public required FactId Id { get; init; }

    public required MatchKind Kind { get; init; }

    /// <summary>The record that was looked for; <see langword="null"/> for a nomination that is nobody's yet.</summary>
    public PersonId? AskerId { get; init; }

    /// <summary>The nomination that was looked for, where the kind is <see cref="MatchKind.Ppo"/>.</summary>
    public FactId? NominationId { get; init; }

    /// <summary>The record that it may be.</summary>
    public required PersonId CandidateId { get; init; }

    /// <summary>A base-2 logarithm of the odds: <see cref="MatchScore.Total"/> when the item was made.</summary>
    public required double Total { get; init; }

    /// <summary>Between 0 and 1.</summary>
    public required double Probability { get; init; }

    public required MatchReasons Reasons { get; init; }

    /// <summary>The import that found it; <see langword="null"/> for the nightly search.</summary>
    public FactId? RunId { get; init; }

    /// <summary>The establishment or delivery unit whose task it is.</summary>
    public required PlaceCode Owner { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public MatchStatus Status { get; set; }

    /// <summary>The day on which a deferred item comes back.</summary>
    public DateOnly? DeferredUntil { get; set; }

    public StaffId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why; at most 1,000 characters.</summary>
    public string? Reason { get; set; }

    /// <summary>Counts decisions: the second of two who decide at once is told of the first.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether it waits for somebody on a day.</summary>
    public bool IsOpenOn(DateOnly day) => Status is MatchStatus.Open || (Status is MatchStatus.Deferred && DeferredUntil <= day);
}

public enum MatchKind
{
    PrisonProbation,
    PrisonPrison,
    ProbationProbation,

    /// <summary>A row's own key led to a person who seems to be somebody else.</summary>
    KeyPersonDisagrees,

    /// <summary>A nomination of the list of prolific and other priority offenders.</summary>
    Ppo,
}

public enum MatchStatus
{
    Open,

    /// <summary>Comes back on a day.</summary>
    Deferred,

    /// <summary>Somebody wants the records merged; another person has to agree, for both have casework.</summary>
    MergeRequested,

    /// <summary>One person's.</summary>
    Linked,

    /// <summary>Two people's, for good.</summary>
    NotSame,
}

/// <summary>That two records are two people's: said once, kept for ever, true both ways round.</summary>
public sealed class NotSamePerson
{
    private NotSamePerson()
    {
    }

    /// <summary>The lesser id.</summary>
    public PersonId OneId { get; private init; }

    /// <summary>The greater id.</summary>
    public PersonId OtherId { get; private init; }

    public StaffId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Reason { get; private init; }

    public static NotSamePerson Of(PersonId one, PersonId other, StaffId by, DateTimeOffset at, string? reason)
    {
        var (low, high) = Ordered(one, other);
        return new() { OneId = low, OtherId = high, By = by, At = at, Reason = reason };
    }

    /// <summary>The pair as it is kept.</summary>
    public static (PersonId One, PersonId Other) Ordered(PersonId one, PersonId other) =>
        one.Value.CompareTo(other.Value) <= 0 ? (one, other) : (other, one);
}

/// <summary>How far the nightly search for duplicates has come: one row.</summary>
public sealed class DuplicateSearch
{
    public int Id { get; init; } = 1;

    /// <summary>The last person of the last batch; <see langword="null"/> before the first.</summary>
    public PersonId? After { get; set; }

    /// <summary>When it last came to the end; <see langword="null"/> while it is on its way.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
