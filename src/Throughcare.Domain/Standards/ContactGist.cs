using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>What rules read of one version of a contact: everything but what was said.</summary>
public sealed record ContactGist
{
    public required FactId Id { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    public required PersonId PersonId { get; init; }

    /// <summary>The case it belongs to; <see langword="null"/> for none.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>When this version was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When the first version was recorded, UTC.</summary>
    public required DateTimeOffset FirstRecordedAt { get; init; }

    /// <summary>When a later version took over; <see langword="null"/> while none has.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Counts as no contact.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Code of <c>contact-types.csv</c> or <c>appointment-types.csv</c>.</summary>
    public required string Type { get; init; }

    public required ContactMode Mode { get; init; }

    /// <summary>How long it took; <see langword="null"/> where that is not recorded.</summary>
    public int? Minutes { get; init; }

    public required Role AuthorRole { get; init; }

    public required StaffId AuthorId { get; init; }

    /// <summary>Too little was said for the entry to satisfy a standard.</summary>
    public bool BelowFloor { get; init; }

    /// <summary>An objective of the plan is linked.</summary>
    public bool IsLinkedToPlan { get; init; }

    /// <summary>Code of <c>appointment-outcomes.csv</c>; <see langword="null"/> where the entry itself says that it took place.</summary>
    public string? AttendanceCode { get; init; }

    /// <summary>Code of <c>enforcement-actions.csv</c>; <see langword="null"/> for none.</summary>
    public string? EnforcementCode { get; init; }

    /// <summary>The day in London on which it happened.</summary>
    public DateOnly Day => HappenedAt.LondonDate;

    /// <summary>What came of the appointment; <see langword="null"/> where none is recorded or no list knows the code.</summary>
    public AppointmentOutcome? Outcome => AppointmentOutcomes.Find(AttendanceCode);

    /// <summary>It took place with the person there. An entry without an outcome says so by itself.</summary>
    public bool IsAttended => AttendanceCode is null || Outcome is { Attended: true };

    /// <summary>It counts towards breach or recall.</summary>
    public bool IsFailure => Outcome is { CountsAsFailure: true };

    public bool IsHomeVisit => Type is "TC40" or "TC41" or "COHV" or "CHVS";

    public bool IsKeyWorkSession => Type is "TC02";

    /// <summary>Whether this is the version that was believed at <paramref name="instant"/>, and counts.</summary>
    public bool IsKnownAt(DateTimeOffset instant) =>
        !Withdrawn && RecordedAt <= instant && (ReplacedAt is null || ReplacedAt > instant);

    /// <summary>What rules read of a contact.</summary>
    public static ContactGist Of(Contact contact) => new()
    {
        Id = contact.Id,
        Version = contact.Version,
        PersonId = contact.PersonId,
        CaseId = contact.CaseId,
        HappenedAt = contact.HappenedAt,
        RecordedAt = contact.Recorded.At,
        FirstRecordedAt = contact.FirstRecordedAt,
        ReplacedAt = contact.ReplacedAt,
        Withdrawn = contact.Withdrawn,
        Type = contact.Type,
        Mode = contact.Mode,
        Minutes = contact.DurationMinutes,
        AuthorRole = contact.AuthorRole,
        AuthorId = contact.AuthorId,
        BelowFloor = contact.BelowFloor,
        AttendanceCode = contact.Attendance?.Code,
        EnforcementCode = contact.Enforcement?.Code,
    };
}
