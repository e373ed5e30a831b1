namespace Throughcare.Domain.Assessment;

/// <summary>Risk of serious harm to others. Ordered: a greater value is a greater risk.</summary>
public enum RoshLevel
{
    /// <summary>Screened, and no full analysis was needed: shown as low, and said so.</summary>
    NotAnalysed = 0,
    Low = 1,
    Medium = 2,
    High = 3,
    VeryHigh = 4,
}
