using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Takes passages out of a text.</summary>
public static class Redaction
{
    /// <summary>What stands in the place of a passage.</summary>
    public const string Mark = "[withheld]";

    private const int ShortestPassage = 2;

    /// <summary>Takes each passage out wherever it stands, whatever its case.</summary>
    /// <param name="passages">One a line, each as it stands in the text.</param>
    /// <returns>The text without them, or what is wrong; field <c>Passages</c>.</returns>
    public static Outcome<string> Apply(string text, string? passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        var taken = (passages ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(p => p.Length).ToList();
        if (taken.Count == 0)
        {
            return new Refusal("Passages", "Enter the words to take out, each passage on a line of its own");
        }

        foreach (var passage in taken)
        {
            if (passage.Length < ShortestPassage)
            {
                return new Refusal("Passages", $"Each passage must be {ShortestPassage} characters or more");
            }

            if (!text.Contains(passage, StringComparison.OrdinalIgnoreCase))
            {
                return new Refusal("Passages", $"“{passage}” is not in the text. Copy the words as they stand there");
            }
        }

        return taken.Aggregate(text, (left, passage) => left.Replace(passage, Mark, StringComparison.OrdinalIgnoreCase));
    }
}
