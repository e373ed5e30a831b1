using System.Globalization;

namespace Throughcare.Web.Binding;

/// <summary>Reads dates as people type them.</summary>
public interface ITypedDates
{
    /// <summary>Reads three boxes; <see langword="null"/> where all of them are empty.</summary>
    /// <param name="name">What the date is called at the start of a sentence, such as "Date of sentence".</param>
    /// <param name="fourFigureYear">Whether a year of two figures is refused, as it is for a date of birth.</param>
    TypedDate? Read(string? day, string? month, string? year, string name, bool fourFigureYear);

    /// <summary>Reads one text, such as <c>27/3/2026</c> or <c>27 Mar 26</c>; <see langword="null"/> where it is empty.</summary>
    /// <inheritdoc cref="Read(string?, string?, string?, string, bool)" path="/param"/>
    TypedDate? Read(string? text, string name, bool fourFigureYear);
}

/// <summary>A date, or what to do about what was typed instead.</summary>
/// <param name="Date">The date, where it is one.</param>
/// <param name="Problem">The words for the field and the summary, where it is not.</param>
/// <param name="Parts">The boxes to put right: Day, Month, Year; none where it is the whole date.</param>
public sealed record TypedDate(DateOnly? Date, string? Problem, IReadOnlyList<string> Parts);

/// <inheritdoc/>
/// <remarks>Years of two figures: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999. A month may be a word or its first
/// three letters.</remarks>
public sealed class TypedDates : ITypedDates
{
    private static readonly char[] Between = [' ', '/', '-', '.', ',', '\t', '\u00a0'];

    public TypedDate? Read(string? day, string? month, string? year, string name, bool fourFigureYear)
    {
        (string Part, string Text)[] boxes =
            [("Day", day?.Trim() ?? ""), ("Month", month?.Trim() ?? ""), ("Year", year?.Trim() ?? "")];
        var missing = boxes.Where(box => box.Text.Length is 0).Select(box => box.Part).ToList();

        if (missing.Count is 3)
        {
            return null;
        }

        if (missing.Count > 0)
        {
            var words = string.Join(" and ", missing.Select(part => part.ToLowerInvariant()));
            return new(null, $"{name} must include a {words}", missing);
        }

        if (fourFigureYear && boxes[2].Text.Length is not 4)
        {
            return new(null, "Year must include 4 numbers", ["Year"]);
        }

        return Number(boxes[0].Text) is { } d && Month(boxes[1].Text) is { } m && Year(boxes[2].Text) is { } y
            && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
                ? new(new DateOnly(y, m, d), null, [])
                : new(null, $"{name} must be a real date", []);
    }

    public TypedDate? Read(string? text, string name, bool fourFigureYear)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return new(iso, null, []);
        }

        return text.Split(Between, StringSplitOptions.RemoveEmptyEntries) is [var day, var month, var year]
            && Read(day, month, year, name, fourFigureYear) is { } read
                ? read with { Parts = [] }
                : new(null, $"{name} must be a real date", []);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Month(string text)
    {
        if (Number(text) is { } number)
        {
            return number;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var index = Array.FindIndex(names, name => name.Length > 0
            && (name.Equals(text, StringComparison.OrdinalIgnoreCase)
                || (text.Length is 3 or 4 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase))));
        return index < 0 ? null : index + 1;
    }

    private static int? Year(string text) => (text.Length, Number(text)) switch
    {
        (2, { } year) => year < 50 ? 2000 + year : 1900 + year,
        (4, { } year and > 0) => year,
        _ => null,
    };
}
