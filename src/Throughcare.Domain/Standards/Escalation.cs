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
}
