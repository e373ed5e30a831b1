using System.Globalization;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Exchange.Csv;

/// <summary>One column of a CSV file that is taken in.</summary>
/// <param name="Name">As the header names it.</param>
/// <param name="Read">Makes of a trimmed text that is not empty the form that is kept, and says what is wrong with it.</param>
internal sealed record CsvColumn(string Name, Func<string, DateOnly, CsvReading> Read)
{
    /// <summary>Where the header lacks it, the file is refused.</summary>
    public bool MustBeThere { get; init; }

    /// <summary>Where a row leaves it empty, the row is rejected.</summary>
    public bool MustBeFilled { get; init; }

    /// <summary>A value that can not be read rejects the row; else it is left out with a warning.</summary>
    public bool RejectsRow { get; init; }

    /// <summary>Line breaks and runs of spaces are kept.</summary>
    public bool IsProse { get; init; }

    /// <summary>What an empty template shows as an example.</summary>
    public string Example { get; init; } = "";

    /// <summary>What the column holds, in a few words.</summary>
    public string About { get; init; } = "";

    /// <summary>The header must have it and every row must fill it.</summary>
    public CsvColumn Required => this with { MustBeThere = true, MustBeFilled = true, RejectsRow = true };

    /// <summary>The header must have it; a row may leave it empty where another column says who or what is meant.</summary>
    public CsvColumn InHeader => this with { MustBeThere = true, RejectsRow = true };

    /// <summary>Nothing of the row is applied where this can not be read.</summary>
    public CsvColumn Strict => this with { RejectsRow = true };
}

/// <summary>What came of one cell.</summary>
/// <param name="Kept">What is kept of it; empty for nothing.</param>
internal readonly record struct CsvReading(string Kept, string? Code = null, string? Message = null);

/// <summary>The kinds of column that our lists have.</summary>
internal static class CsvColumns
{
    public const string ValueInvalid = "VALUE_INVALID";
    public const string DateInvalid = "DATE_INVALID";
    public const string NumberInvalid = "NUMBER_INVALID";
    public const string UnknownCode = "UNKNOWN_CODE";
    public const string TooLong = "TOO_LONG";
    public const string CheckFailed = "CHECK_FAILED";

    private const int Earliest = 1900;
    private const int YearsAhead = 100;

    public static CsvColumn Text(string name, int most, string about = "", string example = "") => new(name, (text, _) =>
        text.Length <= most ? new(text) : new("", TooLong, $"Shorten it to {most:N0} characters or fewer"))
    { About = about, Example = example };

    public static CsvColumn Prose(string name, int most, string about = "", string example = "") =>
        Text(name, most, about, example) with { IsProse = true };

    /// <summary>A calendar day, written 2026-03-27 or 27/03/2026.</summary>
    public static CsvColumn Date(string name, string about = "", string example = "") => new(name, (text, today) =>
        DateOf(text) is not { } day ? new("", DateInvalid, "Enter a real date, like 2026-03-27 or 27/03/2026")
        : day.Year < Earliest || day > today.AddYears(YearsAhead) ? new("", DateInvalid, "Enter a date between 1900 and 100 years from now")
        : new(Iso(day)))
    { About = about, Example = example };

    /// <summary>A date of birth: at least 10 years before the file.</summary>
    public static CsvColumn Birth(string name, string example = "") => new(name, (text, today) =>
        DateOf(text) is { } day && day.Year >= Earliest && day <= today.AddYears(-10)
            ? new(Iso(day))
            : new("", "DATE_OF_BIRTH_INVALID", "Enter a real date of birth, at least 10 years before the day of the file"))
    { About = "date of birth", Example = example };

    /// <summary>A date and time in London, written 2026-03-27 14:30 or 27/03/2026 14:30.</summary>
    public static CsvColumn Instant(string name, string about = "", string example = "") => new(name, (text, today) =>
        text.Split([' ', 'T'], 2, StringSplitOptions.TrimEntries) is [var date, var time] && DateOf(date) is { } day && day.Year >= Earliest
            && TimeText.TryParse(time.Length == 8 && time[5] == ':' ? time[..5] : time, out var clock)
            ? day > today ? new("", DateInvalid, "Enter a date and time that is not after the day of the file") : new($"{Iso(day)}T{clock:HH\\:mm}")
            : new("", DateInvalid, "Enter a date and time, like 2026-03-27 14:30"))
    { About = about, Example = example };

    public static CsvColumn Whole(string name, int least, int most, string about = "", string example = "") => new(name, (text, _) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? new(number.ToString(CultureInfo.InvariantCulture))
            : new("", NumberInvalid, $"Enter a whole number from {least:N0} to {most:N0}"))
    { About = about, Example = example };

