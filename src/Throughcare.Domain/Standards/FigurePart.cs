using System.Linq.Expressions;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Standards;

/// <summary>How an item counts in figures of timeliness.</summary>
public enum FigurePart
{
    /// <summary>Not counted: not due yet, not required, not decided, superseded, or put off for a reason that excuses.</summary>
    None,
    OnTime,
    Late,
    Missed,
    Overdue,

    /// <summary>Put off for a reason that does not excuse, after its first date.</summary>
    DeferredCounting,

    /// <summary>The case is exempt: printed as a count, in no denominator.</summary>
    Exempt,
}

/// <summary>What figures read of one item.</summary>
public sealed class FigureRow
{
    public required DueItemId Item { get; init; }

    public required int Version { get; init; }

    /// <summary><see cref="DueItem.Key"/>.</summary>
    public required string Key { get; init; }

    public required PersonId Person { get; init; }

    public required string Family { get; init; }

    public PlaceCode? Place { get; init; }

    public PlaceCode? Establishment { get; init; }

    public StaffId? Staff { get; init; }

    public bool? InScope { get; init; }

    /// <summary>Year and month in which it was due: 202601.</summary>
    public required int Month { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>A <see cref="FigurePart"/>.</summary>
    public required int Part { get; init; }

    /// <summary>What met it was recorded more than 5 working days after it happened.</summary>
    public required bool RecordedLate { get; init; }
}

/// <summary>The one rule that says how an item counts: databases run it as a query, and code as a function. Source: standards 10 and 13.</summary>
public static class FigureParts
{
    /// <param name="day">The day at the end of which figures are told.</param>
    /// <param name="isNational">Where a date moved nearer, an item is late only after its fair date.</param>
    public static Expression<Func<DueItem, FigureRow>> Rows(DateOnly day, bool isNational) => item => new FigureRow
    {
        Item = item.Id,
        Version = item.Version,
        Key = item.Key,
        Person = item.PersonId,
        Family = item.Family,
        Place = item.Place,
        Establishment = item.Establishment,
        Staff = item.ResponsibleStaff,
        InScope = item.InScope,
        Month = (item.EffectiveDueOn.Year * 100) + item.EffectiveDueOn.Month,
        DueOn = item.EffectiveDueOn,
        RecordedLate = item.EvidenceRecordedLate,
        Part = item.State == ItemState.MetOnTime ? (item.CountsOriginalDue && item.EvidenceOn > item.DueOn ? (int)FigurePart.Late : (int)FigurePart.OnTime)
            : item.State == ItemState.MetLate ? (isNational && !item.CountsOriginalDue && item.FairDueOn != null && item.EvidenceOn <= item.FairDueOn ? (int)FigurePart.OnTime : (int)FigurePart.Late)
            : item.State == ItemState.Missed ? (int)FigurePart.Missed
            : item.State == ItemState.NotApplicable ? (item.Note == "Exempt" ? (int)FigurePart.Exempt : (int)FigurePart.None)
            : item.State != ItemState.Open ? (int)FigurePart.None
            : item.EffectiveDueOn < day ? (isNational && item.FairDueOn != null && item.FairDueOn >= day ? (int)FigurePart.None : (int)FigurePart.Overdue)
            : item.IsDeferred && item.CountsOriginalDue && item.DueOn < day ? (int)FigurePart.DeferredCounting
            : (int)FigurePart.None,
    };

    private static readonly Func<DueItem, DateOnly, bool, FigurePart> One = (item, day, isNational) => (FigurePart)Rows(day, isNational).Compile()(item).Part;

    /// <summary>How one item counts.</summary>
    public static FigurePart PartOf(DueItem item, DateOnly day, bool isNational = false) => One(item, day, isNational);
}
