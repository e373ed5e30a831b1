namespace Throughcare.Web.TagHelpers;

/// <summary>One answer that can be chosen, in radios, checkboxes or a select.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the reader sees.</param>
/// <param name="Hint">A line beneath it, in radios and checkboxes.</param>
/// <param name="Exclusive">Checkboxes: choosing it clears the others ("None of these").</param>
/// <param name="Divider">Radios and checkboxes: a word before it, such as "or".</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool Exclusive = false, string? Divider = null)
{
    /// <summary>A yes or no question for a <see cref="bool"/>.</summary>
    public static IReadOnlyList<Choice> YesNo { get; } = [new("true", "Yes"), new("false", "No")];

    /// <summary>The values of an enumeration in their order, in the words given for each.</summary>
    public static IReadOnlyList<Choice> Of<T>(Func<T, string> words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), words(value)))];
}
