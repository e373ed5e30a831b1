using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record;

/// <summary>A National Insurance number, with the prefixes that HMRC gives out.</summary>
public sealed partial record Nino : IParsable<Nino>
{
    public const string Problem = "National Insurance number must be 2 letters, 6 numbers and A, B, C or D, like AB123456C";

    private readonly string _text;

    private Nino(string text) => _text = text;

    public static Nino Parse(string s) => Parse(s, null);

    public static Nino Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"{Problem}. Got '{s}'.");

    /// <summary>Reads it, ignoring case and spaces, which people type.</summary>
    /// <returns><see langword="false"/>, and no number, for anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out Nino? result)
    {
        result = NumberText.Tidy(s) is { } tidy && Shape().IsMatch(tidy) ? new Nino(tidy) : null;
        return result is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]\z")]
    private static partial Regex Shape();
}
