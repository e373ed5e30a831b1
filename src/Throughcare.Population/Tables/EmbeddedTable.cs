using System.Reflection;
using System.Text;

namespace Throughcare.Population.Tables;

/// <summary>A CSV table with a header row that ships inside an assembly.</summary>
internal sealed class EmbeddedTable
{
    private readonly string _name;
    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _rows;

    private EmbeddedTable(string name, List<string[]> records)
    {
        _name = name;
        _columns = records[0].Select((column, at) => (column, at)).ToDictionary(c => c.column, c => c.at, StringComparer.Ordinal);
        _rows = records.GetRange(1, records.Count - 1);
    }

    public IEnumerable<Row> Rows => _rows.Select(cells => new Row(this, cells));

    /// <summary>A table of the population itself, such as <c>marginals.csv</c>.</summary>
    public static EmbeddedTable OfPopulation(string name) => Read(typeof(EmbeddedTable).Assembly, name);

    /// <summary>A table of the Domain, such as <c>codes/alert-codes.csv</c>.</summary>
    public static EmbeddedTable OfDomain(string name) => Read(typeof(Domain.Rules.London).Assembly, name);

    private static EmbeddedTable Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no table '{name}' in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new EmbeddedTable(name, Split(reader.ReadToEnd()));
    }

    private static List<string[]> Split(string text)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    records.Add([.. fields]);
                    fields.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }

        if (fields.Count > 0 || field.Length > 0)
        {
            fields.Add(field.ToString());
            records.Add([.. fields]);
        }

        return records;
    }

    internal readonly struct Row(EmbeddedTable table, string[] cells)
    {
        public string this[string column] => table._columns.TryGetValue(column, out var at)
            ? cells[at]
            : throw new InvalidOperationException($"Table '{table._name}' has no column '{column}'.");

        public double Share(string column) => double.Parse(this[column], System.Globalization.CultureInfo.InvariantCulture);
    }
}
