using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Throughcare.Population.Offloc;
using Xunit;

namespace Throughcare.Population.Tests.Offloc;

/// <summary>A written file, read as the rules of the nightly prison file say.</summary>
internal sealed partial class WrittenFile
{
    private readonly Lazy<IReadOnlyList<string[]>> _records;

    private WrittenFile(OfflocReport report, byte[] bytes)
    {
        Report = report;
        Bytes = bytes;
        _records = new(() => [.. Lines(Encoding.UTF8.GetString(bytes)).Select(Split)]);
    }

    public OfflocReport Report { get; }

    public byte[] Bytes { get; }

    /// <summary>The fields of each record; 153 where the record can be read.</summary>
    public IReadOnlyList<string[]> Records => _records.Value;

    public IEnumerable<string[]> Readable => Records.Where(fields => fields.Length == 153);

    public static async Task<WrittenFile> Of(OfflocFileOptions options)
    {
        using var stream = new MemoryStream();
        var report = await OfflocFile.WriteAsync(stream, options, cancellationToken: TestContext.Current.CancellationToken);
        return new WrittenFile(report, stream.ToArray());
    }

    public Dictionary<string, string[]> ByNumber() => Readable.ToDictionary(fields => fields[3], StringComparer.Ordinal);

    public static DateOnly? Date(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var physical in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            if (Beginning().IsMatch(physical))
            {
                lines.Add(physical);
            }
            else
            {
                lines[^1] += " " + physical;
            }
        }

        return lines;
    }

    private static string[] Split(string line)
    {
        var whole = line.Replace(",\"|\",", ",\"\",", StringComparison.Ordinal);
        if (UnquotedEnd().IsMatch(whole))
        {
            whole = $"{whole[..^10]}\"{whole[^10..]}\"";
        }

        return whole[1..^1].Split("\"|\"");
    }

    [GeneratedRegex("^\"[0-9]{2}/[0-9]{2}/[0-9]{4}\"")]
    private static partial Regex Beginning();

    [GeneratedRegex("\"\\|[0-9]{2}/[0-9]{2}/[0-9]{4}$")]
    private static partial Regex UnquotedEnd();
}
