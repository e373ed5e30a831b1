using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>One version of one fact about a person. Key: the fact's id and the version.</summary>
/// <remarks>Immutable: to edit, end, correct or withdraw a fact is to make its next version with <c>with</c>.</remarks>
public abstract record FactVersion
{
    /// <summary>The fact, through all its versions.</summary>
    public required FactId Id { get; init; }

    /// <summary>From 1. An edit, an ending, a correction and a withdrawal are each the next one.</summary>
    public int Version { get; init; } = 1;

    public required PersonId PersonId { get; init; }

    /// <summary>First day on which this is true, in London.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it is true; <see langword="null"/> while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>When this version came to be believed, by whom, through which use case.</summary>
    public required Entry Recorded { get; init; }

    /// <summary>The entry should not have been there: counts as no entry from this version on.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The instant at which a later version took over; stamped once, by the recorder alone.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>The case it belongs to; <see langword="null"/> for facts about the person.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>What the source calls this fact, where it has a name for it: <c>REG:1234</c>. At most 60 characters. With it the
    /// next file finds the fact again, whatever else has changed.</summary>
    public string? SourceId { get; init; }

    public bool IsTrueOn(DateOnly day) => !Withdrawn && ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>Whether this is the version that was believed at <paramref name="instant"/>.</summary>
    public bool IsKnownAt(DateTimeOffset instant) =>
        Recorded.At <= instant && (ReplacedAt is null || ReplacedAt > instant);
}

/// <summary>How a fact gives way to what comes after it.</summary>
public static class Succession
{
    extension<T>(T running)
        where T : FactVersion
    {
        /// <summary>The next version of this fact, written by <paramref name="entry"/>; change it further with <c>with</c>.</summary>
        public T Next(Entry entry) => running with { Version = running.Version + 1, Recorded = entry };

        /// <summary>The next version, no longer true after <paramref name="lastDay"/>.</summary>
        public T EndedOn(DateOnly lastDay, Entry entry) => running.Next(entry) with { ValidTo = lastDay };

        /// <summary>The next version, saying that the entry should not have been there.</summary>
        public T WithdrawnBy(Entry entry) => running.Next(entry) with { Withdrawn = true };
    }

    /// <summary>The world changed on the day <paramref name="next"/> begins: the running fact ends the day before and the next
    /// one starts. Where the running fact began that same day or later it is corrected in place instead.</summary>
    public static IEnumerable<Write> Of<T>(T? running, T next)
        where T : FactVersion
    {
        if (running is null)
        {
            return [new Write(null, next)];
        }

        return running.ValidFrom >= next.ValidFrom
            ? [new Write(running, next with { Id = running.Id, PersonId = running.PersonId, Version = running.Version + 1 })]
            : [new Write(running, running.EndedOn(next.ValidFrom.AddDays(-1), next.Recorded)), new Write(null, next)];
    }
}

/// <summary>One act of writing: the same for every row and for the event that it leaves.</summary>
/// <param name="At">The instant, to the microsecond, UTC.</param>
/// <param name="By">Who; <see cref="StaffId.System"/> for imports and jobs.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Place">The establishment or team they acted at.</param>
/// <param name="UseCase">The verb, such as <c>RecordContact</c> or <c>ImportOffloc</c>.</param>
/// <param name="Source">Where it was first entered.</param>
/// <param name="Reason">Why, for corrections and late entries; else <see langword="null"/>.</param>
public sealed record Entry(
    DateTimeOffset At, StaffId By, Role Role, PlaceCode Place, string UseCase,
    SourceSystem Source = SourceSystem.Throughcare, string? Reason = null);

/// <summary>Where a fact was first entered.</summary>
public enum SourceSystem
{
    /// <summary>Here, by a person or by a rule.</summary>
    Throughcare,

    /// <summary>The nightly prison file (Offloc).</summary>
    Offloc,

    /// <summary>The probation extract (nDelius).</summary>
    Ndelius,

    /// <summary>The list of prolific and other priority offenders (J-Track), or an area's own.</summary>
    PpoList,

    /// <summary>The summary extract of OASys.</summary>
    Oasys,

    /// <summary>One of our own templates, filled in by hand.</summary>
    Template,
}
