namespace Throughcare.Risk;

/// <summary>The band of a predictor's score. Ordered: a greater value is a greater likelihood.</summary>
/// <remarks>Shown in words beside the score; the boundaries belong to each instrument.</remarks>
public enum PredictorBand
{
    /// <summary>The instrument does not apply to this person.</summary>
    NotApplicable = 0,
    Low = 1,
    Medium = 2,
    High = 3,
    VeryHigh = 4,
}
