using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>How an allocation stands against its time.</summary>
public enum AllocationStatus
{
    /// <summary>Arrival is not recorded.</summary>
    Unknown,
    InTime,
    DueToday,
    Overdue,

    /// <summary>Allocated by the due date.</summary>
    Met,

    /// <summary>Allocated after it.</summary>
    Late,
}

/// <param name="DueOn"><see langword="null"/> without an arrival.</param>
/// <param name="WorkingDaysLate">After the due date, up to and with the day of allocation or today; 0 in time.</param>
public sealed record AllocationTiming(DateOnly? DueOn, AllocationStatus Status, int WorkingDaysLate);

/// <summary>By when a person who arrives has to have a POM: the second working day after arrival, at every prison.</summary>
/// <remarks>Source: joint inspection of prisons 2011, s.3.1 (two days of reception), read as working days.</remarks>
public static class AllocationClock
{
    /// <summary>Working days after arrival.</summary>
    public const int AllowedWorkingDays = 2;

    private const int NewDays = 7;

    private const string Source = "National offender management inspection of prisons (2011) 3.1: allocation within two days of reception, read as working days";

    /// <summary>The later of the start of the sentence and the last reception into the prison.</summary>
    /// <returns><see langword="null"/> where no reception is recorded.</returns>
    public static DateOnly? ArrivedOn(DateOnly? sentenceStart, DateOnly? received) => received is { } day && sentenceStart is { } start && start > day ? start : received;

    /// <param name="arrivedOn"><see langword="null"/> where it is not recorded.</param>
    /// <param name="allocatedOn"><see langword="null"/> while nobody is allocated.</param>
    /// <param name="isHoliday">Bank holidays; those of England and Wales unless said.</param>
    public static Explained<AllocationTiming> For(DateOnly? arrivedOn, DateOnly? allocatedOn, DateOnly today, Func<DateOnly, bool>? isHoliday = null)
    {
        isHoliday ??= BankHolidays.EnglandAndWales.Contains;
        if (arrivedOn is not { } arrived)
        {
            return Say(new(null, AllocationStatus.Unknown, 0), "No due date can be set: the day of arrival is not recorded.");
        }

        var due = DueAfter(arrived, isHoliday);
        var by = allocatedOn ?? today;
        var late = WorkingDaysAfter(due, by, isHoliday);
        var status = allocatedOn is { } on ? (on <= due ? AllocationStatus.Met : AllocationStatus.Late)
            : today < due ? AllocationStatus.InTime
            : today == due ? AllocationStatus.DueToday
            : AllocationStatus.Overdue;
        return Say(
            new(due, status, late),
            $"Arrived on {Words.LongDate(arrived)}; a POM is due on the second working day after that, {Words.LongDate(due)}{(allocatedOn is { } given ? $"; allocated on {Words.LongDate(given)}" : "")}.");

        Explained<AllocationTiming> Say(AllocationTiming value, string because) => new(
            value, "allocation.due", because, Source,
            [
                new("Arrived", arrivedOn is { } day ? Words.LongDate(day) : "Not recorded"),
                new("Allocated", allocatedOn is { } given ? Words.LongDate(given) : "No"),
                new("On", Words.LongDate(today)),
            ]);
    }

    /// <summary>Calendar days: from arrival, or from the day on which the last POM here was removed.</summary>
    /// <returns><see langword="null"/> without an arrival.</returns>
    public static int? DaysWaiting(DateOnly? arrivedOn, DateOnly? removedOn, DateOnly today) =>
        arrivedOn is { } arrived ? today.DayNumber - (removedOn is { } removed && removed >= arrived ? removed : arrived).DayNumber : null;

    /// <summary>Working days from arrival, with that day where it is one, up to but not with today.</summary>
    public static int? WorkingDaysSince(DateOnly? arrivedOn, DateOnly today)
    {
        if (arrivedOn is not { } day)
        {
            return null;
        }

        var count = 0;
        for (; day < today; day = day.AddDays(1))
        {
            count += day.IsWorkingDay ? 1 : 0;
        }

        return count;
    }

    /// <summary>A case is new for a POM who got it in the last seven days, today included.</summary>
    public static bool IsNew(DateOnly since, DateOnly today) => since > today.AddDays(-NewDays) && since <= today;

    /// <summary>The code of a status, such as <c>in_time</c>.</summary>
    public static string CodeOf(AllocationStatus status) => status switch
    {
        AllocationStatus.InTime => "in_time",
        AllocationStatus.DueToday => "due_today",
        AllocationStatus.Overdue => "overdue",
        AllocationStatus.Met => "met",
        AllocationStatus.Late => "late",
        _ => "unknown",
    };

    private static DateOnly DueAfter(DateOnly arrived, Func<DateOnly, bool> isHoliday)
    {
        var day = arrived;
        for (var left = AllowedWorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorking(day, isHoliday) ? 1 : 0;
        }

        return day;
    }

    private static int WorkingDaysAfter(DateOnly due, DateOnly by, Func<DateOnly, bool> isHoliday)
    {
        var count = 0;
        for (var day = due.AddDays(1); day <= by; day = day.AddDays(1))
        {
            count += IsWorking(day, isHoliday) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWorking(DateOnly day, Func<DateOnly, bool> isHoliday) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isHoliday(day);
}

/// <summary>How a prison keeps the time for allocation.</summary>
public static class AllocationPerformance
{
    /// <summary>Allocations in time out of all receptions in scope, as a whole per cent, half up.</summary>
    /// <returns><see langword="null"/> where nobody was received.</returns>
    public static int? Percent(int met, int receptions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(met);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(met, receptions);
        return receptions == 0 ? null : (int)Math.Round(met * 100m / receptions, MidpointRounding.AwayFromZero);
    }
}
