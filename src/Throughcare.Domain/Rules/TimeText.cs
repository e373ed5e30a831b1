using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughcare.Domain.Rules;

/// <summary>Times of day as people type and read them.</summary>
public static partial class TimeText
{
    public const string Problem = "Enter a time, like 2:30pm or 14:30";

    /// <summary>Reads <c>14:30</c>, <c>1430</c>, <c>14.30</c>, <c>2:30pm</c>, <c>9</c> (in the morning), <c>12</c>, midday or
    /// midnight.</summary>
    /// <returns><see langword="false"/> for anything else; then <see cref="Problem"/> says what to type.</returns>
    public static bool TryParse(string? text, out TimeOnly time)
    {
        time = default;
        var tidy = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (tidy is "MIDNIGHT" or "MIDDAY" or "NOON")
        {
            time = tidy is "MIDNIGHT" ? TimeOnly.MinValue : new(12, 0);
            return true;
        }

        if (Shape().Match(tidy) is not { Success: true } match)
        {
            return false;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is 0 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (match.Groups["half"].ValueSpan is "PM" ? 12 : 0);
        }

        if (hour > 23 || minute > 59)
        {
            return false;
        }

        time = new(hour, minute);
        return true;
    }

    /// <summary>"2:30pm", "9am", "midday", "midnight"; seconds are left out.</summary>
    public static string Format(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        var (hour, minute) => string.Create(
            CultureInfo.InvariantCulture, $"{(hour + 11) % 12 + 1}{(minute == 0 ? "" : $":{minute:00}")}{(hour < 12 ? "am" : "pm")}"),
    };

    [GeneratedRegex("^((?<hour>[0-9]{1,2})([:.](?<minute>[0-9]{2}))?|(?<hour>[0-9]{1,2})(?<minute>[0-9]{2}))(?<half>[AP]M)?\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
