using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>Something that was done or said: a meeting, a session, a call, a wing entry, a note.</summary>
public sealed record Contact : FactVersion
{
    /// <summary>Code of <c>contact-types.csv</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened, UTC. Never changed by a correction.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    public required ContactMode Mode { get; init; }

    /// <summary>Who it was with, besides or instead of the person.</summary>
    public string? With { get; init; }

    /// <summary>1-480 minutes; required for sessions.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>1-4,000 characters, plain text.</summary>
    public required string Text { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    /// <summary>Who supplied third-party information; <see langword="null"/> where it is not third-party.</summary>
    public string? ThirdPartySource { get; init; }

    public bool IsThirdParty => ThirdPartySource is not null;

    public required Sharing Sharing { get; init; }

    /// <summary>The day from which it may be shared, or why it may not.</summary>
    public DateOnly? ShareFrom { get; init; }

    public string? NotSharedBecause { get; init; }

    /// <summary>Why no objective of the plan is linked, where the type asks for one.</summary>
    public string? NotAboutThePlan { get; init; }

    /// <summary>Too little was said for the entry to satisfy a standard.</summary>
    public bool BelowFloor { get; init; }

    /// <summary>Why it was recorded more than 5 working days, or dated more than 31 days, after it happened.</summary>
    public string? LateReason { get; init; }

    /// <summary>Whether the appointment was kept: code of <c>appointment-outcomes.csv</c>, where a list gave one.</summary>
    public Rules.Coded? Attendance { get; init; }

    /// <summary>What followed, as a list gave it: code of <c>enforcement-actions.csv</c>.</summary>
    public Rules.Coded? Enforcement { get; init; }

    public required StaffId AuthorId { get; init; }

    public required Role AuthorRole { get; init; }

    /// <summary>When the first version was recorded, UTC: the start of the 24 hours in which it may be edited.</summary>
    public required DateTimeOffset FirstRecordedAt { get; init; }
}

/// <summary>How a contact took place.</summary>
public enum ContactMode
{
    FaceToFace,
    Video,
    Telephone,
    Letter,
    EmailOrText,
    RecordOnly,
}

/// <summary>Whether the person may see an entry.</summary>
public enum Sharing
{
    Yes,
    Later,
    No,
}

/// <summary>What was added to a contact after it could no longer be edited. Takes no later version of its own text.</summary>
public sealed record Addendum : FactVersion
{
    public required FactId ContactId { get; init; }

    public required AddendumKind Kind { get; init; }

    /// <summary>1-4,000 characters.</summary>
    public required string Text { get; init; }
}

public enum AddendumKind
{
    Adds,
    Corrects,
}

/// <summary>A contact that its author has not saved yet. Private to the author; kept 14 days.</summary>
public sealed class ContactDraft
{
    public required FactId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required StaffId AuthorId { get; init; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>The form as typed, as JSON.</summary>
    public required string Form { get; set; }
}
