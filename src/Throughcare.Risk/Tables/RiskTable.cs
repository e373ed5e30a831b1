using System.Globalization;

namespace Throughcare.Risk.Tables;

/// <summary>An embedded table: a header row, then rows of the same number of cells; a cell in double quotes may hold commas.</summary>
internal sealed class RiskTable
{
    private readonly string _name;
    private readonly string[] _columns;

    private RiskTable(string name, string[] columns, IReadOnlyList<RiskRow> rows) => (_name, _columns, Rows) = (name, columns, rows);

    public IReadOnlyList<RiskRow> Rows { get; private init; }

    /// <exception cref="InvalidDataException">The table is not embedded, or a row has not as many cells as the header.</exception>
    public static RiskTable Load(string file)
    {
        using var stream = typeof(RiskTable).Assembly.GetManifestResourceStream(file) ?? throw new InvalidDataException($"{file} is not embedded");
        using var reader = new StreamReader(stream);
        return Read(file, reader);
    }

    /// <exception cref="InvalidDataException">There is no header, or a row has not as many cells as it.</exception>
    public static RiskTable Read(string name, TextReader reader)
    {
        var columns = Cells(reader.ReadLine() ?? throw new InvalidDataException($"{name} is empty"));
        List<RiskRow> rows = [];
        var table = new RiskTable(name, columns, rows);
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            var cells = Cells(line);
            rows.Add(cells.Length == columns.Length
                ? new RiskRow(table, number, cells)
                : throw new InvalidDataException($"{name} row {number} has {cells.Length} cells, its header {columns.Length}"));
        }

        return table;
    }

    /// <summary>The one row whose cell of the first column is so.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than one.</exception>
    public RiskRow One(string key)
    {
        var found = Rows.Where(row => row.Cells[0] == key).ToList();
        return found.Count == 1 ? found[0] : throw new InvalidDataException($"{_name} has {found.Count} rows {key}");
    }

    internal int IndexOf(string column) =>
        Array.IndexOf(_columns, column) is var at and >= 0 ? at : throw new InvalidDataException($"{_name} has no column {column}");

    internal InvalidDataException Wrong(int row, string column, string what) => new($"{_name} row {row}, {column}: {what}");

    private static string[] Cells(string line)
    {
        List<string> cells = [];
        for (var at = 0; at <= line.Length;)
        {
            if (at < line.Length && line[at] == '"')
            {
                var end = at + 1;
                while (line.IndexOf('"', end) is var quote and >= 0 && quote + 1 < line.Length && line[quote + 1] == '"')
                {
                    end = quote + 2;
                }

                end = line.IndexOf('"', end);
                cells.Add(line[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
                at = end + 2;
            }
            else
            {
                var end = line.IndexOf(',', at) is var comma and >= 0 ? comma : line.Length;
                cells.Add(line[at..end].Trim());
                at = end + 1;
            }
        }

        return [.. cells];
    }
}

/// <summary>A row of an embedded table; what can not be read is said by table, row and column.</summary>
internal sealed class RiskRow(RiskTable table, int number, string[] cells)
{
    public string[] Cells => cells;

    public string this[string column] => cells[table.IndexOf(column)];

    public double Number(string column) => OptionalNumber(column) ?? throw table.Wrong(number, column, "is empty");

    public double? OptionalNumber(string column) => this[column] is { Length: > 0 } text
        ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw table.Wrong(number, column, "is not a number")
        : null;

    public decimal Amount(string column) =>
        decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw table.Wrong(number, column, "is not a number");

    public int? OptionalWhole(string column) => this[column] is { Length: > 0 } text
        ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw table.Wrong(number, column, "is not a whole number")
        : null;

    public bool Flag(string column) => this[column] switch
    {
        "Y" => true,
        "N" => false,
        _ => throw table.Wrong(number, column, "is neither Y nor N"),
    };

    /// <summary>A word of a list.</summary>
    public T Word<T>(string column, Words<T> words)
        where T : struct, Enum =>
        words.TryRead(this[column], out var value) ? value : throw table.Wrong(number, column, $"'{this[column]}' is not in its list");
}
