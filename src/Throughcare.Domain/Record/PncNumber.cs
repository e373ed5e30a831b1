using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record;

/// <summary>A number of the Police National Computer: year, serial and check letter, such as <c>2004/0712343W</c>.</summary>
/// <remarks>The check letter may be wrong: such a number is kept, but never used to match people.</remarks>
public sealed partial record PncNumber : IParsable<PncNumber>
{
    public const string Problem = "PNC number must be a year, up to 7 numbers and a letter, like 2004/0712343W";

    public const string CheckProblem = "PNC number is not right: check the last letter, or give a reason to keep it as it is";

    private readonly string _text;

    private PncNumber(string text) => _text = text;

    /// <summary>Whether the last letter is the one that the year and serial call for.</summary>
    public bool HasValidCheckLetter => _text[^1] == NumberText.CheckLetter(
        (long.Parse(_text.AsSpan(2, 2), CultureInfo.InvariantCulture) * 10_000_000) + long.Parse(_text.AsSpan(5, 7), CultureInfo.InvariantCulture));

    /// <summary>Reads the form with four figures for the year, which is how the number is kept.</summary>
    /// <exception cref="FormatException">It is anything else, or its year has two figures.</exception>
    public static PncNumber Parse(string s) => Parse(s, null);

    public static PncNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"{Problem}. Got '{s}'.");

    /// <summary>Reads the form with four figures for the year.</summary>
    /// <returns><see langword="false"/> for anything else: two figures mean nothing without a day to read them on.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out PncNumber? result) =>
        TryRead(s, currentYear: null, out result);

    /// <summary>Reads any form, as typed or as in a file: case, spaces and all signs but the slash are ignored.</summary>
    /// <param name="s">Such as <c>04/712343W</c>; the slash may be left out.</param>
    /// <param name="today">Two-figure years up to this day's are of this century, later ones of the one before.</param>
    /// <param name="result">The number, whether or not its check letter is right.</param>
    /// <returns><see langword="false"/> for anything else and for the placeholder 33/993399H.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, DateOnly today, [NotNullWhen(true)] out PncNumber? result) =>
        TryRead(s, today.Year, out result);

    /// <summary>Whether a file's field gives no number at all: it is empty or the placeholder.</summary>
    public static bool IsMissing(string? text) =>
        string.IsNullOrWhiteSpace(text) || (Plain(text) is { } plain && Canonical(plain, currentYear: 2000) is { } number && IsPlaceholder(number));

    public override string ToString() => _text;

    private static bool TryRead(string? s, int? currentYear, [NotNullWhen(true)] out PncNumber? result)
    {
        result = Plain(s) is { } plain && Canonical(plain, currentYear) is { } number && !IsPlaceholder(number) ? new PncNumber(number) : null;
        return result is not null;
    }

    private static string? Plain(string? typed) => NumberText.Tidy(typed) is { } tidy
        ? string.Concat(tidy.Where(c => char.IsLetterOrDigit(c) || c == '/'))
        : null;

    private static string? Canonical(string plain, int? currentYear)
    {
        if (Shape().Match(plain) is not { Success: true } match)
        {
            return null;
        }

        // Without a slash the length alone says how many figures are the year's: 12 characters are a whole long number.
        var (year, serial) = match.Groups["slash"].Length > 0 ? (match.Groups["year"].Value, match.Groups["serial"].Value)
            : plain.Length == 12 ? (plain[..4], plain[4..^1])
            : (plain[..2], plain[2..^1]);
        if (serial.Length is 0 or > 7)
        {
            return null;
        }

        if (year.Length == 2)
        {
            if (currentYear is not { } now)
            {
                return null;
            }

            var century = (now / 100) - (int.Parse(year, CultureInfo.InvariantCulture) <= now % 100 ? 0 : 1);
            year = century.ToString(CultureInfo.InvariantCulture) + year;
        }

        return $"{year}/{serial.PadLeft(7, '0')}{plain[^1]}";
    }

    private static bool IsPlaceholder(string number) => number is "2033/0993399H" or "1933/0993399H";

    [GeneratedRegex(@"^((?<year>[0-9]{2}|[0-9]{4})(?<slash>/)(?<serial>[0-9]{1,7})|[0-9]{3,11})[A-Z]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
