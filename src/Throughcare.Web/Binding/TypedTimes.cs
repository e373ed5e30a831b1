using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughcare.Web.Binding;

/// <summary>Reads times as people type them: 14:30, 1430, 14.30, 2:30pm, 2pm, 9, midday.</summary>
public static partial class TypedTimes
{
    public const string Problem = "Enter a time, like 2:30pm or 14:30";

    /// <returns><see langword="null"/> for anything that is not a time.</returns>
    public static TimeOnly? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tidy = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

        if (tidy is "midday" or "noon")
        {
            return new TimeOnly(12, 0);
        }

        if (tidy is "midnight")
        {
            return TimeOnly.MinValue;
        }

        if (Shape().Match(tidy) is not { Success: true } match)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } minutes
            ? int.Parse(minutes.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

        return (match.Groups["half"].Value, hour, minute) switch
        {
            (_, _, > 59) => null,
            ("", <= 23, _) => new TimeOnly(hour, minute),
            ("am", >= 1 and <= 12, _) => new TimeOnly(hour % 12, minute),
            ("pm", >= 1 and <= 12, _) => new TimeOnly((hour % 12) + 12, minute),
            _ => null,
        };
    }

    [GeneratedRegex("^(?<hour>[0-9]{1,2})(?:[:.]?(?<minute>[0-9]{2}))?(?<half>am|pm|)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
