namespace Throughcare.Domain.Rules;

/// <summary>A code of a list, or a text that no list knows, kept as it came: <c>?raw text</c>.</summary>
public readonly record struct Coded(string Text)
{
    public static Coded Of(string code) => new(code);

    public static Coded Unmapped(string raw) => new("?" + raw);

    public bool IsUnmapped => Text.StartsWith('?');

    /// <summary>The text as it came, for an unmapped value; else the code.</summary>
    public string Raw => IsUnmapped ? Text[1..] : Text;

    public override string ToString() => Text;
}
