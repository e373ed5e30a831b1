using Throughcare.Risk;

namespace Throughcare.Domain.Assessment;

/// <summary>The published bands of predictors whose percentage alone decides.</summary>
public static class PredictorBands
{
    private const decimal RsrMedium = 3.00m;
    private const decimal RsrHigh = 6.90m;

    /// <summary>The band of a risk of serious recidivism: low under 3%, medium under 6.9%, high from there.</summary>
    /// <param name="percent">0 to 100, rounded to two decimals.</param>
    public static string OfRsr(decimal percent) => percent < RsrMedium ? "Low" : percent < RsrHigh ? "Medium" : "High";

    /// <summary>"Very high".</summary>
    public static string Say(PredictorBand band) => band switch
    {
        PredictorBand.NotApplicable => "Not applicable",
        PredictorBand.VeryHigh => "Very high",
        _ => band.ToString(),
    };
}
