using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record;

/// <summary>The number a prison gives a person: one letter, four digits, two letters, such as <c>A1234BC</c>. One for life.</summary>
public sealed partial record PrisonNumber : IParsable<PrisonNumber>
{
    public const string Problem = "Prison number must be a letter, 4 numbers and 2 letters, like A1234BC";

    private readonly string _text;

    private PrisonNumber(string text) => _text = text;

    public static PrisonNumber Parse(string s) => Parse(s, null);

    public static PrisonNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"{Problem}. Got '{s}'.");

    /// <summary>Reads a prison number, ignoring case and spaces, which people type.</summary>
    /// <returns><see langword="false"/>, and no number, for anything else and for the dummies A9999AA and A0000AA.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out PrisonNumber? result)
    {
        result = NumberText.Tidy(s) is { } tidy && !IsDummy(tidy) && Shape().IsMatch(tidy) ? new PrisonNumber(tidy) : null;
        return result is not null;
    }

    /// <summary>Whether a file's field gives no number at all: it is empty or one of the dummies.</summary>
    public static bool IsMissing(string? text) => NumberText.Tidy(text) is not { } tidy ? string.IsNullOrWhiteSpace(text) : IsDummy(tidy);

    public override string ToString() => _text;

    private static bool IsDummy(string tidy) => tidy is "A9999AA" or "A0000AA";

    [GeneratedRegex(@"^[A-Z][0-9]{4}[A-Z]{2}\z")]
    private static partial Regex Shape();
}
