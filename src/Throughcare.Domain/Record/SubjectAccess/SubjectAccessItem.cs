using System.Security.Cryptography;
using System.Text;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>One line of a request's redaction log: an entry or a text that was withheld by a rule, or that somebody decides about.</summary>
/// <remarks>A decision is about one text: another version with other words waits anew.</remarks>
public sealed class SubjectAccessItem
{
    public const int LongestReason = 1000;

    public required FactId Id { get; init; }

    public required FactId RequestId { get; init; }

    /// <summary>Whose record the entry stands on: a record that was merged into the person's keeps its own.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>The entry.</summary>
    public required FactId FactId { get; init; }

    /// <summary>The type of fact, such as <c>Contact</c>.</summary>
    public required string FactType { get; init; }

    public required ExportSection Section { get; init; }

    /// <summary>The line that it is about, such as "Note"; empty where it is the whole entry.</summary>
    public required string Label { get; init; }

    /// <summary>SHA-256 of the text decided about, in lower-case hexadecimal; empty where a rule withheld the entry.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The day of the entry.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why somebody has to look: what in the text may name others, or what kind of entry it is. Empty where nothing was found.</summary>
    public string Signs { get; init; } = "";

    public required ItemDecision Decision { get; set; }

    /// <summary>By which rule it is withheld, in whole or in part.</summary>
    public WithholdingRule? Rule { get; set; }

    public string? Reason { get; set; }

    /// <summary>What is given instead of the text, where parts were taken out.</summary>
    public string? ReleasedText { get; set; }

    public StaffId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>It is about the whole entry.</summary>
    public bool IsWholeEntry => Label.Length == 0;

    /// <summary>How a text is known again.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What becomes of an entry or a text.</summary>
public enum ItemDecision
{
    /// <summary>Nobody has decided: it is not given.</summary>
    Waiting,

    Released,

    /// <summary>Given without the passages that were taken out.</summary>
    Redacted,

    Withheld,
}
