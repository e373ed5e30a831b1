using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughcare.Bench;

/// <summary>Times of one kind of request between two readings of the server's histogram.</summary>
/// <param name="Bounds">Upper bounds of the buckets, seconds.</param>
/// <param name="Counts">Requests up to each bound, cumulative.</param>
internal sealed record Times(string Name, IReadOnlyList<double> Bounds, IReadOnlyList<double> Counts)
{
    public double Count => Counts[^1];

    /// <summary>The quantile, milliseconds, interpolated within its bucket.</summary>
    public double At(double quantile)
    {
        var wanted = quantile * Count;
        for (var i = 0; i < Counts.Count; i++)
        {
            if (Counts[i] >= wanted)
            {
                var (from, below) = i == 0 ? (0, 0) : (Bounds[i - 1], Counts[i - 1]);
                var to = double.IsPositiveInfinity(Bounds[i]) ? from : Bounds[i];
                return 1000 * (from + ((to - from) * (wanted - below) / Math.Max(Counts[i] - below, 1)));
            }
        }

        return double.NaN;
    }
}

/// <summary>The server's request histogram as it shows it to Prometheus.</summary>
internal static partial class Histograms
{
    public static async Task<Dictionary<string, SortedDictionary<double, double>>> ReadAsync(Uri server, CancellationToken stop)
    {
        using var http = new HttpClient();
        var text = await http.GetStringAsync(new Uri(server, "/metrics"), stop);
        Dictionary<string, SortedDictionary<double, double>> read = [];
        foreach (Match line in Bucket().Matches(text))
        {
            var labels = Label().Matches(line.Groups["labels"].Value).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
            var name = $"{labels.GetValueOrDefault("http_request_method")} /{labels.GetValueOrDefault("http_route")?.TrimStart('/')} {labels.GetValueOrDefault("http_response_status_code")}";
            var bound = labels["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(labels["le"], CultureInfo.InvariantCulture);
            if (!read.TryGetValue(name, out var buckets))
            {
                read[name] = buckets = [];
            }

            buckets[bound] = buckets.GetValueOrDefault(bound) + double.Parse(line.Groups["count"].Value, CultureInfo.InvariantCulture);
        }

        return read;
    }

    public static IEnumerable<Times> Between(
        Dictionary<string, SortedDictionary<double, double>> before, Dictionary<string, SortedDictionary<double, double>> after) =>
        after
            .Select(pair => new Times(pair.Key, [.. pair.Value.Keys],
                [.. pair.Value.Select(b => b.Value - (before.GetValueOrDefault(pair.Key)?.GetValueOrDefault(b.Key) ?? 0))]))
            .Where(times => times.Count > 0)
            .OrderByDescending(times => times.Count);

    [GeneratedRegex(@"^http_server_request_duration_seconds_bucket\{(?<labels>.*)\} (?<count>[0-9.e+]+)", RegexOptions.Multiline)]
    private static partial Regex Bucket();

    [GeneratedRegex("(?<name>[a-z_]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Label();
}
