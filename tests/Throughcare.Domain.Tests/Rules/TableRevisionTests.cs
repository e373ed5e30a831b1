using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class TableRevisionTests
{
    private static readonly ReferenceTable Religion = ReferenceTables.Find("religion")!;
    private static readonly ReferenceTable Teams = ReferenceTables.Find("team-to-pdu")!;
    private static readonly ReferenceTable Titles = ReferenceTables.Find("title")!;

    [Fact]
    public void The_same_table_changes_nothing()
    {
        var revision = TableRevision.Of(Religion, Religion.Own, Religion.Own.ToText());

        Assert.Empty(revision.Wrong);
        Assert.True(revision.ChangesNothing);
    }

    [Fact]
    public void Rows_that_are_added_changed_and_left_out_are_told_apart_and_nothing_is_lost()
    {
        var lines = Religion.Own.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        var (left, open) = (Religion.Own.Rows[1], Religion.Own.Rows[2]);
        lines[2] = "ZZNEW,Something new,true,here";   // in the place of the second row, which is left out
        lines[3] = lines[3].Replace(open["description"], "Another word", StringComparison.Ordinal);

        var revision = TableRevision.Of(Religion, Religion.Own, string.Join("\r\n", lines) + "\r\n");

        Assert.Empty(revision.Wrong);
        Assert.Equal("ZZNEW", Assert.Single(revision.Added).Key);
        Assert.Equal((open["code"], "description: Another word"), (Assert.Single(revision.Changed).Key, revision.Changed[0].Is));
        Assert.Equal(left["code"], Assert.Single(revision.Ended).Key);
        Assert.Equal("false", revision.Version!.Rows.Single(row => row["code"] == left["code"])["current"]);
        Assert.Equal(Religion.Own.Rows.Count + 1, revision.Version.Rows.Count);
    }

    [Fact]
    public void Every_row_that_is_wrong_is_named_with_its_row_and_column()
    {
        var revision = TableRevision.Of(Religion, Religion.Own, "code,description,current,source\nA,One,true,x\nA,Two,true,x\nB,,true,x\nC,Three,perhaps,x\nD,Four\n");

        Assert.Equal([3, 4, 5, 6], revision.Wrong.Select(w => w.Row));
        Assert.Equal(["code", "description", "current", ""], revision.Wrong.Select(w => w.Column));
        Assert.Null(revision.Version);
    }

    [Theory]
    [InlineData("code,description\nA,One\n", "the column is missing")]
    [InlineData("", "the header row is missing")]
    [InlineData("code,description,current,source\n", "there are no rows")]
    [InlineData("code,description,current,source\nA,\"One,true,x\n", "a quoted value does not end")]
    public void A_text_that_is_no_such_table_says_why(string text, string problem) =>
        Assert.Contains(problem, TableRevision.Of(Religion, Religion.Own, text).Wrong[0].Problem, StringComparison.Ordinal);

    [Fact]
    public void A_version_with_fewer_than_nine_tenths_of_the_rows_is_said_to_be()
    {
        string First(int rows) => string.Join('\n', Religion.Own.ToText().Split('\n').Take(rows + 1)) + "\n";
        var count = Religion.Own.Rows.Count;

        Assert.True(TableRevision.Of(Religion, Religion.Own, First((count * 9 / 10) - 1)).IsShrunk);
        Assert.False(TableRevision.Of(Religion, Religion.Own, First((count * 9 / 10) + 1)).IsShrunk);
    }

    [Fact]
    public void A_row_left_out_of_a_table_that_had_no_such_column_is_closed_in_a_column_of_its_own()
    {
        var first = Titles.Own.Rows[0]["code"];
        var without = string.Join('\n', Titles.Own.ToText().Split('\n').Where((_, i) => i != 1));

        var version = TableRevision.Of(Titles, Titles.Own, without).Version!;

        Assert.Equal("false", version.Rows.Single(row => row["code"] == first)[ReferenceTable.Active]);
        Assert.All(version.Rows.Where(row => row["code"] != first), row => Assert.Equal("true", row[ReferenceTable.Active]));
    }

    [Fact]
    public void A_team_can_only_belong_to_a_delivery_unit()
    {
        var revision = TableRevision.Of(Teams, Teams.Own, Teams.Own.ToText() + "N55ABC,N55,here\n");

        Assert.Contains("no delivery unit", Assert.Single(revision.Wrong).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_version_gets_the_same_change_but_keeps_what_it_changed_itself()
    {
        CsvTable Of(string text) => CsvTable.Read("t", text);
        var standing = Of("code,description,current,source\nA,One,true,x\nB,Two,true,x\n");
        var later = Of("code,description,current,source\nA,One,true,x\nB,Later word,true,x\nL,Late,true,x\n");

        var revision = TableRevision.Of(Religion, standing, "code,description,current,source\nA,Uno,true,x\nB,Dos,true,x\nN,New,true,x\n");
        var carried = revision.CarriedInto(Religion, standing, later);

        Assert.Equal(["A Uno", "B Later word", "L Late", "N New"], carried.Rows.Select(row => $"{row["code"]} {row["description"]}"));
    }

    [Fact]
    public void An_apostrophe_that_keeps_a_spreadsheet_from_reading_a_formula_is_taken_away()
    {
        var revision = TableRevision.Of(Religion, Religion.Own, Religion.Own.ToText() + "ZZF,'=A1,true,x\n");

        Assert.Equal("=A1", revision.Version!.Rows.Single(row => row["code"] == "ZZF")["description"]);
    }

    [Fact]
    public void Tables_that_rules_are_tied_to_cannot_be_changed_while_the_product_runs()
    {
        Assert.All(["permissions", "roles", "movement-effects", "sensitivity-levels", "offloc-fields", "matching-weights"], name => Assert.False(ReferenceTables.Find(name)!.CanChange, name));
        Assert.All(["religion", "establishments", "probation-regions-and-pdus", "team-to-pdu", "bank-holidays-england-wales", "courts"], name => Assert.True(ReferenceTables.Find(name)!.CanChange, name));
        Assert.Throws<InvalidOperationException>(() => ReferenceTables.Find("permissions")!.Use(null));
    }

    [Fact]
    public void Every_table_s_own_version_passes_its_own_check() => Assert.All(ReferenceTables.All, table => Assert.Empty(table.Check(table.Own)));

    [Fact]
    public void Names_of_tables_are_unique() => Assert.Equal(ReferenceTables.All.Count, ReferenceTables.All.DistinctBy(table => table.Name).Count());

    [Fact]
    public void A_version_in_use_is_what_look_ups_find_and_codes_of_the_product_stay_known()
    {
        CodeList list = new("codes/incentive-level.csv");   // one of its own: the product's is left alone
        var upper = list.Derive(rows => rows.Select(row => row.Description.ToUpperInvariant()).ToList());
        Assert.Contains("BASIC", upper.Value);

        list.Use(CsvTable.Read(list.Table, "code,description,active,source\nBAS,Lowest,true,x\nNEW,New level,true,x\n"));

        Assert.Equal(("Lowest", "New level", "Enhanced"), (list["BAS"].Description, list.FindByText("new LEVEL")!.Description, list["ENH"].Description));
        Assert.Contains("LOWEST", upper.Value);
        Assert.Throws<TableException>(() => list.Use(CsvTable.Read(list.Table, "code,description,active,source\n,x,true,x\n")));
        Assert.Equal("Lowest", list["BAS"].Description);
        list.Use(null);
        Assert.Equal("Basic", list["BAS"].Description);
    }
}
