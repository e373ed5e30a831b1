using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>When managers hear of what is overdue. Source: standards.md 14.</summary>
public static class Escalation
{
    /// <summary>Working days overdue after which the line manager hears of it.</summary>
    public const int ManagerWorkingDays = 5;

    /// <summary>Working days overdue after which the head of the unit hears of it.</summary>
    public const int HeadWorkingDays = 20;

    /// <summary>The due dates that have been overdue for so many working days today, and had not yesterday: none on a day that is no working day.</summary>
    /// <param name="workingDays">From 1.</param>
    public static IReadOnlyList<DateOnly> DueDatesOf(DateOnly today, int workingDays) =>
        [.. Enumerable.Range(workingDays, (workingDays * 2) + 8).Select(days => today.AddDays(-days)).Where(due => due.AddWorkingDays(workingDays) == today)];

    /// <summary>Regional managers get their list on the first working day of a month.</summary>
    public static bool IsMonthlyDay(DateOnly today) => today.IsWorkingDay && new DateOnly(today.Year, today.Month, 1).AddDays(-1).AddWorkingDays(1) == today;

    /// <summary>The latest due date that has been overdue for so many working days on a day.</summary>
    /// <param name="workingDays">From 1.</param>
    public static DateOnly OverdueSince(DateOnly today, int workingDays) =>
        Enumerable.Range(workingDays, (workingDays * 2) + 8).Select(days => today.AddDays(-days)).First(due => due.AddWorkingDays(workingDays) <= today);
}
