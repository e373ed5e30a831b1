using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Throughcare.Web;

/// <summary>Which of the forms of a date a place takes.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Long and short are the words for lengths of a date, not for types.")]
public enum DateForm
{
    /// <summary>27 March 2026: in text and cards.</summary>
    Long,

    /// <summary>27 Mar 2026: in tables.</summary>
    Short,

    /// <summary>Friday 27 March 2026: for appointments.</summary>
    Day,
}

/// <summary>Dates and times in the words of the pages.</summary>
public static class DateWords
{
    /// <summary>Whole weeks are said from this many days.</summary>
    private const int WeeksFromDays = 21;

    /// <summary>Whole months are said from this many.</summary>
    private const int MonthsFrom = 6;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    extension(DateOnly date)
    {
        public string In(DateForm form) => date.ToString(
            form switch { DateForm.Short => "d MMM yyyy", DateForm.Day => "dddd d MMMM yyyy", _ => "d MMMM yyyy" }, Invariant);

        /// <summary>How far this is from <paramref name="today"/>: "tomorrow", "in 4 weeks", "4 days ago". Only beside the date itself.</summary>
        public string RelativeTo(DateOnly today)
        {
            var days = date.DayNumber - today.DayNumber;
            return days switch
            {
                0 => "today",
                1 => "tomorrow",
                -1 => "yesterday",
                > 0 => $"in {Length(today, date)}",
                _ => $"{Length(date, today)} ago",
            };
        }
    }

    extension(TimeOnly time)
    {
        /// <summary>2:30pm, 9am, midday, midnight.</summary>
        public string Words => (time.Hour, time.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "midday",
            (_, 0) => time.ToString("%h", Invariant) + HalfOfDay(time),
            _ => time.ToString("h:mm", Invariant) + HalfOfDay(time),
        };
    }

    /// <summary>"1 day", "2 days".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(Invariant, $"{count:N0} {(count is 1 ? one : many ?? one + "s")}");

    private static string HalfOfDay(TimeOnly time) => time.Hour < 12 ? "am" : "pm";

    private static string Length(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        months -= from.AddMonths(months) > to ? 1 : 0;
        var days = to.DayNumber - from.DayNumber;

        return months >= MonthsFrom ? Count(months, "month")
            : days >= WeeksFromDays ? Count(days / 7, "week")
            : Count(days, "day");
    }
}
