using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Population.Ndelius;

/// <summary>One field of a line.</summary>
/// <param name="Offset">From 0, in characters; the prefix stands at 0.</param>
internal sealed record NdeliusField(string Name, int Offset, int Length);

/// <summary>A kind of line and where its fields stand.</summary>
/// <param name="Section">What the start of its section calls it.</param>
/// <param name="Order">Place among the kinds of data lines.</param>
/// <param name="Length">Characters in the line, without its end.</param>
internal sealed record NdeliusLine(string Name, string Section, int Order, int Length, FrozenDictionary<string, NdeliusField> Fields)
{
    /// <summary>Where the flag of a withdrawn row stands; fourteen characters follow it.</summary>
    public int DeletedAt { get; } = Fields.TryGetValue("Deleted", out var deleted) ? deleted.Offset : -1;
}

/// <summary>The layout of the probation extract, read once and checked.</summary>
internal sealed class NdeliusLayout
{
    /// <summary>A time stamp follows the last field of a data line.</summary>
    public const int StampLength = 14;

    private const string Table = "ndelius-record-layout.csv";

    private static readonly Lazy<NdeliusLayout> Once = new(() => new NdeliusLayout(CsvTable.Load(typeof(NdeliusLayout).Assembly, Table)));

    private readonly FrozenDictionary<string, NdeliusLine> _lines;

    internal NdeliusLayout(CsvTable table)
    {
        var lines = new Dictionary<string, NdeliusLine>(StringComparer.Ordinal);
        foreach (var rows in table.Rows.GroupBy(row => row["record_type"], StringComparer.Ordinal))
        {
            var line = LineOf(rows.Key, [.. rows], lines.Count);
            lines.Add(line.Name, line);
        }

        _lines = lines.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static NdeliusLayout Shared => Once.Value;

    public NdeliusLine this[string name] => _lines[name];

    public IEnumerable<NdeliusLine> DataLines => _lines.Values.Where(line => line.DeletedAt >= 0).OrderBy(line => line.Order);

    private static NdeliusLine LineOf(string name, List<CsvRow> rows, int order)
    {
        var (first, length, next) = (rows[0], rows[0].Whole("line_length"), 2);
        var fields = new Dictionary<string, NdeliusField>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var field = new NdeliusField(row["field"], row.Whole("offset0"), row.Whole("length"));
            if (field.Offset != next || row.Whole("line_length") != length || !fields.TryAdd(field.Name, field))
            {
                throw row.Wrong("offset0", "the fields of a line must follow one another, each name once, in lines of one length");
            }

            next += field.Length;
        }

        var isData = first["record_prefix"] == "LD";
        if (next + (isData ? StampLength : 0) != length || (isData && rows[^1]["field"] != "Deleted"))
        {
            throw first.Wrong("line_length", "the fields do not fill the line, or a data line does not end with Deleted and a time stamp");
        }

        var section = first["section"];
        return new NdeliusLine(name, section.Length > 0 ? section : name, order, length, fields.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
