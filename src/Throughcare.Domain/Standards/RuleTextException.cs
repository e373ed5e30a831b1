namespace Throughcare.Domain.Standards;

/// <summary>A cell of the rule set can not be read.</summary>
/// <param name="text">The cell.</param>
/// <param name="position">Where it can not be read: characters before that place.</param>
/// <param name="problem">What is wrong, as the end of a sentence.</param>
public sealed class RuleTextException(string text, int position, string problem)
    : FormatException($"{problem} (at character {position + 1} of '{text}').")
{
    public string Text => text;

    /// <summary>From 0.</summary>
    public int Position => position;

    /// <summary>What is wrong, as the end of a sentence, without the place.</summary>
    public string Reason => problem;

    /// <summary>What is wrong, with the place, as the end of a sentence.</summary>
    public string Problem => $"{problem}, at character {position + 1}";
}
