namespace Throughcare.Domain.Rules;

/// <summary>A table that ships with the product is not as it must be; the product does not start with it.</summary>
/// <param name="table">Its name, such as <c>codes/alert-codes.csv</c>.</param>
/// <param name="row">The row as a spreadsheet counts (the header is 1); 0 where the whole table is meant.</param>
/// <param name="column">The column; empty where the whole row is meant.</param>
/// <param name="problem">What is wrong, as the end of a sentence.</param>
public sealed class TableException(string table, int row, string column, string problem)
    : Exception($"{table}{(row > 0 ? $", row {row}" : "")}{(column.Length > 0 ? $", column {column}" : "")}: {problem}.")
{
    /// <summary>What is wrong, as the end of a sentence.</summary>
    public string Problem => problem;

    public string Table => table;

    public int Row => row;

    public string Column => column;
}
