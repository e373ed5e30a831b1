using System.Globalization;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>Dates as the prison file writes them, and which of them can be true.</summary>
public static class OfflocDates
{
    private const int YearsAhead = 100;
    private const int LeastAge = 10;

    private static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>Reads <c>dd/MM/yyyy</c>.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Reads a date that is not before 1900 nor more than 100 years after <paramref name="today"/>.</summary>
    public static DateOnly? ReadPossible(ReadOnlySpan<char> text, DateOnly today) =>
        Read(text) is { } day && IsPossible(day, today) ? day : null;

    /// <summary>Whether a date is not before 1900 nor more than 100 years after <paramref name="today"/>.</summary>
    public static bool IsPossible(DateOnly day, DateOnly today) => day >= First && day <= today.AddYears(YearsAhead);

    /// <summary>Whether a person can have been born then: at least ten years before <paramref name="today"/>.</summary>
    public static bool IsPossibleBirth(DateOnly day, DateOnly today) => day >= First && day.AddYears(LeastAge) <= today;
}
