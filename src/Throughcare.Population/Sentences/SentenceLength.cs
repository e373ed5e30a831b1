using System.Globalization;

namespace Throughcare.Population.Sentences;

/// <summary>A length as a court says it: years and months by the calendar, then weeks and days.</summary>
public readonly record struct SentenceLength(int Years = 0, int Months = 0, int Weeks = 0, int Days = 0)
{
    /// <summary>The last day of a sentence of this length that begins on <paramref name="start"/>; a month that is too short
    /// gives its own last day.</summary>
    public DateOnly LastDay(DateOnly start) =>
        start.AddMonths(12 * Years + Months).AddDays(7 * Weeks + Days - 1);

    /// <summary>Days from <paramref name="start"/> to the last day, both counted.</summary>
    public int DaysFrom(DateOnly start) => LastDay(start).DayNumber - start.DayNumber + 1;

    /// <summary>No fewer days than a sentence of this length can have, whenever it begins.</summary>
    public int FewestDays
    {
        get
        {
            var months = 12 * Years + Months;
            return (months == 0 ? 0 : (int)Math.Floor(months * 30.4368) - 3) + 7 * Weeks + Days;
        }
    }

    /// <summary>Whether it is at least this many months, counting a week or a day as no month.</summary>
    public bool IsAtLeastMonths(int months) => 12 * Years + Months >= months;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Years}y {Months}m {Weeks}w {Days}d");
}
