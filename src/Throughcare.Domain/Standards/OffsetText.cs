using System.Globalization;

namespace Throughcare.Domain.Standards;

/// <summary>Reads distances in time as the rule set writes them.</summary>
public static class OffsetText
{
    private const int LongestYears = 100;

    /// <summary>Reads a count and its unit, or lists of the same length: <c>-8;-14</c> and <c>months;days</c>.</summary>
    /// <exception cref="RuleTextException">A count or a unit can not be read, there are not as many of one as of the other, hours stand
    /// beside another unit, or it is more than 100 years. <paramref name="isUnitWrong"/> says which of the two is meant.</exception>
    public static Offset Parse(string counts, string units, out bool isUnitWrong)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(units);

        isUnitWrong = false;
        var (all, of) = (counts.Split(';'), units.Split(';'));
        var read = new int[all.Length];
        var at = 0;
        for (var i = 0; i < all.Length; i++)
        {
            read[i] = int.TryParse(all[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count
                : throw new RuleTextException(counts, at, $"'{all[i]}' is not a whole number");
            at += all[i].Length + 1;
        }

        isUnitWrong = true;
        if (all.Length != of.Length)
        {
            throw new RuleTextException(units, 0, $"there are {of.Length} units for {all.Length} counts");
        }

        var parts = new OffsetPart[all.Length];
        at = 0;
        for (var i = 0; i < of.Length; i++)
        {
            var unit = Unit(of[i]) ?? throw new RuleTextException(units, at, $"'{of[i]}' is not a unit of time");
            parts[i] = new(read[i], unit);
            at += of[i].Length + 1;
        }

        if (parts.Length > 1 && parts.Any(part => part.Unit is OffsetUnit.Hours))
        {
            throw new RuleTextException(units, 0, "hours stand by themselves: they are counted from an instant");
        }

        isUnitWrong = false;
        return parts.Sum(YearsOf) <= LongestYears ? new(parts) : throw new RuleTextException(counts, 0, $"it is more than {LongestYears} years");
    }

    /// <summary>Reads a count and its unit, or lists of the same length.</summary>
    /// <exception cref="RuleTextException">As <see cref="Parse(string, string, out bool)"/>.</exception>
    public static Offset Parse(string counts, string units) => Parse(counts, units, out _);

    /// <summary>Reads a length such as <c>26 weeks</c>: a count of nought or more, a space and a unit that is not hours.</summary>
    /// <exception cref="RuleTextException">It can not be read.</exception>
    public static OffsetPart ParseLength(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            throw new RuleTextException(text, 0, "it is not a number, a space and a unit of time");
        }

        var count = int.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read
            : throw new RuleTextException(text, 0, $"'{text[..space]}' is not a whole number from 0");
        var unit = Unit(text[(space + 1)..]) ?? throw new RuleTextException(text, space + 1, $"'{text[(space + 1)..]}' is not a unit of time");
        var part = new OffsetPart(count, unit);
        return unit is OffsetUnit.Hours ? throw new RuleTextException(text, space + 1, "hours are not counted here")
            : YearsOf(part) > LongestYears ? throw new RuleTextException(text, 0, $"it is more than {LongestYears} years")
            : part;
    }

    internal static OffsetUnit? Unit(string text) => text switch
    {
        "hours" => OffsetUnit.Hours,
        "days" => OffsetUnit.Days,
        "working_days" => OffsetUnit.WorkingDays,
        "weeks" => OffsetUnit.Weeks,
        "months" => OffsetUnit.Months,
        "years" => OffsetUnit.Years,
        _ => null,
    };

    private static double YearsOf(OffsetPart part) => Math.Abs((double)part.Count) / part.Unit switch
    {
        OffsetUnit.Hours => 24 * 365.25,
        OffsetUnit.Days => 365.25,
        OffsetUnit.WorkingDays => 250,
        OffsetUnit.Weeks => 52.18,
        OffsetUnit.Months => 12,
        _ => 1,
    };
}

/// <summary>Reads how a rule repeats.</summary>
public static class RepeatText
{
    /// <summary>Reads <c>every 12 months from evidence</c>, <c>every 1 months from due</c>, <c>every flag.review_months from evidence</c>,
    /// <c>per month</c> and <c>per week</c>; never for an empty text.</summary>
    /// <exception cref="RuleTextException">It is none of these.</exception>
    public static Repeat Parse(string text)
    {
        const string Every = "every ";
        const string FromEvidence = " from evidence";
        const string FromDue = " from due";

        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            "" => new Repeat.Never(),
            "per month" => new Repeat.PerMonth(),
            "per week" => new Repeat.PerWeek(),
            "every flag.review_months from evidence" => new Repeat.FromEvidenceOfFlag(),
            _ when text.StartsWith(Every, StringComparison.Ordinal) && text.EndsWith(FromEvidence, StringComparison.Ordinal) =>
                new Repeat.FromEvidence(Length(FromEvidence.Length)),
            _ when text.StartsWith(Every, StringComparison.Ordinal) && text.EndsWith(FromDue, StringComparison.Ordinal) =>
                new Repeat.FromDue(Length(FromDue.Length)),
            _ => throw new RuleTextException(text, 0, "it is not 'every n unit from evidence', 'every n unit from due', 'per month' or 'per week'"),
        };

        OffsetPart Length(int tail)
        {
            var length = text.Length <= Every.Length + tail ? "" : text[Every.Length..^tail];
            try
            {
                var part = OffsetText.ParseLength(length);
                return part.Count > 0 ? part : throw new RuleTextException(length, 0, "it repeats after nothing");
            }
            catch (RuleTextException wrong)
            {
                throw new RuleTextException(text, Every.Length + wrong.Position, wrong.Reason);
            }
        }
    }
}
