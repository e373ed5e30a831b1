namespace Throughcare.Risk;

/// <summary>Dates and rounding, as every instrument uses them.</summary>
internal static class Arithmetic
{
    /// <summary>Complete years; the anniversary of 29 February in a common year is 1 March. Negative where the end is before the start.</summary>
    public static int YearsBetween(DateOnly from, DateOnly to) =>
        to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0);

    /// <summary>Complete months: the day of the month must be reached. Negative where the end is before the start.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    /// <summary>Whether a day is later than so many calendar months after another; safe at the end of the calendar.</summary>
    public static bool IsMoreThanMonthsAfter(DateOnly? day, DateOnly other, int months) =>
        day is { } later && (other.Year < 9999 || other.Month + months <= 12) && later > other.AddMonths(months);

    /// <summary>e^z / (1 + e^z), without overflow for any z.</summary>
    public static double Logistic(double z)
    {
        if (z >= 0)
        {
            return 1 / (1 + Math.Exp(-z));
        }

        var e = Math.Exp(z);
        return e / (1 + e);
    }

    /// <summary>Halves up, on the decimal value: 0.28975 of hundredths of a per cent is 2898.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="scale">10,000 for hundredths of a per cent, 100,000 for five places.</param>
    public static int Round(double probability, int scale)
    {
        var scaled = probability * scale;
        var floor = Math.Floor(scaled);
        var rest = scaled - floor - 0.5;
        return Math.Abs(rest) > 1e-7
            ? (int)floor + (rest > 0 ? 1 : 0)
            : (int)Math.Round((decimal)probability * scale, MidpointRounding.AwayFromZero);   // so near a half that the decimal value decides
    }

    /// <summary>Whole per cent, halves up, never below 1 or above 99.</summary>
    public static int WholePercent(double probability) => Math.Clamp(Round(probability, 100), 1, 99);

    /// <summary>Hundredths of a per cent, halves up, never below 0 or above 99.99%.</summary>
    public static int Hundredths(double probability) => Math.Clamp(Round(probability, 10_000), 0, 9_999);

    /// <summary>A number of points that is a multiple, halves up.</summary>
    public static int Round(decimal points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);
}
