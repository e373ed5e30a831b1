using System.Globalization;

namespace Throughcare.Risk.Tables;

/// <summary>The points of a term by its value: "3-4", "21+", "0", "absent or 0-15".</summary>
internal sealed class Points
{
    private readonly int[] _points;

    private Points(int[] points, int whenAbsent) => (_points, WhenAbsent) = (points, whenAbsent);

    /// <summary>Of an answer that was not given.</summary>
    public int WhenAbsent { get; }

    /// <summary>The points of a value; above the last of the table, those of the last.</summary>
    public int this[int value] => _points[Math.Clamp(value, 0, _points.Length - 1)];

    /// <exception cref="InvalidDataException">The ranges leave a gap, overlap, or do not end open or where <paramref name="last"/> says.</exception>
    public static Points Of(RiskTable table, string term, int? last = null)
    {
        List<(int From, int? To, int Points)> ranges = [];
        var whenAbsent = 0;
        foreach (var row in table.Rows.Where(row => row["term"] == term))
        {
            var points = (int)row.Amount("points_or_coefficient");
            var match = row["match"];
            if (match.StartsWith("absent or ", StringComparison.Ordinal))
            {
                (whenAbsent, match) = (points, match["absent or ".Length..]);
            }
            else if (match.EndsWith(" or absent", StringComparison.Ordinal))
            {
                (whenAbsent, match) = (points, match[..^" or absent".Length]);
            }

            match = match switch { "N" or "F" => "0", "Y" or "M" => "1", _ => match };
            var bounds = match.TrimEnd('+').Split('-');
            var from = int.Parse(bounds[0], CultureInfo.InvariantCulture);
            ranges.Add((from, match.EndsWith('+') ? null : bounds.Length == 2 ? int.Parse(bounds[1], CultureInfo.InvariantCulture) : from, points));
        }

        ranges.Sort();
        List<int> all = [.. Enumerable.Repeat(ranges[0].Points, ranges[0].From)];
        foreach (var (from, to, points) in ranges)
        {
            if (from != all.Count)
            {
                throw new InvalidDataException($"The ranges of {term} do not join at {from}");
            }

            all.AddRange(Enumerable.Repeat(points, (to ?? from) - from + 1));
        }

        return ranges[^1].To is null || last is null || ranges[^1].To == last
            ? new([.. all], whenAbsent)
            : throw new InvalidDataException($"The ranges of {term} end at {ranges[^1].To}");
    }
}
