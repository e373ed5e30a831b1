namespace Throughcare.Domain.Rules;

/// <summary>A code from a list, or the words of a source that no list knows, kept as <c>?words</c> and never dropped.</summary>
/// <param name="Text">What is stored: the code, or a question mark and the words.</param>
public readonly record struct Coded(string Text)
{
    public bool IsUnmapped => Text is ['?', ..];

    /// <summary>The words of the source; <see langword="null"/> for a code.</summary>
    public string? Raw => IsUnmapped ? Text[1..] : null;

    /// <summary>The code; <see langword="null"/> for words that no list knows.</summary>
    public string? Code => IsUnmapped ? null : Text;

    /// <exception cref="ArgumentException">The code is empty or begins with a question mark.</exception>
    public static Coded Of(string code) => string.IsNullOrWhiteSpace(code) || code[0] == '?'
        ? throw new ArgumentException($"'{code}' is not a code.", nameof(code))
        : new(code);

    /// <summary>Keeps words that no list knows, without the spaces around them.</summary>
    /// <exception cref="ArgumentException">There are no words.</exception>
    public static Coded Unmapped(string raw) => string.IsNullOrWhiteSpace(raw)
        ? throw new ArgumentException("There are no words to keep.", nameof(raw))
        : new("?" + raw.Trim());

    /// <summary>What a page shows: the description, with "(closed)" for a code that may no longer be chosen, or
    /// "Unmapped: " and the words. A code that the list does not have is shown as unmapped too.</summary>
    public string Describe(ICodes codes) => codes.Lookup(Code) switch
    {
        { IsActive: true } row => row.Description,
        { } row => row.Description + " (closed)",
        null => $"Unmapped: {Raw ?? Text}",
    };

    public override string ToString() => Text;
}
