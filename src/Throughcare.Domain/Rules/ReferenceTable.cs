namespace Throughcare.Domain.Rules;

/// <summary>A reference table as administrators see it: its name, what names a row, and whether another version of it can be taken
/// into use while the product runs.</summary>
public sealed class ReferenceTable
{
    /// <summary>The column that says whether a row may still be chosen, where a table that has none gets one.</summary>
    public const string Active = "active";

    private readonly Func<CsvTable, IReadOnlyList<TableException>>? _check;
    private readonly Action<CsvTable?>? _use;
    private readonly Lazy<CsvTable> _own;

    private ReferenceTable(string table, IReadOnlyList<string> key, Func<CsvTable, IReadOnlyList<TableException>>? check, Action<CsvTable?>? use)
    {
        Table = table;
        Key = key;
        _check = check;
        _use = use;
        _own = new(() => CsvTable.Load(table));
    }

    /// <summary>Such as <c>codes/religion.csv</c>.</summary>
    public string Table { get; }

    /// <summary>What addresses call it, such as <c>religion</c>.</summary>
    public string Name => Table[(Table.LastIndexOf('/') + 1)..^".csv".Length];

    /// <summary>What pages call it, such as "Religion" or "Alert codes".</summary>
    public string Title => char.ToUpperInvariant(Name[0]) + Name[1..].Replace('-', ' ');

    /// <summary>The columns that together name a row.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Another version can be taken into use while the product runs. The rest are tied to the product's own rules and
    /// change with a release.</summary>
    public bool CanChange => _use is not null;

    /// <summary>The version that the product brings.</summary>
    public CsvTable Own => _own.Value;

    /// <summary>The column by which a row is closed; <see langword="null"/> where rows can not be, so that each has to stay.</summary>
    public string? ClosedBy { get; private init; }

    /// <summary>The key of a row, as one text.</summary>
    public string KeyOf(CsvRow row) => string.Join(" / ", Key.Select(column => row[column]));

    /// <summary>What is wrong with a version, row by row; empty where it can be used.</summary>
    public IReadOnlyList<TableException> Check(CsvTable version)
    {
        ArgumentNullException.ThrowIfNull(version);

        var missing = Own.Columns.Where(column => !version.Columns.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            return [.. missing.Select(column => new TableException(Table, 1, column, "the column is missing"))];
        }

        List<TableException> wrong = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var row in version.Rows)
        {
            if (Key.FirstOrDefault(column => row[column].Length == 0) is { } empty)
            {
                wrong.Add(row.Wrong(empty, "is empty"));
            }
            else if (!seen.Add(KeyOf(row)))
            {
                wrong.Add(row.Wrong(Key[^1], $"the row is named like an earlier one: {KeyOf(row)}"));
            }
        }

        wrong.AddRange(_check?.Invoke(version).Where(error => !wrong.Exists(w => w.Row == error.Row)).ToList() ?? []);
        return [.. wrong.OrderBy(error => error.Row)];
    }

    /// <summary>Takes a version into use; <see langword="null"/> for the product's own.</summary>
    /// <exception cref="InvalidOperationException">The table changes with a release only.</exception>
    /// <exception cref="TableException">The version is not as it must be; the one before stays in use.</exception>
    public void Use(CsvTable? version) => (_use ?? throw new InvalidOperationException($"{Table} changes with a release only."))(version);

    internal static ReferenceTable Codes(ICodes codes, string[] key, string? closedBy, IReadOnlyList<Reference> references) =>
        new(codes.Table, key, version => [.. codes.Check(version), .. Broken(version, references)], codes.Use) { ClosedBy = closedBy };

    internal static ReferenceTable Plain(string table, string[] key, Action<CsvTable?> use, Func<CsvTable, IReadOnlyList<TableException>> check) => new(table, key, check, use);

    internal static ReferenceTable Fixed(string table, string[] key) => new(table, key, null, null);

    private static IEnumerable<TableException> Broken(CsvTable version, IReadOnlyList<Reference> references) =>
        from reference in references
        where version.Columns.Contains(reference.Column)
        from row in version.Rows
        where row[reference.Column] is { Length: > 0 } code && !reference.IsKnown(code) && !(reference.ToItself && version.Rows.Any(r => r["code"] == code))
        select row.Wrong(reference.Column, $"is '{row[reference.Column]}', which no row of another table is named");

    /// <param name="Column">A column that names a row of another table.</param>
    /// <param name="ToItself">It may be a row of the same version.</param>
    internal sealed record Reference(string Column, Func<string, bool> IsKnown, bool ToItself = false);
}
