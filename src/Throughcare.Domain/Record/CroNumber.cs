using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record;

/// <summary>A number of the Criminal Records Office: serial, year and check letter, such as <c>075715/06M</c>, or the form of
/// small files, such as <c>SF39/83334K</c>.</summary>
/// <remarks>The check letter may be wrong: such a number is kept, but never used to match people.</remarks>
public sealed partial record CroNumber : IParsable<CroNumber>
{
    public const string Problem = "CRO number must be up to 6 numbers, a year and a letter, like 075715/06M or SF39/83334K";

    public const string CheckProblem = "CRO number is not right: check the last letter, or give a reason to keep it as it is";

    private readonly string _text;

    private CroNumber(string text) => _text = text;

    /// <summary>Whether the last letter is the one that the year and serial call for.</summary>
    public bool HasValidCheckLetter
    {
        get
        {
            // The serial of the small-file form is not padded, so the number it makes with its year is shorter.
            var digits = _text.StartsWith("SF", StringComparison.Ordinal)
                ? string.Concat(_text.AsSpan(2, 2), _text.AsSpan(5, _text.Length - 6))
                : string.Concat(_text.AsSpan(7, 2), _text.AsSpan(0, 6));
            return _text[^1] == NumberText.CheckLetter(long.Parse(digits, CultureInfo.InvariantCulture));
        }
    }

    public static CroNumber Parse(string s) => Parse(s, null);

    public static CroNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"{Problem}. Got '{s}'.");

    /// <summary>Reads a CRO number, ignoring case and spaces. The serial of the usual form is padded to six figures.</summary>
    /// <returns><see langword="false"/>, and no number, for anything else and for the serial 000000.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out CroNumber? result)
    {
        result = NumberText.Tidy(s) is not { } tidy ? null
            : SmallFile().IsMatch(tidy) ? new CroNumber(tidy)
            : Usual().IsMatch(tidy) && tidy.PadLeft(10, '0') is var padded && !padded.StartsWith("000000", StringComparison.Ordinal) ? new CroNumber(padded)
            : null;
        return result is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"^[0-9]{1,6}/[0-9]{2}[A-Z]\z")]
    private static partial Regex Usual();

    [GeneratedRegex(@"^SF[0-9]{2}/[0-9]{1,6}[A-Z]\z")]
    private static partial Regex SmallFile();
}
