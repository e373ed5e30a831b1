using System.Linq.Expressions;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>A task of a handover.</summary>
public enum HandoverTask
{
    ReviewedOasys,
    ContactedCom,
    AttendedHandoverMeeting,
    SentHandoverReport,
}

/// <summary>What is to be done about a handover, and in which list it stands.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), handovers.</remarks>
public static class HandoverWork
{
    public const string Table = "allocation/handover-checklist.csv";

    /// <summary>Days before the handover from which it is upcoming.</summary>
    public const int UpcomingDays = 56;

    /// <summary>Days after the handover from which a COM is overdue.</summary>
    public const int ComOverdueDays = 2;

    /// <summary>From this handover date on an enhanced handover has no meeting of its own, where the simplified list is on.</summary>
    public static readonly DateOnly SimplifiedFrom = new(2026, 9, 1);

    private static readonly Lazy<IReadOnlyList<(string Type, bool IsSimplified, string Code, string Name)>> Rows = new(() =>
    [
        .. CsvTable.Load(Table).Rows.Select(row => (
            row.Required("handover_type"), row["condition"].StartsWith("simplified list on", StringComparison.Ordinal), row.Required("task_code"), row.Required("task"))),
    ]);

    /// <summary>Missing without case information or a calculation; none for a sentence so short that the COM leads throughout; enhanced where
    /// the resourcing is, or is not known; else standard.</summary>
    /// <param name="reason">Code of the calculation; <see langword="null"/> where there is none.</param>
    public static HandoverType TypeOf(string? reason, bool? isEnhanced) => reason switch
    {
        null or "" => HandoverType.Missing,
        HandoverReasons.DeterminateShort => HandoverType.None,
        _ => isEnhanced is false ? HandoverType.Standard : HandoverType.Enhanced,
    };

    /// <summary>The tasks of a handover, in order.</summary>
    /// <param name="isSimplified">The simplified list is switched on.</param>
    public static IReadOnlyList<(HandoverTask Task, string Name)> Checklist(HandoverType type, DateOnly? handover, bool isSimplified = true)
    {
        var word = type switch
        {
            HandoverType.Enhanced => "enhanced",
            HandoverType.Standard => "standard",
            HandoverType.None => "none",
            _ => "missing",
        };
        var simple = type is HandoverType.Enhanced && isSimplified && handover >= SimplifiedFrom;
        return [.. Rows.Value.Where(row => row.Type == word && row.IsSimplified == simple).Select(row => (TaskOf(row.Code), row.Name))];
    }

    public static HandoverTask TaskOf(string code) => code switch
    {
        "reviewed_oasys" => HandoverTask.ReviewedOasys,
        "contacted_com" => HandoverTask.ContactedCom,
        "attended_handover_meeting" => HandoverTask.AttendedHandoverMeeting,
        "sent_handover_report" => HandoverTask.SentHandoverReport,
        _ => throw new TableException(Table, 0, "task_code", $"is '{code}', which is no task"),
    };

    public static string CodeOf(HandoverTask task) => task switch
    {
        HandoverTask.ReviewedOasys => "reviewed_oasys",
        HandoverTask.ContactedCom => "contacted_com",
        HandoverTask.AttendedHandoverMeeting => "attended_handover_meeting",
        _ => "sent_handover_report",
    };

    /// <summary>The POM leads alone, and the handover is at most so many days away and still to come.</summary>
    public static bool IsUpcoming(Responsibility? responsibility, DateOnly? handover, DateOnly day, int windowDays = UpcomingDays) =>
        responsibility is Responsibility.CustodyOnly && handover is { } on && day < on && day >= on.AddDays(-windowDays);

    /// <summary>The COM leads and there was a handover date; or it is upcoming and a COM is named.</summary>
    public static bool IsInProgress(Responsibility? responsibility, DateOnly? handover, DateOnly day, bool hasCom, int windowDays = UpcomingDays) =>
        (responsibility is Responsibility.Community && handover is not null) || (hasCom && IsUpcoming(responsibility, handover, day, windowDays));

    /// <summary>The COM leads by a handover date two days ago or earlier, and neither a name nor an address of one is known.</summary>
    public static bool IsComOverdue(Responsibility? responsibility, DateOnly? handover, DateOnly day, bool hasCom) =>
        responsibility is Responsibility.Community && handover is { } on && day >= on.AddDays(ComOverdueDays) && !hasCom;

    /// <summary>As <see cref="IsUpcoming"/>, for a query over where cases stand.</summary>
    public static Expression<Func<Standing, bool>> UpcomingOn(DateOnly day)
    {
        var last = day.AddDays(UpcomingDays);
        return s => s.Responsibility == Responsibility.CustodyOnly && s.Handover > day && s.Handover <= last;
    }

    /// <summary>As <see cref="IsInProgress"/>, for a query over where cases stand.</summary>
    public static Expression<Func<Standing, bool>> InProgressOn(DateOnly day)
    {
        var last = day.AddDays(UpcomingDays);
        return s => (s.Responsibility == Responsibility.Community && s.Handover != null)
            || (s.ComName != null && s.Responsibility == Responsibility.CustodyOnly && s.Handover > day && s.Handover <= last);
    }

    /// <summary>As <see cref="IsComOverdue"/>, for a query over where cases stand; after other days than its own for those who are told.</summary>
    public static Expression<Func<Standing, bool>> ComOverdueOn(DateOnly day, int afterDays = ComOverdueDays)
    {
        var last = day.AddDays(-afterDays);
        return s => s.Responsibility == Responsibility.Community && s.Handover <= last && s.ComName == null;
    }

    /// <summary>Days since the handover date; negative where it is still to come.</summary>
    public static int DaysOverdue(DateOnly handover, DateOnly day) => day.DayNumber - handover.DayNumber;

    /// <summary>The tasks begin anew: the case went back to the POM alone, or the date moved while it was there and it is in no list any
    /// more.</summary>
    public static bool IsReset(Responsibility before, DateOnly? handoverBefore, Responsibility after, DateOnly? handoverAfter, bool isListedAfter) =>
        after is Responsibility.CustodyOnly && (before is not Responsibility.CustodyOnly || (handoverBefore != handoverAfter && !isListedAfter));
}
