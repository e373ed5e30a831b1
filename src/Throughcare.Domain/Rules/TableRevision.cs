namespace Throughcare.Domain.Rules;

/// <summary>Another version of a reference table, compared with the one that stands: what is wrong with it, and what it would change.</summary>
/// <remarks>No row is lost: a row that the new version leaves out is closed, where rows of the table can be; codes that records name
/// stay readable.</remarks>
public sealed record TableRevision
{
    /// <summary>A version with fewer of the rows than this is taken only by those who say that they mean it.</summary>
    private const decimal LeastShare = 0.9m;

    /// <summary>Row by row; empty where the version can be used.</summary>
    public required IReadOnlyList<TableException> Wrong { get; init; }

    public IReadOnlyList<Line> Added { get; init; } = [];

    public IReadOnlyList<Line> Changed { get; init; } = [];

    public IReadOnlyList<Line> Ended { get; init; } = [];

    /// <summary>The new version leaves out more than a tenth of the rows that stand.</summary>
    public bool IsShrunk { get; init; }

    /// <summary>The whole of the new version, with the rows that it closes; <see langword="null"/> where something is wrong.</summary>
    public CsvTable? Version { get; init; }

    public bool ChangesNothing => Added.Count + Changed.Count + Ended.Count == 0;

    /// <param name="Key">What names the row.</param>
    /// <param name="Was">The row as it stands, in words; <see langword="null"/> for one that is added.</param>
    /// <param name="Is">The row as it would be; <see langword="null"/> for one that ends.</param>
    public sealed record Line(string Key, string? Was, string? Is);

    /// <param name="table">Whose version it is.</param>
    /// <param name="standing">The version that stands on the day from which the new one is to be in force.</param>
    /// <param name="text">The new version, as CSV.</param>
    public static TableRevision Of(ReferenceTable table, CsvTable standing, string text)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(text);

        CsvTable version;
        IReadOnlyList<TableException> broken;
        try
        {
            version = CsvTable.Read(table.Table, Tidy(text), out broken);
        }
        catch (TableException error)
        {
            return new() { Wrong = [error] };
        }

        List<TableException> wrong = [.. broken, .. table.Check(version)];
        var named = version.Rows.Count > 0 && table.Key.All(version.Columns.Contains) ? version.Rows.GroupBy(table.KeyOf).ToDictionary(g => g.Key, g => g.First()) : [];
        var missing = standing.Rows.Where(row => !named.ContainsKey(table.KeyOf(row))).ToList();
        if (wrong.Count == 0 && version.Rows.Count == 0)
        {
            wrong.Add(new(table.Table, 1, "", "there are no rows"));
        }

        if (wrong.Count == 0 && table is { ClosedBy: null, Key: ["code", ..] })
        {
            wrong.AddRange(missing.Select(row => new TableException(table.Table, 0, "", $"the row {table.KeyOf(row)} is missing. Records may name it, and rows of this table can not be closed: keep it")));
        }

