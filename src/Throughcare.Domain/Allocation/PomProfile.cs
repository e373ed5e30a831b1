using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>Somebody who is a POM at a prison: type, working pattern and status. Every change is a version of its own.</summary>
/// <remarks>Nobody is a POM because they are in a list of staff: somebody makes them one.</remarks>
public sealed record PomProfile
{
    public required StaffId Staff { get; init; }

    /// <summary>The prison.</summary>
    public required PlaceCode Place { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    public required PomType Type { get; init; }

    public PomStatus Status { get; init; } = PomStatus.Active;

    /// <summary>Of full time, which is 37.5 hours a week: from 1 to 10.</summary>
    public int Tenths { get; init; } = WorkingPattern.FullTime;

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }

    /// <summary>The instant at which a later version took over; <see langword="null"/> for the one in force.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }
}

/// <summary>A POM knows something particularly well, from a day until another.</summary>
public sealed record PomSpecialismSpell
{
    public required StaffId Staff { get; init; }

    public required PlaceCode Place { get; init; }

    public required PomSpecialism Specialism { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; <see langword="null"/> while it lasts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Codes of the PDUs whose cases they cover, with <c>|</c> between: for <see cref="PomSpecialism.Geographic"/> alone.</summary>
    public string? Pdus { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }

    public bool IsActiveOn(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>Whether a POM worked on offender management on a day, or was put on other duties.</summary>
public sealed record OmDutyDay
{
    public required StaffId Staff { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>No for a day on other duties.</summary>
    public required bool IsOnDuty { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }
}

/// <summary>What a prison has decided about its offender management unit.</summary>
public sealed record PrisonSetting
{
    public required PlaceCode Place { get; init; }

    /// <summary>The governor said that its staff are not put on other duties; any such day is an exception.</summary>
    public bool IsProtectedFromRedeployment { get; init; }

    /// <summary>Weeks from one session of key work to the next, 1 or more; <see langword="null"/> where the prison has set none.</summary>
    public int? SessionEveryWeeks { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }
}

/// <summary>By what POMs are recommended, in the nation, from a day. Each decision is kept; of two for one day the later counts.</summary>
public sealed record RecommendationSetting
{
    public required DateOnly From { get; init; }

    public required RecommendationStrategy Strategy { get; init; }

    /// <summary>Why, in the words of whoever decided it.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }

    /// <summary>The strategy in force on a day: the last that began by then, the tier where none did.</summary>
    public static RecommendationStrategy InForce(IEnumerable<RecommendationSetting> settings, DateOnly day) =>
        settings.Where(setting => setting.From <= day).MaxBy(setting => (setting.From, setting.RecordedAt))?.Strategy ?? RecommendationStrategy.Tier;
}

/// <summary>Identifies a notice.</summary>
public readonly record struct NoticeId(Guid Value) : ITypedId<NoticeId>
{
    public static NoticeId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Something that a member of staff, or the mailbox of an office, is told.</summary>
public sealed record Notice
{
    public required NoticeId Id { get; init; }

    /// <summary>Who is told; <see langword="null"/> for a mailbox.</summary>
    public StaffId? Staff { get; init; }

    /// <summary>The office whose mailbox is told; <see langword="null"/> for a member of staff.</summary>
    public PlaceCode? Mailbox { get; init; }

    /// <summary>Whom it is about; <see langword="null"/> for a summary of several.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Code of <c>handover-notifications.csv</c>, such as <c>allocated</c>.</summary>
    public required string Code { get; init; }

    /// <summary>In a sentence or two, without the person's name: that stands beside it for whoever may see it.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}
