namespace Throughcare.Population.Streams;

/// <summary>The normal distribution, by which draws that belong together are made to.</summary>
internal static class NormalCurve
{
    /// <summary>The share of the standard normal distribution that is below <paramref name="z"/>, to within 1e-7 (Abramowitz and Stegun 26.2.17).</summary>
    public static double Below(double z)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(z));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * (t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))));
        return z < 0 ? tail : 1 - tail;
    }

    /// <summary>The standard normal value that goes with <paramref name="known"/>, itself one, at this correlation.</summary>
    /// <param name="own">A standard normal value of its own.</param>
    public static double With(double known, double correlation, double own) => correlation * known + Math.Sqrt(1 - correlation * correlation) * own;
}