    /// <summary>0 to 100 with at most two decimals.</summary>
    public static CsvColumn Percent(string name) => new(name, (text, _) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100 && decimal.Round(share, 2) == share
            ? new(share.ToString("0.00", CultureInfo.InvariantCulture))
            : new("", "PERCENT_INVALID", "Enter a percentage from 0 to 100 with at most two decimals, like 4.12"));

    public static CsvColumn YesNo(string name, string about = "", string example = "") => new(name, (text, _) => text.ToUpperInvariant() switch
    {
        "Y" or "YES" or "TRUE" => new("Y"),
        "N" or "NO" or "FALSE" => new("N"),
        _ => new("", ValueInvalid, "Enter Y or N"),
    })
    { About = about, Example = example };

    /// <summary>A member of an enumeration, written with underscores: <c>VERY_HIGH</c>.</summary>
    public static CsvColumn Word<T>(string name, string about = "", string example = "")
        where T : struct, Enum => Word(name, [.. Enum.GetNames<T>().Select(Spell)], about, example);

    public static CsvColumn Word(string name, IReadOnlyList<string> words, string about = "", string example = "") => new(name, (text, _) =>
        words.Contains(text.ToUpperInvariant()) ? new(text.ToUpperInvariant()) : new("", ValueInvalid, $"Enter one of {string.Join(", ", words)}"))
    { About = about, Example = example };

    /// <summary>A code of a list, or the words by which files name it. What no list knows is kept as it came, with a warning.</summary>
    public static CsvColumn Coded<TRow>(string name, CodeTable<TRow> table, string about = "", string example = "")
        where TRow : class, ICode => new(name, (text, _) => (table.Find(text.ToUpperInvariant()) ?? table.FindByText(text)) is { } row
            ? new(row.Code)
            : new("?" + (text.Length <= 230 ? text : text[..230]), UnknownCode, "No list has this; it is kept as it came"))
        { About = about, Example = example };

    /// <summary>A code that must be known.</summary>
    public static CsvColumn Known(string name, Func<string, bool> isKnown, string message, string about = "", string example = "") => new(name, (text, _) =>
        isKnown(text.ToUpperInvariant()) ? new(text.ToUpperInvariant()) : new("", UnknownCode, message))
    { About = about, Example = example };

    public static CsvColumn Noms(string example = "") => new("nomis_number", (text, _) =>
        PrisonNumber.IsMissing(text) ? new("") : PrisonNumber.TryParse(text, null, out var number) ? new(number.ToString()) : new("", "KEY_INVALID", PrisonNumber.Problem))
    { About = "prison number", Example = example, RejectsRow = true };

    public static CsvColumn Crn(string example = "") => new("crn", (text, _) =>
        Domain.Record.Crn.TryParse(text, null, out var number) ? new(number.ToString()) : new("", "KEY_INVALID", Domain.Record.Crn.Problem))
    { About = "probation case reference number", Example = example, RejectsRow = true };

    public static CsvColumn Booking(string example = "") => new("booking_number", (text, _) =>
        BookingNumber.TryParse(text, null, out var number) ? new(number.ToString()) : new("", "KEY_INVALID", BookingNumber.Problem))
    { About = "booking number", Example = example, RejectsRow = true };

    /// <summary>A PNC number. One whose check letter is wrong is kept as it came, marked with a stroke before it, and never used to match.</summary>
    /// <param name="code">What the wrong letter is called in the error file.</param>
    public static CsvColumn Pnc(string code = CheckFailed, string example = "") => new("pnc", (text, today) =>
        PncNumber.IsMissing(text) ? new("")
        : PncNumber.TryParse(text, today, out var number) && number.HasValidCheckLetter ? new(number.ToString())
        : new("!" + Cut(number?.ToString() ?? text.ToUpperInvariant()), code, number is null ? $"{PncNumber.Problem}; it is not used to match" : "The check letter of the PNC number is wrong; it is not used to match"))
    { About = "police national computer number", Example = example };

    /// <summary>A CRO number, likewise.</summary>
    public static CsvColumn Cro(string code = CheckFailed, string example = "") => new("cro", (text, _) =>
        CroNumber.TryParse(text, null, out var number) && number.HasValidCheckLetter ? new(number.ToString())
        : new("!" + Cut(number?.ToString() ?? text.ToUpperInvariant()), code, number is null ? $"{CroNumber.Problem}; it is not used to match" : "The check letter of the CRO number is wrong; it is not used to match"))
    { About = "criminal records office number", Example = example };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The word of a file for a member of an enumeration: <c>VeryHigh</c> is <c>VERY_HIGH</c>.</summary>
    public static string Spell(string member) => string.Concat(member.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));

    private static string Cut(string text) => text.Length <= 20 ? text : text[..20];

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
