using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>How full the workload of a community offender manager was in a week, as it stood when it was first looked at in it.</summary>
public sealed record WorkloadWeek
{
    public required StaffId Staff { get; init; }

    /// <summary>The Monday.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>May be negative.</summary>
    public required int Points { get; init; }

    /// <summary>0 or more.</summary>
    public required int Available { get; init; }

    /// <summary>With one decimal; 0 where either is 0.</summary>
    public required decimal Percent { get; init; }
}

/// <summary>Who has carried too much for too long.</summary>
/// <remarks>Both thresholds are inferred.</remarks>
public static class WorkloadWeeks
{
    /// <summary>More than this many per cent of capacity is too much.</summary>
    public const decimal TooMuch = 110;

    /// <summary>For so many weeks one after the other it is too long.</summary>
    public const int Weeks = 4;

    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Over 110% in each of the last four weeks; where this week was not looked at yet, in the four before it.</summary>
    /// <param name="weeks">Of one member of staff, in any order.</param>
    public static bool IsTooLong(IReadOnlyCollection<WorkloadWeek> weeks, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        var last = Of(day);
        if (weeks.All(week => week.Week != last))
        {
            last = last.AddDays(-7);
        }

        return Enumerable.Range(0, Weeks).All(back => weeks.Any(week => week.Week == last.AddDays(-7 * back) && week.Percent > TooMuch));
    }
}
