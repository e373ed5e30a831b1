using Throughcare.Domain.Record;

namespace Throughcare.Domain.Assessment;

/// <summary>The level of risk of serious harm that another system gives, without the assessment it comes from.
/// <see cref="FactVersion.ValidFrom"/> is the day of the assessment; the next one ends it.</summary>
public sealed record RoshRecord : FactVersion
{
    public required RoshLevel Level { get; init; }
}

/// <summary>Levels as other systems write them.</summary>
public static class RoshLevelText
{
    /// <summary>Reads L, M, H and V, and the words they stand for, whatever the case: <c>VERY_HIGH</c>, <c>Very high RoSH</c>.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    public static RoshLevel? Read(string? text)
    {
        var words = text?.Trim().Replace('_', ' ').ToUpperInvariant() ?? "";
        return words switch
        {
            "L" => RoshLevel.Low,
            "M" => RoshLevel.Medium,
            "H" => RoshLevel.High,
            "V" or "VH" => RoshLevel.VeryHigh,
            _ when words.StartsWith("VERY HIGH", StringComparison.Ordinal) => RoshLevel.VeryHigh,
            _ when words.StartsWith("HIGH", StringComparison.Ordinal) => RoshLevel.High,
            _ when words.StartsWith("MEDIUM", StringComparison.Ordinal) => RoshLevel.Medium,
            _ when words.StartsWith("LOW", StringComparison.Ordinal) => RoshLevel.Low,
            _ => null,
        };
    }
}
