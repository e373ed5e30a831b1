using Throughcare.Domain.Record;

namespace Throughcare.Domain.Access;

/// <summary>Somebody with a duty opened a record that was closed to them: for four hours, with a reason, and reviewed.</summary>
public sealed record GlassBreak : FactVersion
{
    /// <summary>How long the record stays open.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromHours(4);

    /// <summary>Working days in which it is reviewed.</summary>
    public const int ReviewDays = 2;

    public required StaffId BrokenBy { get; init; }

    public required Role BrokenRole { get; init; }

    public required PlaceCode BrokenPlace { get; init; }

    /// <summary>At least 20 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>When the record closes again, UTC.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The establishment or team that is told, and whose managers review.</summary>
    public required PlaceCode ToldAt { get; init; }

    /// <summary>Last day of the review.</summary>
    public required DateOnly ReviewOn { get; init; }

    public StaffId? ReviewedBy { get; init; }

    /// <summary>What the review found; <see langword="null"/> until then.</summary>
    public string? Review { get; init; }
}
