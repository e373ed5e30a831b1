using System.Globalization;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Csv;

/// <summary>The cells of one row, by the names of their columns, each in the form that its column keeps.</summary>
internal sealed class CsvValues(CsvShape shape, string[] values)
{
    public string this[string column] => values[shape.At(column)];

    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    public DateOnly? Date(string column) =>
        Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>An instant that was written as London's clock showed it.</summary>
    public DateTimeOffset Instant(string column)
    {
        var local = DateTime.ParseExact(this[column], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return London.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    public int? Whole(string column) => Text(column) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public decimal? Amount(string column) => Text(column) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool? Flag(string column) => Text(column) is { } text ? text == "Y" : null;

    public Coded? Code(string column) => Text(column) is { } text ? new Coded(text) : null;

    public T? Word<T>(string column)
        where T : struct, Enum => Text(column) is { } text ? Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) : null;

    /// <summary>A PNC or CRO number that may be used to match.</summary>
    public string? RightNumber(string column) => Text(column) is { } text && text[0] != '!' ? text : null;

    /// <summary>A PNC or CRO number whose letter is wrong.</summary>
    public string? WrongNumber(string column) => Text(column) is ['!', .. var text] ? text : null;
}

/// <summary>The columns of a kind of file, and where each stands among the values that are kept of a row.</summary>
internal sealed class CsvShape(params IReadOnlyList<CsvColumn> columns)
{
    private readonly Dictionary<string, int> _at = columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<CsvColumn> Columns => columns;

    public int At(string column) => _at[column];

    public int? Find(string column) => _at.TryGetValue(column, out var at) ? at : null;

    public CsvValues Values(FileRow row) => new(this, row.Parts[0].Values);

    /// <summary>What was left out of a row as it was read.</summary>
    public static IEnumerable<RowProblem> Warnings(FileRow row) => row.Parts.Skip(1)
        .Select(p => new RowProblem(p.Values[0], p.Values[1], p.Values[2], p.Values[3], ImportSeverity.Warning));
}
