using Throughcare.Domain.Record;

namespace Throughcare.Application.Standards;

/// <summary>What figures of timeliness are asked for. Items count whose due date, after deferral, lies in the period.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record FigureRequest(DateOnly From, DateOnly To)
{
    /// <summary>One family of standards; <see langword="null"/> for all.</summary>
    public string? Family { get; init; }

    /// <summary>One group of families, as reports group them.</summary>
    public string? MeasureGroup { get; init; }

    /// <summary>A prison, a delivery unit, a team or a region.</summary>
    public PlaceCode? Place { get; init; }

    /// <summary>Whose items.</summary>
    public StaffId? Staff { get; init; }

    /// <summary>In or out of scope of offender management on the day the clock started.</summary>
    public bool? InScope { get; init; }

    /// <summary>Of each case only the latest item of a family counts: how inspectors count.</summary>
    public bool ByCase { get; init; }

    /// <summary>Places are those that held the person on the due date, not those that answer for the item.</summary>
    public bool ByHolding { get; init; }

    /// <summary>With standards whose figure is the product's own.</summary>
    public bool WithGuidance { get; init; }

    /// <summary>Figures as they were known at the end of this day; now unless said.</summary>
    public DateOnly? AsAt { get; init; }
}

/// <summary>What figures are told apart by.</summary>
public enum FigureBy
{
    Family,
    Place,
    Staff,
    Month,
    Scope,
}
