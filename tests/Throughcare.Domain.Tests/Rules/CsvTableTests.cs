using CsCheck;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class CsvTableTests
{
    private static readonly Gen<string> Value = Gen.Char["abc ,\"\n'é"].Array[0, 6].Select(chars => new string(chars));

    [Fact]
    public void Quotes_commas_and_line_breaks_inside_quotes_are_part_of_the_value()
    {
        var table = CsvTable.Read("t", "a,b\r\n\"x, \"\"y\"\"\",\"one\ntwo\"\r\nplain,\r\n");

        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal("x, \"y\"", table.Rows[0]["a"]);
        Assert.Equal("one\ntwo", table.Rows[0]["b"]);
        Assert.Equal(("plain", null), (table.Rows[1]["a"], table.Rows[1].Optional("b")));
    }

    [Fact]
    public void Whatever_is_written_by_the_rules_is_read_back_as_it_was() =>
        Gen.Select(Value, Value).Array[1, 5].Sample(rows =>
        {
            var text = "a,b\n" + string.Concat(rows.Select(row => $"{Quote(row.Item1)},{Quote(row.Item2)}\n"));
            var read = CsvTable.Read("t", text).Rows;
            Assert.Equal(rows.Select(row => (row.Item1.Trim(), row.Item2.Trim())), read.Select(row => (row["a"], row["b"])));
        });

    [Theory]
    [InlineData("", 1, "the header row is missing")]
    [InlineData("a,a\n", 1, "two columns have the same name")]
    [InlineData("a,\n", 1, "a column has no name")]
    [InlineData("a,b\nx\n", 2, "has 1 values, the header has 2")]
    [InlineData("a,b\nx,y\nx,y,z\n", 3, "has 3 values, the header has 2")]
    [InlineData("a,b\n\nx,y\n", 2, "the line is empty")]
    [InlineData("a,b\nx\"y,z\n", 2, "a quote stands inside a value that is not quoted")]
    [InlineData("a,b\n\"x\"y,z\n", 2, "something follows the closing quote of a value")]
    [InlineData("a,b\n\"x,z\n", 2, "a quoted value does not end")]
    [InlineData("a,b\rx,z\n", 1, "a carriage return must be followed by a line feed")]
    public void A_table_out_of_order_is_refused_by_row(string text, int row, string problem)
    {
        var wrong = Assert.Throws<TableException>(() => CsvTable.Read("codes/t.csv", text));

        Assert.Equal((row, $"codes/t.csv, row {row}: {problem}."), (wrong.Row, wrong.Message));
    }

    [Fact]
    public void A_value_that_can_not_be_read_names_table_row_and_column()
    {
        var row = CsvTable.Read("codes/t.csv", "n,yes,day\nfive,maybe,1 May\n").Rows[0];

        Assert.Equal("codes/t.csv, row 2, column n: is not a whole number.", Assert.Throws<TableException>(() => row.Whole("n")).Message);
        Assert.Equal("codes/t.csv, row 2, column yes: is neither true nor false.", Assert.Throws<TableException>(() => row.Flag("yes")).Message);
        Assert.Equal("codes/t.csv, row 2, column day: is not a date like 2026-03-27.", Assert.Throws<TableException>(() => row.Date("day")).Message);
        Assert.Equal("codes/t.csv, row 2, column other: there is no such column.", Assert.Throws<TableException>(() => row["other"]).Message);
    }

    [Fact]
    public void A_table_that_is_not_there_is_said_so() =>
        Assert.Equal("codes/none.csv: there is no such table.", Assert.Throws<TableException>(() => CsvTable.Load("codes/none.csv")).Message);

    private static string Quote(string value) => $"\"{value.Replace("\"", "\"\"")}\"";
}
