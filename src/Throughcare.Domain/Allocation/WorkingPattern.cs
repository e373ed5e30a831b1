using System.Globalization;

namespace Throughcare.Domain.Allocation;

/// <summary>How much of full time a POM works: full time is 10 tenths of 37.5 hours.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), working patterns.</remarks>
public static class WorkingPattern
{
    /// <summary>Hours a week.</summary>
    public const decimal FullTimeHours = 37.5m;

    public const int FullTime = 10;

    /// <summary>Tenths of full time, rounded down and at most 10: 33.75 hours are 9 tenths.</summary>
    /// <param name="hours">A week; not negative.</param>
    public static int TenthsOf(decimal hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        return (int)Math.Min(FullTime, decimal.Floor(hours * FullTime / FullTimeHours));
    }

    /// <summary>"Full time", or "Part time, 0.6".</summary>
    public static string Words(int tenths) => tenths >= FullTime ? "Full time" : string.Create(CultureInfo.InvariantCulture, $"Part time, {tenths / 10m:0.0}");
}
