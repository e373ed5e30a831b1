using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record;

/// <summary>The number of one period in prison: five digits and a letter, a letter and five digits, six digits, or (historic) two letters and four digits.</summary>
public sealed partial record BookingNumber : IParsable<BookingNumber>
{
    public const string Problem = "Booking number must be 5 numbers and a letter, a letter and 5 numbers, or 6 numbers, like 38479A";

    private readonly string _text;

    private BookingNumber(string text) => _text = text;

    public static BookingNumber Parse(string s) => Parse(s, null);

    public static BookingNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"{Problem}. Got '{s}'.");

    /// <summary>Reads it, ignoring case and spaces, which people type.</summary>
    /// <returns><see langword="false"/>, and no number, for anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out BookingNumber? result)
    {
        result = NumberText.Tidy(s) is { } tidy && Shape().IsMatch(tidy) ? new BookingNumber(tidy) : null;
        return result is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"^([A-Z][0-9]{5}|[A-Z]{2}[0-9]{4}|[0-9]{6}|[0-9]{5}[A-Z])\z")]
    private static partial Regex Shape();
}
