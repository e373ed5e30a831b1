using System.Globalization;

namespace Throughcare.Domain.Rules;

/// <summary>Dates, counts and shares as every page says them.</summary>
public static class Words
{
    /// <summary>From this many candidates on a search scores only the best.</summary>
    public const int MostCandidates = 500;

    private const int FewestForPublic = 10;

    /// <summary>"27 March 2026", for text and cards.</summary>
    public static string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"27 Mar 2026", for tables.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 27 March 2026", for appointments.</summary>
    public static string WeekdayDate(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"27 March 2026 at 2:30pm", in London.</summary>
    public static string DateAndTime(DateTimeOffset at) => $"{LongDate(at.LondonDate)} at {TimeText.Format(at.LondonTime)}";

    /// <summary>"27 March to 3 April 2026", without saying a month or year twice.</summary>
    public static string Range(DateOnly from, DateOnly to) =>
        from == to ? LongDate(to)
        : from.Year != to.Year ? $"{LongDate(from)} to {LongDate(to)}"
        : from.Month != to.Month ? $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} to {LongDate(to)}"
        : $"{from.Day} to {LongDate(to)}";

    /// <summary>"tomorrow", "in 7 days", "in 4 weeks", "in 12 months", "4 days ago": days up to three weeks, whole weeks up to
    /// six months, then whole months, rounded down. To be shown beside the date, never instead of it.</summary>
    public static string Relative(DateOnly date, DateOnly today)
    {
        var days = date.DayNumber - today.DayNumber;
        return days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 0 => $"in {Apart(today, date)}",
            _ => $"{Apart(date, today)} ago",
        };
    }

    /// <summary>"1 day", "2 days".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>"No people found", "Showing 1 person", "Showing 26 to 50 of 312 people".</summary>
    /// <param name="total">How many there are.</param>
    /// <param name="page">From 1; one too high is read as the last.</param>
    /// <param name="pageSize">How many a page shows.</param>
    /// <param name="isBestOnly">More matched than the best that were scored.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called.</param>
    public static string Showing(int total, int page, int pageSize, bool isBestOnly = false, string one = "person", string many = "people")
    {
        if (total == 0)
        {
            return $"No {many} found";
        }

        if (total <= pageSize)
        {
            return $"Showing {(isBestOnly ? "the best " : "")}{Count(total, one, many)}";
        }

        page = Math.Clamp(page, 1, ((total - 1) / pageSize) + 1);
        var first = ((page - 1) * pageSize) + 1;
        var last = Math.Min(page * pageSize, total);
        return string.Create(CultureInfo.InvariantCulture, $"Showing {first:#,0} to {last:#,0} of {(isBestOnly ? "the best " : "")}{total:#,0} {many}");
    }

    /// <summary>"3 years 6 months": a length as it was pronounced, leaving out what is nought.</summary>
    public static string Length(int years = 0, int months = 0, int weeks = 0, int days = 0)
    {
        var parts = new[] { (years, "year"), (months, "month"), (weeks, "week"), (days, "day") };
        var said = string.Join(' ', parts.Where(part => part.Item1 != 0).Select(part => Count(part.Item1, part.Item2)));
        return said.Length == 0 ? "0 days" : said;
    }

    /// <summary>"76% (41 of 54)", rounded to a whole per cent, halves up; "None to count" of none.</summary>
    /// <param name="part">Those that count.</param>
    /// <param name="whole">All of them.</param>
    /// <param name="isPublic">A national or public view, where fewer than ten are not shown.</param>
    public static string Share(int part, int whole, bool isPublic = false) =>
        whole == 0 ? "None to count"
        : isPublic && whole < FewestForPublic ? $"fewer than {FewestForPublic}"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100m * part / whole, MidpointRounding.AwayFromZero):0}% ({part:#,0} of {whole:#,0})");

    /// <summary>A count for a national or public view: fewer than ten are not shown.</summary>
    public static string PublicCount(int count) => count < FewestForPublic
        ? $"fewer than {FewestForPublic}"
        : count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Apart(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        months -= from.AddMonths(months) > to ? 1 : 0;
        return months >= 6 ? Count(months, "month") : days >= 21 ? Count(days / 7, "week") : Count(days, "day");
    }
}
