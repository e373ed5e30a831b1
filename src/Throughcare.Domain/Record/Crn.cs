using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record;

/// <summary>The number probation gives a person: one letter, six digits, such as <c>X123456</c>. A person may have more than one.</summary>
public sealed partial record Crn : IParsable<Crn>
{
    public const string Problem = "CRN must be a letter and 6 numbers, like X123456";

    private readonly string _text;

    private Crn(string text) => _text = text;

    public static Crn Parse(string s) => Parse(s, null);

    public static Crn Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"{Problem}. Got '{s}'.");

    /// <summary>Reads it, ignoring case and spaces, which people type.</summary>
    /// <returns><see langword="false"/>, and no number, for anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out Crn? result)
    {
        result = NumberText.Tidy(s) is { } tidy && Shape().IsMatch(tidy) ? new Crn(tidy) : null;
        return result is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"^[A-Z][0-9]{6}\z")]
    private static partial Regex Shape();
}
