using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Standards;

/// <summary>Identifies one due item through all its versions.</summary>
public readonly record struct DueItemId(Guid Value) : ITypedId<DueItemId>
{
    public static DueItemId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One thing that is or was due of one case: computed from the record, never typed in. Key: the item and the version.</summary>
/// <remarks>It holds dates and what does not change by itself; due soon, due and overdue follow from the day that is asked about
/// (<see cref="DueItemReading"/>), so that a new day writes nothing.</remarks>
public sealed record DueItem
{
    public required DueItemId Id { get; init; }

    /// <summary>From 1; one more whenever anything of it changed.</summary>
    public int Version { get; init; } = 1;

    public required PersonId PersonId { get; init; }

    public CaseId? CaseId { get; init; }

    /// <summary>Family, occurrence and cycle: the same through every computation. At most 120 characters.</summary>
    public required string Key { get; init; }

    public required StandardId Rule { get; init; }

    public required string Family { get; init; }

    public required string MeasureGroup { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>The first characters of the SHA-256 of the rule set it was computed with.</summary>
    public required string RuleSet { get; init; }

    /// <summary>The day the clock started.</summary>
    public required DateOnly TriggerOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The instant it is due, for rules in hours.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The day it is due after deferral; else <see cref="DueOn"/>.</summary>
    public required DateOnly EffectiveDueOn { get; init; }

    /// <summary>From when it can fairly be called late, where the date moved nearer: 5 working days after that was known.</summary>
    public DateOnly? FairDueOn { get; init; }

    /// <summary>Evidence of this day or later counts.</summary>
    public required DateOnly WindowFrom { get; init; }

    public required DateOnly DueSoonFrom { get; init; }

    public required ItemState State { get; init; }

    /// <summary>A deferral runs up to and with <see cref="EffectiveDueOn"/>.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>A deferral whose reason does not excuse: on time only by the original date.</summary>
    public bool CountsOriginalDue { get; init; }

    /// <summary>The day the state came about; <see langword="null"/> while it is open.</summary>
    public DateOnly? StateSince { get; init; }

    /// <summary>Whose it is; <see langword="null"/> for the product itself.</summary>
    public Role? Responsible { get; init; }

    /// <summary>Who holds that role for the person on the due date.</summary>
    public StaffId? ResponsibleStaff { get; init; }

    /// <summary>The prison or the team that answers for it.</summary>
    public PlaceCode? Place { get; init; }

    /// <summary>The prison that held the person on the due date, for figures by prison.</summary>
    public PlaceCode? Establishment { get; init; }

    /// <summary>In scope of the offender management model of its day; <see langword="null"/> where that is not known.</summary>
    public bool? InScope { get; init; }

    /// <summary>The entry that met it.</summary>
    public FactId? Evidence { get; init; }

    public DateOnly? EvidenceOn { get; init; }

    /// <summary>The evidence was recorded more than 5 working days after it happened.</summary>
    public bool EvidenceRecordedLate { get; init; }

    /// <summary>What is missing or why it ended, in a few words; the whole reason is worked out when somebody asks.</summary>
    public string? Note { get; init; }

    /// <summary>When this version came to be believed.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The instant at which a later version took over.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Last working day on or before the due date: advice, never scored.</summary>
    public DateOnly ActBy => Offset.LastWorkingDayTo(EffectiveDueOn);

    public bool IsFinal => State is ItemState.MetOnTime or ItemState.MetLate or ItemState.Missed or ItemState.Superseded;

    /// <summary>Whether a computation came to the same: everything but the id, the version and the two instants.</summary>
    public bool SaysTheSameAs(DueItem other) =>
        this with { Id = other.Id, Version = other.Version, RecordedAt = other.RecordedAt, ReplacedAt = other.ReplacedAt, RuleSet = other.RuleSet } == other;
}

/// <summary>What is kept of an item's state: what does not follow from the day alone.</summary>
public enum ItemState
{
    /// <summary>To be done: upcoming, due soon, due, overdue or deferred, as the day says.</summary>
    Open,

    NotDetermined,

    NotApplicable,

    MetOnTime,

    MetLate,

    Missed,

    Superseded,
}

/// <summary>What an item says on a day.</summary>
public static class DueItemReading
{
    extension(DueItem item)
    {
        /// <summary>The state at the end of <paramref name="day"/>.</summary>
        public DueState StateOn(DateOnly day) => DueTerms.StateOn(item.State, day, item.EffectiveDueOn, item.DueSoonFrom, item.IsDeferred);

        /// <summary>Open, and its day has passed.</summary>
        public bool IsOverdueOn(DateOnly day) => item.State is ItemState.Open && day > item.EffectiveDueOn;

        /// <summary>Calendar days: of an overdue item until <paramref name="day"/>, of one met late until the evidence; else 0.</summary>
        public int DaysLateOn(DateOnly day) => item.State switch
        {
            ItemState.MetLate => Math.Max(0, item.EvidenceOn!.Value.DayNumber - item.EffectiveDueOn.DayNumber),
            ItemState.Open => Math.Max(0, day.DayNumber - item.EffectiveDueOn.DayNumber),
            _ => 0,
        };
    }
}
