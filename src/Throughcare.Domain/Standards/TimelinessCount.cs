using System.Globalization;

namespace Throughcare.Domain.Standards;

/// <summary>How many of the items that were due were done, and done on time: both of the same number.</summary>
/// <remarks>Items that are not due yet, not required, not decided, superseded, or put off for a reason that excuses are in no number.
/// Source: standards 13; inspectors' reports print both figures.</remarks>
public readonly record struct TimelinessCount(int OnTime, int Late, int Missed, int Overdue, int DeferredCounting)
{
    /// <summary>Below this a figure carries a note.</summary>
    public const int SmallBelow = 10;

    /// <summary>Items met whose evidence was recorded more than 5 working days after it happened.</summary>
    public int RecordedLate { get; init; }

    /// <summary>Items of cases that are exempt: in no denominator.</summary>
    public int Exempt { get; init; }

    /// <summary>What both shares are of.</summary>
    public int Of => OnTime + Late + Missed + Overdue + DeferredCounting;

    public int Completed => OnTime + Late;

    /// <summary>Whole per cent, half up; <see langword="null"/> for none to count.</summary>
    public int? CompletedPercent => Percent(Completed, Of);

    /// <summary>Whole per cent, half up; <see langword="null"/> for none to count.</summary>
    public int? OnTimePercent => Percent(OnTime, Of);

    /// <summary>Too few to draw a conclusion from.</summary>
    public bool IsSmall => Of is > 0 and < SmallBelow;

    /// <summary>Such as "68% (13 of 19)"; "no cases" for none.</summary>
    public string OnTimeWords => Words(OnTime, Of);

    /// <summary>Such as "84% (16 of 19)"; "no cases" for none.</summary>
    public string CompletedWords => Words(Completed, Of);

    /// <summary>Sums numerators and denominators: the figure of two places is that of all their items, never the mean of their figures.</summary>
    public static TimelinessCount operator +(TimelinessCount one, TimelinessCount other) => new(
        one.OnTime + other.OnTime, one.Late + other.Late, one.Missed + other.Missed, one.Overdue + other.Overdue, one.DeferredCounting + other.DeferredCounting)
    {
        RecordedLate = one.RecordedLate + other.RecordedLate,
        Exempt = one.Exempt + other.Exempt,
    };

    public static TimelinessCount Add(TimelinessCount left, TimelinessCount right) => left + right;

    /// <summary>So many items of one part.</summary>
    public static TimelinessCount OfPart(FigurePart part, int count, int recordedLate = 0) => new(
        part is FigurePart.OnTime ? count : 0, part is FigurePart.Late ? count : 0, part is FigurePart.Missed ? count : 0, part is FigurePart.Overdue ? count : 0,
        part is FigurePart.DeferredCounting ? count : 0)
    {
        RecordedLate = part is FigurePart.OnTime or FigurePart.Late ? recordedLate : 0,
        Exempt = part is FigurePart.Exempt ? count : 0,
    };

    public static TimelinessCount Sum(IEnumerable<TimelinessCount> all) => all.Aggregate(default(TimelinessCount), Add);

    /// <summary>The mean of the shares of several places, each counting the same: only ever shown under its own name.</summary>
    /// <returns>Whole per cent, half up; <see langword="null"/> where none has a case.</returns>
    public static int? MeanOnTimePercent(IEnumerable<TimelinessCount> places)
    {
        var shares = places.Where(place => place.Of > 0).Select(place => 100m * place.OnTime / place.Of).ToList();
        return shares.Count == 0 ? null : (int)Math.Round(shares.Average(), MidpointRounding.AwayFromZero);
    }

    /// <summary>Whole per cent, half up as inspectors print; <see langword="null"/> of none.</summary>
    public static int? Percent(int part, int whole) => whole == 0 ? null : (int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);

    /// <summary>Per cent with two decimals, for files; empty of none.</summary>
    public static string PercentForFiles(int part, int whole) =>
        whole == 0 ? "" : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Words(int part, int whole) => Percent(part, whole) is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent}% ({part:N0} of {whole:N0})") : "no cases";
}
