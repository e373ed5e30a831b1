using System.Globalization;
using System.Text;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;
using Throughcare.Population.Ndelius;
using Xunit;

namespace Throughcare.Population.Tests.Ndelius;

/// <summary>A data line, read by the offsets of its layout with the padding taken away.</summary>
internal sealed record ReadLine(string Type, IReadOnlyDictionary<string, string> Fields)
{
    public string this[string field] => Fields[field];

    public bool IsWithdrawn => Fields["Deleted"] == "Y";

    public bool Equals(ReadLine? other) => other is not null && Type == other.Type && Fields.All(f => other.Fields[f.Key] == f.Value);

    public override int GetHashCode() => HashCode.Combine(Type, Fields["Id"]);
}

/// <summary>A written extract, read as the rules of the probation extract say: by prefix and length, and by section where two share both.</summary>
internal sealed class WrittenExtract
{
    private WrittenExtract(FileReport report, byte[] bytes)
    {
        Report = report;
        Bytes = bytes;
        var lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.Equal("FO", lines[^2]);
        Header = lines[0];
        Lines = lines[..^1];
        Records = Read(lines[1..^2]);
    }

    public FileReport Report { get; }

    public byte[] Bytes { get; }

    public string Header { get; }

    /// <summary>All lines, the header and the footer too.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The data lines of each record, by its number and by the line's type and number.</summary>
    public Dictionary<string, Dictionary<(string Type, string Id), ReadLine>> Records { get; }

    public IEnumerable<ReadLine> Of(string type) => Records.Values.SelectMany(lines => lines.Values).Where(line => line.Type == type);

    public static async Task<WrittenExtract> Of(CaseloadOptions options, NdeliusMode mode = NdeliusMode.Full)
    {
        using var stream = new MemoryStream();
        var report = await NdeliusFile.WriteAsync(stream, options, mode, cancellationToken: TestContext.Current.CancellationToken);
        return new WrittenExtract(report, stream.ToArray());
    }

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static Dictionary<string, Dictionary<(string Type, string Id), ReadLine>> Read(IReadOnlyList<string> lines)
    {
        var records = new Dictionary<string, Dictionary<(string, string), ReadLine>>(StringComparer.Ordinal);
        var types = NdeliusLayout.Shared.DataLines.ToLookup(type => type.Length);
        var (offender, section, left) = ("", "", 0);
        foreach (var line in lines)
        {
            var rest = line[2..];
            switch (line[..2])
            {
                case "SS":
                    Assert.Equal(40, line.Length);
                    Assert.Equal("", offender);
                    offender = rest.TrimEnd('~');
                    records.Add(offender, []);
                    break;
                case "DS":
                    Assert.Equal(37, line.Length);
                    Assert.Equal("", section);
                    (section, left) = (rest[..30].TrimEnd('~'), int.Parse(rest[30..].TrimEnd('~'), CultureInfo.InvariantCulture));
                    Assert.True(left > 0);
                    break;
                case "LD":
                    var type = Assert.Single(types[line.Length], type => type.Section == section);
                    var read = new ReadLine(type.Name, type.Fields.ToDictionary(
                        f => f.Key, f => line.AsSpan(f.Value.Offset, f.Value.Length).TrimEnd('~').ToString(), StringComparer.Ordinal));
                    records[offender].Add((type.Name, read["Id"]), read);
                    left--;
                    break;
                case "DE":
                    Assert.Equal(37, line.Length);
                    Assert.Equal(section, rest[..30].TrimEnd('~'));
                    Assert.Equal(0, left);
                    section = "";
                    break;
                default:
                    Assert.Equal("SE" + offender.PadRight(38, '~'), line);
                    offender = "";
                    break;
            }
        }

        return records;
    }
}
