using System.Globalization;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>How tiers say what they rest on.</summary>
internal static class TierWords
{
    public static string Points(int points) => Words.Count(points, "point");

    public static string Number(decimal? number) => number is { } known ? known.ToString("0.##", CultureInfo.InvariantCulture) : "Not recorded";

    public static string Percent(decimal? number) => number is null ? "Not recorded" : $"{Number(number)}%";

    public static string Rosh(RoshLevel? level) => level switch
    {
        null => "Not recorded",
        RoshLevel.VeryHigh => "Very High",
        RoshLevel.NotAnalysed => "Low",
        { } known => known.ToString(),
    };

    /// <summary>As the tables write it: <c>VERY_HIGH</c>.</summary>
    public static string? RoshCode(RoshLevel? level) => level switch
    {
        null => null,
        RoshLevel.VeryHigh => "VERY_HIGH",
        RoshLevel.High => "HIGH",
        RoshLevel.Medium => "MEDIUM",
        _ => "LOW",
    };

    public static string Yes(bool yes) => yes ? "Yes" : "No";
}
