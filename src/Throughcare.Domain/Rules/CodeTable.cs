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
}

/// <summary>A reference table, read from its embedded CSV on first use and never changed.</summary>
/// <remarks>Two rows with one code are a <see cref="TableException"/>.</remarks>
public class CodeTable<TRow> : ICodes
    where TRow : class, ICode
{
    private readonly Lazy<Loaded> _loaded;

    /// <param name="table">Logical name of the embedded table.</param>
    /// <param name="read">Makes a row of the table's row.</param>
    /// <param name="text">The words by which files name a row; its description unless said otherwise.</param>
    public CodeTable(string table, Func<CsvRow, TRow> read, Func<TRow, string>? text = null)
    {
        Table = table;
        _loaded = new(() => Load(table, read, text ?? (row => row.Description)));
    }

    public string Table { get; }

    public int Count => _loaded.Value.Rows.Count;

    /// <summary>All rows, in the order of the table.</summary>
    public IReadOnlyList<TRow> Rows => _loaded.Value.Rows;

    /// <summary>The rows that may be chosen on a form, in the order of the table.</summary>
    public IEnumerable<TRow> Selectable => Rows.Where(row => row.IsActive);

    /// <summary>The row of a code exactly as the table writes it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public TRow this[string code] => Find(code) ?? throw new KeyNotFoundException($"{Table} has no code '{code}'.");

    /// <summary>The row of a code; case matters, as it does in the published lists.</summary>
    public TRow? Find(string? code) => code is not null && _loaded.Value.ByCode.TryGetValue(code, out var row) ? row : null;

    /// <summary>The row that these words describe, whatever their case and the spaces around them. Where several do, the
    /// first that is active.</summary>
    public TRow? FindByText(string? text) => text is not null && _loaded.Value.ByText.TryGetValue(text.Trim(), out var row) ? row : null;

    public ICode? Lookup(string? code) => Find(code);

    /// <summary>The code for words in a file: the row they describe, else the row they are the code of, else the words
    /// themselves, unmapped; <see langword="null"/> for an empty text.</summary>
    public Coded? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : (FindByText(text) ?? Find(text.Trim())) is { } row ? Coded.Of(row.Code)
        : Coded.Unmapped(text);

    private static Loaded Load(string table, Func<CsvRow, TRow> read, Func<TRow, string> text)
    {
        var csv = CsvTable.Load(table);
        var rows = new List<TRow>(csv.Rows.Count);
        var byCode = new Dictionary<string, TRow>(StringComparer.Ordinal);
        var byText = new Dictionary<string, TRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in csv.Rows)
        {
            var row = read(line);
            rows.Add(row);
            if (!byCode.TryAdd(row.Code, row))
            {
                throw line.Wrong("", $"the code '{row.Code}' stands in an earlier row");
            }

            if (text(row) is { Length: > 0 } words && (!byText.TryGetValue(words, out var first) || (row.IsActive && !first.IsActive)))
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
