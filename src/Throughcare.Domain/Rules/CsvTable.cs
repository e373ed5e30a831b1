using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Throughcare.Domain.Rules;

/// <summary>A table with a header row, read strictly: RFC 4180, UTF-8, comma, lines that end in LF or CRLF.</summary>
/// <remarks>For the tables that ship inside the product. Anything out of order is a <see cref="TableException"/>, which
/// names table, row and column, so that a wrong table is found when the product starts and not by a user.</remarks>
public sealed class CsvTable
{
    private readonly FrozenDictionary<string, int> _columns;

    private CsvTable(string name, IReadOnlyList<string> columns, IReadOnlyList<string[]> records)
    {
        Name = name;
        Columns = columns;
        _columns = columns.Select((column, at) => KeyValuePair.Create(column, at)).ToFrozenDictionary(StringComparer.Ordinal);
        Rows = [.. records.Index().Skip(1).Where(row => row.Item.Length == columns.Count).Select(row => new CsvRow(this, row.Index + 1, row.Item))];
    }

    /// <summary>Where it came from, such as <c>codes/alert-codes.csv</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a table that is embedded in the Domain, by its logical name such as <c>codes/alert-codes.csv</c>.</summary>
    public static CsvTable Load(string name) => Load(typeof(CsvTable).Assembly, name);

    /// <summary>Reads a table that is embedded in <paramref name="assembly"/>.</summary>
    public static CsvTable Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new TableException(name, 0, "", "there is no such table");
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return Read(name, reader.ReadToEnd());
    }

    /// <summary>Reads the text of a table.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="text">Header row and rows.</param>
    public static CsvTable Read(string name, string text)
    {
        var table = Read(name, text, out var wrong);
        return wrong.Count == 0 ? table : throw wrong[0];
    }

    /// <summary>Reads the text of a table, leaving out rows that have too few or too many values.</summary>
    /// <param name="wrong">One for each row that was left out.</param>
    /// <exception cref="TableException">The text can not be taken apart into rows.</exception>
    public static CsvTable Read(string name, string text, out IReadOnlyList<TableException> wrong)
    {
        var records = Split(name, text);
        if (records.Count == 0)
        {
            throw new TableException(name, 1, "", "the header row is missing");
        }

        var columns = records[0];
        if (columns.Any(string.IsNullOrWhiteSpace))
        {
            throw new TableException(name, 1, "", "a column has no name");
        }

        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Length)
        {
            throw new TableException(name, 1, "", "two columns have the same name");
        }

        wrong = [.. records.Index().Skip(1).Where(row => row.Item.Length != columns.Length)
            .Select(row => new TableException(name, row.Index + 1, "", $"has {row.Item.Length} values, the header has {columns.Length}"))];
        return new CsvTable(name, columns, records);
    }

    /// <summary>The table as text, with lines that end in a line feed.</summary>
    public string ToText() => Write(Columns, Rows.Select(row => row.Cells));

    /// <summary>Writes a table as text.</summary>
    /// <param name="newLine">What lines end in.</param>
    public static string Write(IEnumerable<string> columns, IEnumerable<IReadOnlyList<string>> rows, string newLine = "\n")
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. columns]))
        {
            text.AppendJoin(',', row.Select(Quote)).Append(newLine);
        }

        return text.ToString();
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    internal int IndexOf(string column, int row) =>
        _columns.TryGetValue(column, out var at) ? at : throw new TableException(Name, row, column, "there is no such column");

    private static List<string[]> Split(string name, string text)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var row = records.Count + 1;
            fields.Add(text[at] == '"' ? Quoted(name, row, text, ref at) : Plain(name, row, text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length)
                {
                    fields.Add("");
                }
                else if (text[at] is not ('\r' or '\n'))
                {
                    continue;
                }
                else
                {
                    fields.Add("");
                }
            }

            if (at < text.Length && text[at] == '\r')
            {
                at++;
                if (at == text.Length || text[at] != '\n')
                {
                    throw new TableException(name, row, "", "a carriage return must be followed by a line feed");
                }
            }

            at++;
            if (fields is [""])
            {
                throw new TableException(name, row, "", "the line is empty");
            }

            records.Add([.. fields]);
            fields.Clear();
        }

        return records;
    }

    private static string Plain(string name, int row, string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            if (text[at] == '"')
            {
                throw new TableException(name, row, "", "a quote stands inside a value that is not quoted");
            }

            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string name, int row, string text, ref int at)
    {
        var value = new StringBuilder();
        at++;
        while (true)
        {
            if (at == text.Length)
            {
                throw new TableException(name, row, "", "a quoted value does not end");
            }

            if (text[at] != '"')
            {
                value.Append(text[at++]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append('"');
                at += 2;
            }
            else
            {
                at++;
                break;
            }
        }

        return at == text.Length || text[at] is ',' or '\r' or '\n'
            ? value.ToString()
            : throw new TableException(name, row, "", "something follows the closing quote of a value");
    }
}
