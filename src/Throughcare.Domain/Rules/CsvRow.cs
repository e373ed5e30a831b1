using System.Globalization;

namespace Throughcare.Domain.Rules;

/// <summary>One row of a <see cref="CsvTable"/>; every reader names the cell when it can not be read.</summary>
/// <param name="table">The table it stands in.</param>
/// <param name="number">Its row as a spreadsheet counts: the header is 1.</param>
/// <param name="cells">Its values, one for each column.</param>
public sealed class CsvRow(CsvTable table, int number, string[] cells)
{
    public int Number => number;

    /// <summary>The text of a cell, trimmed; empty where the cell is.</summary>
    public string this[string column] => cells[table.IndexOf(column, number)].Trim();

    /// <summary>The values of the row as they stand, one for each column.</summary>
    public IReadOnlyList<string> Cells => cells;

    public IReadOnlyList<string> Columns => table.Columns;

    public bool Has(string column) => table.Columns.Contains(column);

    /// <summary>The text of a cell that must not be empty.</summary>
    public string Required(string column) =>
        this[column] is { Length: > 0 } text ? text : throw Wrong(column, "is empty");

    /// <summary>The text of a cell; <see langword="null"/> where it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    public int Whole(string column) => int.TryParse(Required(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
        ? n
        : throw Wrong(column, "is not a whole number");

    public int? OptionalWhole(string column) => Optional(column) is null ? null : Whole(column);

    public decimal Amount(string column) => decimal.TryParse(Required(column), NumberStyles.Number, CultureInfo.InvariantCulture, out var n)
        ? n
        : throw Wrong(column, "is not a number");

    /// <summary>Yes or no, written <c>true</c>/<c>false</c> or <c>Y</c>/<c>N</c>.</summary>
    public bool Flag(string column) => this[column] switch
    {
        "true" or "Y" => true,
        "false" or "N" => false,
        _ => throw Wrong(column, "is neither true nor false"),
    };

    /// <summary>A calendar day written <c>yyyy-MM-dd</c>.</summary>
    public DateOnly Date(string column) => DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Wrong(column, "is not a date like 2026-03-27");

    public DateOnly? OptionalDate(string column) => Optional(column) is null ? null : Date(column);

    /// <summary>One of a closed set of words, each with its value.</summary>
    public T OneOf<T>(string column, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = this[column];
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        throw Wrong(column, $"is '{text}', which is not one of its words");
    }

    /// <summary>A member of <typeparamref name="T"/>, ignoring case and underscores: <c>AREA_ONLY</c> is <c>AreaOnly</c>.</summary>
    public T Member<T>(string column)
        where T : struct, Enum =>
        Enum.TryParse<T>(Required(column).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Wrong(column, $"is '{this[column]}', which is not one of its words");

    public TableException Wrong(string column, string problem) => new(table.Name, number, column, problem);
}
