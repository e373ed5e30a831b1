using System.Globalization;

namespace Throughcare.Domain.Rules;

/// <summary>The boxes of a date.</summary>
[Flags]
public enum DateParts
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
    All = Day | Month | Year,
}

/// <summary>What a date that is typed must be, and what messages call it.</summary>
/// <param name="Name">Within a sentence, such as "date of sentence".</param>
/// <param name="Today">The day on which it is typed, in London.</param>
public sealed record DateRules(string Name, DateOnly Today)
{
    /// <summary>False where the date may be left out.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Must be today or earlier.</summary>
    public bool IsPast { get; init; }

    /// <summary>A date of birth: in the last 120 years, with four figures for the year.</summary>
    public bool IsBirth { get; init; }

    /// <summary>What to say where it is missing; "Enter" and the name unless said otherwise.</summary>
    public string Missing { get => field ?? $"Enter {Name}"; init; }

    /// <summary>The name at the beginning of a sentence.</summary>
    public string Title => Name.Length == 0 ? Name : char.ToUpperInvariant(Name[0]) + Name[1..];

    public static DateRules Birth(DateOnly today) => new("date of birth", today) { IsBirth = true, IsPast = true };
}

/// <summary>What a typed date came to.</summary>
/// <param name="Date">The date; <see langword="null"/> where it was left out or can not be read.</param>
/// <param name="Problem">What to put right, in the words of the error summary; <see langword="null"/> where nothing is.</param>
/// <param name="Wrong">The boxes to put right.</param>
public readonly record struct DateReading(DateOnly? Date, string? Problem, DateParts Wrong)
{
    public bool IsGood => Problem is null;
}

/// <summary>Dates as people type them, in three boxes or in one text.</summary>
public static class DateText
{
    private const int OldestBirthYears = 120;

    /// <summary>Reads three boxes. The month may be a word; two-figure years 00 to 49 are 20xx, 50 to 99 are 19xx.</summary>
    public static DateReading Read(string? day, string? month, string? year, DateRules rules)
    {
        var missing = (IsEmpty(day) ? DateParts.Day : DateParts.None) | (IsEmpty(month) ? DateParts.Month : DateParts.None) | (IsEmpty(year) ? DateParts.Year : DateParts.None);
        if (missing == DateParts.All)
        {
            return rules.IsRequired ? new(null, rules.Missing, DateParts.All) : default;
        }

        if (missing != DateParts.None)
        {
            return new(null, $"{rules.Title} must include {Parts(missing)}", missing);
        }

        var (d, m) = (Number(day!), Number(month!) ?? MonthNamed(month!));
        var wrong = (d is not (>= 1 and <= 31) ? DateParts.Day : DateParts.None) | (m is not (>= 1 and <= 12) ? DateParts.Month : DateParts.None);
        if (Year(year!, rules.IsBirth) is not { } y)
        {
            return Number(year!) is null or 0
                ? new(null, $"{rules.Title} must be a real date", wrong | DateParts.Year)
                : new(null, "Year must include 4 numbers", DateParts.Year);
        }

        if (wrong != DateParts.None)
        {
            return new(null, $"{rules.Title} must be a real date", wrong);
        }

        return d > DateTime.DaysInMonth(y, m!.Value)
            ? new(null, $"{rules.Title} must be a real date", DateParts.All)
            : Check(new DateOnly(y, m.Value, d!.Value), rules);
    }

    /// <summary>Reads one text, such as <c>27/3/2026</c>, <c>27 March 2026</c>, <c>27 mar 26</c> or <c>2026-03-27</c>.</summary>
    public static DateReading Read(string? text, DateRules rules) =>
        IsEmpty(text) ? Read(null, null, null, rules)
        : Split(text!) is { } parts ? Read(parts.Day, parts.Month, parts.Year, rules)
        : new(null, $"{rules.Title} must be a real date", DateParts.All);

    /// <summary>Whether a text has the form of a date, real or not: a day, a month and a year with something between them.</summary>
    public static bool LooksLikeDate(string text) =>
        Split(text) is { } parts && Number(parts.Day) is not null && Number(parts.Year) is not null
        && (Number(parts.Month) is not null || MonthNamed(parts.Month) is not null);

    private static (string Day, string Month, string Year)? Split(string text)
    {
        var parts = text.Split([' ', '/', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is [var weekday, _, _, _] && Enum.GetNames<DayOfWeek>().Any(name => IsWordFor(weekday, name)))
        {
            parts = parts[1..];
        }

        return parts is not [var first, var second, var third] ? null
            : first.Length == 4 && Number(first) is not null ? (third, second, first)
            : (first, second, third);
    }

    private static DateReading Check(DateOnly date, DateRules rules) =>
        (rules.IsPast || rules.IsBirth) && date > rules.Today ? new(null, $"{rules.Title} must be today or in the past", DateParts.All)
        : rules.IsBirth && date < rules.Today.AddYears(-OldestBirthYears) ? new(null, $"{rules.Title} must be in the last {OldestBirthYears} years", DateParts.All)
        : new(date, null, DateParts.None);

    private static int? Year(string text, bool isBirth) => (text.Trim().Length, Number(text)) switch
    {
        (4, > 0 and var year) => year,
        (2, { } year) when !isBirth => year + (year < 50 ? 2000 : 1900),
        _ => null,
    };

    private static int? MonthNamed(string text)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var at = Array.FindIndex(names, name => name.Length > 0 && IsWordFor(text.Trim(), name));
        return at < 0 ? null : at + 1;
    }

    /// <summary>The whole name or a beginning of at least three letters.</summary>
    private static bool IsWordFor(string text, string name) => text.Length >= 3 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    private static int? Number(string text) =>
        int.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Parts(DateParts missing) => missing switch
    {
        DateParts.Day => "a day",
        DateParts.Month => "a month",
        DateParts.Year => "a year",
        DateParts.Day | DateParts.Month => "a day and month",
        DateParts.Day | DateParts.Year => "a day and year",
        _ => "a month and year",
    };
}