        return wrong.Count > 0
            ? new() { Wrong = [.. wrong.OrderBy(error => error.Row)] }
            : Compare(table, standing, version, named, missing);
    }

    /// <summary>A later version with what this one changes, except where the later one has changed the same row itself.</summary>
    /// <param name="standing">What this version was compared with.</param>
    /// <param name="later">A version that is in force from a later day.</param>
    public CsvTable CarriedInto(ReferenceTable table, CsvTable standing, CsvTable later)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(later);

        var version = Version ?? throw new InvalidOperationException("Something is wrong with the version.");
        IReadOnlyList<string> columns = [.. later.Columns, .. version.Columns.Except(later.Columns)];
        var (stood, now, then) = (standing.Rows.ToDictionary(table.KeyOf), version.Rows.ToDictionary(table.KeyOf), later.Rows.ToDictionary(table.KeyOf));
        var rows = later.Rows
            .Select(row => stood.TryGetValue(table.KeyOf(row), out var was) && Same(was, row) ? now.GetValueOrDefault(table.KeyOf(row)) : row)
            .OfType<CsvRow>()
            .Concat(version.Rows.Where(row => !then.ContainsKey(table.KeyOf(row)) && !stood.ContainsKey(table.KeyOf(row))));
        return CsvTable.Read(table.Table, CsvTable.Write(columns, rows.Select(row => columns.Select(column => row.Has(column) ? row[column] : column == table.ClosedBy ? "true" : "").ToArray())));
    }

    private static TableRevision Compare(ReferenceTable table, CsvTable standing, CsvTable version, Dictionary<string, CsvRow> named, List<CsvRow> missing)
    {
        var stood = standing.Rows.ToDictionary(table.KeyOf);
        var ended = missing.Where(row => !IsClosed(table, row)).ToList();
        return new()
        {
            Wrong = [],
            Added = [.. version.Rows.Where(row => !stood.ContainsKey(table.KeyOf(row))).Select(row => new Line(table.KeyOf(row), null, Words(row, version.Columns)))],
            Changed = [.. version.Rows.Where(row => stood.TryGetValue(table.KeyOf(row), out var was) && !Same(was, row)).Select(row => Difference(stood[table.KeyOf(row)], row, table.KeyOf(row)))],
            Ended = [.. ended.Select(row => new Line(table.KeyOf(row), Words(row, standing.Columns), null))],
            IsShrunk = version.Rows.Count < standing.Rows.Count * LeastShare,
            Version = WithClosed(table, version, missing),
        };
    }

    /// <summary>The new version with the rows that it left out, closed.</summary>
    private static CsvTable WithClosed(ReferenceTable table, CsvTable version, List<CsvRow> missing)
    {
        if (table.ClosedBy is not { } closes || missing.Count == 0)
        {
            return version;
        }

        var hasColumn = version.Columns.Contains(closes);
        IReadOnlyList<string> columns = hasColumn ? version.Columns : [.. version.Columns, closes];
        var kept = version.Rows.Select(row => hasColumn ? row.Cells : [.. row.Cells, "true"]);
        var closed = missing.Select(row => columns.Select(column => column == closes ? "false" : row.Has(column) ? row[column] : "").ToArray());
        return CsvTable.Read(table.Table, CsvTable.Write(columns, kept.Concat(closed)));
    }

    private static bool IsClosed(ReferenceTable table, CsvRow row) => table.ClosedBy is { } closes && row.Has(closes) && row[closes] is "false" or "N";

    private static bool Same(CsvRow was, CsvRow now) => now.Columns.Union(was.Columns).All(column => Cell(was, column) == Cell(now, column));

    private static Line Difference(CsvRow was, CsvRow now, string key)
    {
        var columns = now.Columns.Union(was.Columns).Where(column => Cell(was, column) != Cell(now, column)).ToList();
        return new(key, Words(was, columns), Words(now, columns));
    }

    private static string Words(CsvRow row, IEnumerable<string> columns) =>
        string.Join("; ", columns.Select(column => (column, Cell(row, column))).Where(cell => cell.Item2.Length > 0).Select(cell => $"{cell.column}: {cell.Item2}"));

    private static string Cell(CsvRow row, string column) => row.Has(column) ? row[column] : column is ReferenceTable.Active ? "true" : "";

    /// <summary>Without a byte order mark, and with the apostrophe taken away that keeps spreadsheets from reading a text as a formula.</summary>
    private static string Tidy(string text)
    {
        var plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        foreach (var sign in "=+-@")
        {
            plain = plain.Replace($",'{sign}", $",{sign}", StringComparison.Ordinal).Replace($",\"'{sign}", $",\"{sign}", StringComparison.Ordinal).Replace($"\n'{sign}", $"\n{sign}", StringComparison.Ordinal);
        }

        return plain;
    }
}
