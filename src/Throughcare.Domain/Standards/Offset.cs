using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

public enum OffsetUnit
{
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// <summary>So many of one unit; negative before.</summary>
public readonly record struct OffsetPart(int Count, OffsetUnit Unit)
{
    /// <summary>The day so far from <paramref name="day"/>. Months and years keep the day of the month, cut to the last day there is.</summary>
    /// <exception cref="InvalidOperationException">Hours are elapsed time and need an instant.</exception>
    public DateOnly From(DateOnly day) => Unit switch
    {
        OffsetUnit.Days => day.AddDays(Count),
        OffsetUnit.Weeks => day.AddDays(7 * Count),
        OffsetUnit.Months => day.AddMonths(Count),
        OffsetUnit.Years => day.AddMonths(12 * Count),
        OffsetUnit.WorkingDays => day.AddWorkingDays(Count),
        _ => throw new InvalidOperationException("Hours are counted from an instant, not from a day."),
    };

    /// <summary>Such as "10 weeks", "1 working day".</summary>
    public string Words
    {
        get
        {
            var count = Math.Abs(Count);
            var unit = Unit is OffsetUnit.WorkingDays ? "working days" : Unit.ToString().ToLowerInvariant();
            return $"{count} {(count == 1 ? unit[..^1] : unit)}";
        }
    }
}

/// <summary>A distance in time, applied part by part from left to right: months first, then days.</summary>
public sealed record Offset(IReadOnlyList<OffsetPart> Parts)
{
    public bool IsInHours => Parts is [{ Unit: OffsetUnit.Hours }];

    /// <summary>Before the trigger, or on its day.</summary>
    public bool IsBefore => Parts.All(part => part.Count <= 0);

    /// <summary>The day so far from <paramref name="day"/>, then moved by <paramref name="roll"/> where it is not a working day.</summary>
    /// <remarks>Counting working days back with <see cref="Roll.Previous"/> starts from the last working day on or before the trigger:
    /// the cut-off of licences.</remarks>
    public DateOnly From(DateOnly day, Roll roll = Roll.None)
    {
        if (roll is Roll.Previous && Parts is [{ Unit: OffsetUnit.WorkingDays, Count: < 0 }, ..])
        {
            day = LastWorkingDayTo(day);
        }

        foreach (var part in Parts)
        {
            day = part.From(day);
        }

        return roll switch
        {
            Roll.Next when !day.IsWorkingDay => day.AddWorkingDays(1),
            Roll.Previous when !day.IsWorkingDay => day.AddWorkingDays(-1),
            _ => day,
        };
    }

    /// <summary>The instant so many hours of elapsed time after <paramref name="instant"/>.</summary>
    public DateTimeOffset From(DateTimeOffset instant) => instant.AddHours(Parts[0].Count);

    /// <summary>About how many days, without their sign: to tell the shorter of two.</summary>
    public double RoughDays => Math.Abs(Parts.Sum(part => part.Count * part.Unit switch
    {
        OffsetUnit.Hours => 1.0 / 24,
        OffsetUnit.Days => 1,
        OffsetUnit.WorkingDays => 7.0 / 5,
        OffsetUnit.Weeks => 7,
        OffsetUnit.Months => 30.4,
        _ => 365.25,
    }));

    /// <summary>As many parts the other way.</summary>
    public Offset Back() => new([.. Parts.Select(part => part with { Count = -part.Count })]);

    /// <summary>Such as "10 weeks", "8 months and 14 days".</summary>
    public string Words => string.Join(" and ", Parts.Select(part => part.Words));

    /// <summary>The last working day on or before <paramref name="day"/>.</summary>
    public static DateOnly LastWorkingDayTo(DateOnly day) => day.IsWorkingDay ? day : day.AddWorkingDays(-1);

    public bool Equals(Offset? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}
