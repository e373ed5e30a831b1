using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;

namespace Throughcare.Application.Allocation;

/// <summary>How far each task of a handover is: ticked by hand, or shown by what is recorded.</summary>
public static class HandoverSteps
{
    internal const string ReportSent = "TC25";

    internal const string MeetingHeld = "TC26";

    /// <param name="DoneOn">The day on which it was done; <see langword="null"/> while it is not.</param>
    /// <param name="IsFromRecord">Nobody ticked it: an entry of the record shows it.</param>
    public sealed record Step(HandoverTask Task, string Name, DateOnly? DoneOn, bool IsFromRecord);

    /// <summary>What the record shows of tasks that nobody ticked, from eight weeks before the handover on.</summary>
    /// <param name="Oasys">An assessment was completed.</param>
    /// <param name="Meeting">The handover meeting was held, so that the COM was met too.</param>
    /// <param name="Report">The handover report was sent.</param>
    public readonly record struct Shown(DateOnly? Oasys, DateOnly? Meeting, DateOnly? Report);

    /// <summary>The tasks of a case, in order.</summary>
    /// <param name="progress">What was ticked of the handover that runs.</param>
    public static IReadOnlyList<Step> Of(CaseFacts facts, HandoverProgress? progress)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var handover = facts.Handover.Value.HandoverOn;
        return Of(facts.HandoverType.Value, handover, progress, FromOf(handover) is { } from
            ? new(facts.OasysCompletedSince(from), facts.ContactOfTypeSince(MeetingHeld, from), facts.ContactOfTypeSince(ReportSent, from)) : default);
    }

    public static IReadOnlyList<Step> Of(HandoverType type, DateOnly? handover, HandoverProgress? progress, Shown shown) =>
    [
        .. HandoverWork.Checklist(type, handover).Select(task =>
            DoneOn(progress, task.Task) is { } ticked ? new Step(task.Task, task.Name, ticked, false)
            : (task.Task switch { HandoverTask.ReviewedOasys => shown.Oasys, HandoverTask.SentHandoverReport => shown.Report, _ => shown.Meeting }) is { } on ? new Step(task.Task, task.Name, on, true)
            : new Step(task.Task, task.Name, null, false)),
    ];

    /// <summary>From which day the record counts.</summary>
    public static DateOnly? FromOf(DateOnly? handover) => handover?.AddDays(-HandoverWork.UpcomingDays);

    public static DateOnly? DoneOn(HandoverProgress? progress, HandoverTask task) => task switch
    {
        HandoverTask.ReviewedOasys => progress?.ReviewedOasysOn,
        HandoverTask.ContactedCom => progress?.ContactedComOn,
        HandoverTask.AttendedHandoverMeeting => progress?.AttendedMeetingOn,
        _ => progress?.SentReportOn,
    };

    /// <summary>"reviewed-oasys", as addresses write it.</summary>
    public static string Word(HandoverTask task) => HandoverWork.CodeOf(task).Replace('_', '-');
}
