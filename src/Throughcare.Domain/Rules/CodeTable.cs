using System.Collections.Frozen;

namespace Throughcare.Domain.Rules;

/// <summary>A row that a code names.</summary>
public interface ICode
{
    string Code { get; }

    string Description { get; }

    /// <summary>May still be chosen. Codes are never deleted: one that is closed stays readable.</summary>
    bool IsActive { get; }
}

/// <summary>A list of codes, whatever else its rows hold.</summary>
public interface ICodes
{
    /// <summary>The table it is read from, such as <c>codes/religion.csv</c>.</summary>
    string Table { get; }

    int Count { get; }

    ICode? Lookup(string? code);

    /// <summary>Reads the rows of another version of the table, as they would be read in the place of its own.</summary>
    /// <returns>What is wrong with each row that cannot be read; empty where it could be used.</returns>
    IReadOnlyList<TableException> Check(CsvTable version);

    /// <summary>Goes over to another version of the table. A code of the product's own table that the version does not have stays
    /// known.</summary>
    /// <param name="version"><see langword="null"/> for the product's own.</param>
    /// <exception cref="TableException">The version is not as it must be; the one before stays.</exception>
    void Use(CsvTable? version);
}

/// <summary>A reference table, read from its embedded CSV on first use. A version that an administrator has loaded takes its place
/// from one moment to the next: whoever has read rows keeps those.</summary>
/// <remarks>Two rows with one code are a <see cref="TableException"/>.</remarks>
public class CodeTable<TRow> : ICodes
    where TRow : class, ICode
{
    private readonly Func<CsvRow, TRow> _read;
    private readonly Func<TRow, string> _text;
    private readonly Lazy<Loaded> _own;
    private volatile Loaded? _used;

    /// <param name="table">Logical name of the embedded table.</param>
    /// <param name="read">Makes a row of the table's row.</param>
    /// <param name="text">The words by which files name a row; its description unless said otherwise.</param>
    public CodeTable(string table, Func<CsvRow, TRow> read, Func<TRow, string>? text = null)
    {
        Table = table;
        _read = read;
        _text = text ?? (row => row.Description);
        _own = new(() => Load(CsvTable.Load(table).Rows, []));
    }

    private Loaded InUse => _used ?? _own.Value;

    public string Table { get; }

    public int Count => InUse.Rows.Count;

    /// <summary>All rows, in the order of the table.</summary>
    public IReadOnlyList<TRow> Rows => InUse.Rows;

    /// <summary>The rows that may be chosen on a form, in the order of the table.</summary>
    public IEnumerable<TRow> Selectable => Rows.Where(row => row.IsActive);

    /// <summary>The row of a code exactly as the table writes it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public TRow this[string code] => Find(code) ?? throw new KeyNotFoundException($"{Table} has no code '{code}'.");

    /// <summary>The row of a code; case matters, as it does in the published lists.</summary>
    public TRow? Find(string? code) => code is not null && InUse.ByCode.TryGetValue(code, out var row) ? row : null;

    /// <summary>The row that these words describe, whatever their case and the spaces around them. Where several do, the
    /// first that is active.</summary>
    public TRow? FindByText(string? text) => text is not null && InUse.ByText.TryGetValue(text.Trim(), out var row) ? row : null;

    public ICode? Lookup(string? code) => Find(code);

    /// <summary>The code for words in a file: the row they describe, else the row they are the code of, else the words
    /// themselves, unmapped; <see langword="null"/> for an empty text.</summary>
    public Coded? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : (FindByText(text) ?? Find(text.Trim())) is { } row ? Coded.Of(row.Code)
        : Coded.Unmapped(text);

    public IReadOnlyList<TableException> Check(CsvTable version)
    {
        ArgumentNullException.ThrowIfNull(version);

        List<TableException> wrong = [];
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (var line in version.Rows)
        {
            try
            {
                if (!codes.Add(_read(line).Code))
                {
                    wrong.Add(line.Wrong("", "names a code that stands in an earlier row"));
                }
            }
            catch (TableException error)
            {
                wrong.Add(error);
            }
        }

        return wrong;
    }

    public void Use(CsvTable? version) => _used = version is null ? null : Load(version.Rows, _own.Value.Rows);

    /// <summary>Something made of all rows, made again once another version is used.</summary>
    public Derived<T> Derive<T>(Func<IReadOnlyList<TRow>, T> make)
        where T : class => new(this, make);

    public sealed class Derived<T>(CodeTable<TRow> table, Func<IReadOnlyList<TRow>, T> make)
        where T : class
    {
        private volatile Tuple<IReadOnlyList<TRow>, T>? _made;

        public T Value
        {
            get
            {
                var rows = table.Rows;
                var made = _made;
                if (made is null || !ReferenceEquals(made.Item1, rows))
                {
                    _made = made = new(rows, make(rows));
                }

                return made.Item2;
            }
        }
    }

    /// <param name="others">Rows of another version, of which those with codes of their own are kept.</param>
    private Loaded Load(IReadOnlyList<CsvRow> lines, IReadOnlyList<TRow> others)
    {
        var rows = new List<TRow>(lines.Count);
        var byCode = new Dictionary<string, TRow>(StringComparer.Ordinal);
        var byText = new Dictionary<string, TRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var row = _read(line);
            rows.Add(row);
            if (!byCode.TryAdd(row.Code, row))
            {
                throw line.Wrong("", $"the code '{row.Code}' stands in an earlier row");
            }
        }

        rows.AddRange(others.Where(row => byCode.TryAdd(row.Code, row)));
        foreach (var row in rows)
        {
            if (_text(row) is { Length: > 0 } words && (!byText.TryGetValue(words, out var first) || (row.IsActive && !first.IsActive)))
            {
                byText[words] = row;
            }
        }

        return new([.. rows], byCode.ToFrozenDictionary(StringComparer.Ordinal), byText.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private sealed record Loaded(
        IReadOnlyList<TRow> Rows, FrozenDictionary<string, TRow> ByCode, FrozenDictionary<string, TRow> ByText);
}

/// <summary>A plain list: code, description, and whether it may still be chosen.</summary>
public sealed class CodeList(string table) : CodeTable<CodeEntry>(table, CodeEntry.Read);

public sealed record CodeEntry(string Code, string Description, bool IsActive) : ICode
{
    internal static CodeEntry Read(CsvRow row) => new(
        row.Required("code"),
        row.Required("description"),
        row.Has("active") ? row.Flag("active") : !row.Has("current") || row.Flag("current"));
}
