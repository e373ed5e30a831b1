using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>Grade and hours of somebody who carries cases, where somebody has set them. Every change is a version of its own.</summary>
public sealed record StaffHours
{
    public required StaffId Staff { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    public required StaffGrade Grade { get; init; }

    /// <summary>A week; 0 or more.</summary>
    public required decimal ContractedHours { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }

    /// <summary>The instant at which a later version took over; <see langword="null"/> for the one in force.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>The grade of somebody for whom none is set, by what the list of staff says of them.</summary>
    /// <param name="words">As the organisation calls the grade.</param>
    public static StaffGrade GradeOf(string? words) => (words ?? "").ToUpperInvariant() switch
    {
        var said when said.Contains("PQIP", StringComparison.Ordinal) || said.Contains("TRAINEE", StringComparison.Ordinal) => StaffGrade.Pqip,
        var said when said.Contains("SENIOR", StringComparison.Ordinal) || said.Contains("SPO", StringComparison.Ordinal) => StaffGrade.Spo,
        var said when said.Contains("SERVICE OFFICER", StringComparison.Ordinal) || said.Contains("PSO", StringComparison.Ordinal) => StaffGrade.Pso,
        var said when said.Contains("PRISON OFFICER", StringComparison.Ordinal) || said == "PRO" => StaffGrade.Pro,
        _ => StaffGrade.Po,
    };
}

/// <summary>Identifies a reduction of hours.</summary>
public readonly record struct WorkReductionId(Guid Value) : ITypedId<WorkReductionId>
{
    public static WorkReductionId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Hours by which somebody can carry less for a time. Every change is a version of its own.</summary>
public sealed record WorkReduction
{
    public required WorkReductionId Id { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    public required StaffId Staff { get; init; }

    /// <summary>As <see cref="WorkReductions.Reasons"/> names it.</summary>
    public required string Reason { get; init; }

    /// <summary>A week, more than 0.</summary>
    public required decimal Hours { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Last day; <see langword="null"/>: until it is ended.</summary>
    public DateOnly? End { get; init; }

    public string? Note { get; init; }

    /// <summary>Taken back by hand.</summary>
    public bool IsDeleted { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }

    public DateTimeOffset? ReplacedAt { get; init; }

    public ReductionStatus StatusOn(DateOnly day) => WorkReductions.StatusOn(day, Start, End, IsDeleted);
}

/// <summary>A report for a court that somebody completed.</summary>
public sealed record CourtReport
{
    public required CourtReportId Id { get; init; }

    public required StaffId Staff { get; init; }

    public required CourtReportKind Kind { get; init; }

    public required DateOnly CompletedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }
}

/// <summary>Identifies a report for a court.</summary>
public readonly record struct CourtReportId(Guid Value) : ITypedId<CourtReportId>
{
    public static CourtReportId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Whether a key worker can be given people, and how many. Every change is a version of its own.</summary>
public sealed record KeyWorkerSetting
{
    public required StaffId Staff { get; init; }

    /// <summary>The prison.</summary>
    public required PlaceCode Place { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    public KeyWorkerStatus Status { get; init; }

    /// <summary>People they can have, 0 or more.</summary>
    public required int Capacity { get; init; }

    /// <summary>The day on which somebody who is away is active again.</summary>
    public DateOnly? ReturnsOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required StaffId RecordedBy { get; init; }

    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Active again from the day of return.</summary>
    public KeyWorkerStatus StatusOn(DateOnly day) => ReturnsOn <= day ? KeyWorkerStatus.Active : Status;
}
