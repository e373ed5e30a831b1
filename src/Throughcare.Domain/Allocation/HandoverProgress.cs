using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>How far a handover has come: on which day each of its tasks was done. One runs for a handover; it ends where the tasks begin anew.</summary>
public sealed record HandoverProgress : FactVersion
{
    /// <summary>The last OASys was reviewed.</summary>
    public DateOnly? ReviewedOasysOn { get; init; }

    /// <summary>Contact was made with the COM.</summary>
    public DateOnly? ContactedComOn { get; init; }

    /// <summary>The handover meeting was held.</summary>
    public DateOnly? AttendedMeetingOn { get; init; }

    /// <summary>The handover report was sent.</summary>
    public DateOnly? SentReportOn { get; init; }
}
