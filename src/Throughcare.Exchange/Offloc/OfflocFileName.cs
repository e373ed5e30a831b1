using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughcare.Exchange.Offloc;

/// <summary>The name of a prison file, which says what day it is about.</summary>
public static partial class OfflocFileName
{
    public const string Problem = "A prison file is named like C_NOMIS_OFFENDER_31122026_X.dat, or 31122026.zip with such a file in it";

    /// <returns>The day; <see langword="null"/> for a name that is not a prison file's.</returns>
    public static DateOnly? DayOf(string name) =>
        Shape().Match(name) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["day"].Value, "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.Ordinal);

    [GeneratedRegex(@"^(C_NOMIS_OFFENDER_(?<day>[0-9]{8})_.+\.dat|(?<day>[0-9]{8})\.zip)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
