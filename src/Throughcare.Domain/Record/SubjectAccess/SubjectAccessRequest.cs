namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>A person's request to be given their record, and how far the answer has come. Its versions are its history: each says who
/// took the step, when, and what they said. <see cref="FactVersion.ValidFrom"/> is the day of receipt.</summary>
public sealed record SubjectAccessRequest : FactVersion
{
    /// <summary>Longest reason or note.</summary>
    public const int LongestNote = 1000;

    /// <summary>Calendar months from receipt to the answer.</summary>
    public const int Months = 1;

    /// <summary>Calendar months by which a request that is hard to answer may be extended.</summary>
    public const int MonthsMore = 2;

    public required SubjectAccessState State { get; init; }

    /// <summary>How it came, such as "Letter".</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>How the person was known to be who they say.</summary>
    public string? IdentityCheck { get; init; }

    /// <summary>The instant whose record is given: nothing that was recorded later is in the answer.</summary>
    public DateTimeOffset? CollectedAt { get; init; }

    /// <summary>Why the answer takes two months more; <see langword="null"/> where it does not.</summary>
    public string? ExtendedBecause { get; init; }

    /// <summary>Who approved the answer first.</summary>
    public StaffId? ApprovedBy { get; init; }

    /// <summary>Who approved it second: never the same person.</summary>
    public StaffId? ApprovedAlsoBy { get; init; }

    /// <summary>What was said at this step: how it was sent, why it was refused or sent back.</summary>
    public string? Note { get; init; }

    public DateOnly ReceivedOn => ValidFrom;

    /// <summary>The day by which it has to be answered. Receipt on the 31st and a shorter month give that month's last day.</summary>
    public DateOnly DueOn => ReceivedOn.AddMonths(ExtendedBecause is null ? Months : Months + MonthsMore);

    public bool IsApproved => ApprovedBy is not null && ApprovedAlsoBy is not null;

    public bool IsOpen => State is not (SubjectAccessState.Sent or SubjectAccessState.Refused);
}

/// <summary>How far a request has come.</summary>
public enum SubjectAccessState
{
    Received,

    /// <summary>The person is who they say.</summary>
    IdChecked,

    /// <summary>The record is being gathered.</summary>
    Collecting,

    /// <summary>Somebody reads what may name others.</summary>
    Redacting,

    /// <summary>Two people look at the whole, one after the other.</summary>
    Review,

    Sent,

    Refused,
}

/// <summary>A step of a request that somebody takes.</summary>
public enum SubjectAccessStep
{
    CheckIdentity,
    Extend,
    SendToReview,
    Approve,
    SendBack,
    MarkSent,
    Refuse,
}
