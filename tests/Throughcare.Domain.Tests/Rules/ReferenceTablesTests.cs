using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class ReferenceTablesTests
{
    [Fact]
    public void Every_embedded_table_is_checked_at_the_start_and_has_rows()
    {
        var embedded = typeof(ReferenceTables).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        var counts = ReferenceTables.CheckAll();

        Assert.Equal(embedded, counts.Keys);
        Assert.All(counts, table => Assert.True(table.Value > 0, table.Key));
    }

    [Theory]
    [InlineData("reference/establishments.csv", 175)]
    [InlineData("reference/probation-regions-and-pdus.csv", 123)]
    [InlineData("reference/courts.csv", 85)]
    [InlineData("reference/name-synonyms.csv", 770)]
    [InlineData("reference/offence-group-keywords.csv", 144)]
    [InlineData("codes/contact-types.csv", 177)]
    [InlineData("codes/case-note-types.csv", 399)]
    [InlineData("codes/alert-codes.csv", 213)]
    [InlineData("codes/movement-reasons.csv", 194)]
    [InlineData("codes/permissions.csv", 109)]
    public void A_table_has_as_many_rows_as_its_publication_says(string table, int rows) =>
        Assert.Equal(rows, ReferenceTables.CheckAll()[table]);

    [Fact]
    public void Two_rows_of_one_name_are_refused()
    {
        var table = CsvTable.Read("t", "kind,code\nA,1\nA,2\nA,1\n");

        Assert.Equal("t, row 4, column code: the row is named like an earlier one: A 1.", Assert.Throws<TableException>(() => ReferenceTables.CheckKeys(table, "kind", "code")).Message);
    }

    [Theory]
    [InlineData("LGI", "HMP Lowdham Grange")]
    [InlineData("ACI", "HMP Altcourse")]
    [InlineData("AYI", "HMYOI Aylesbury")]
    [InlineData("MWI", "Medway Secure Training Centre")]
    [InlineData("OUT", "Outside prison (released)")]
    [InlineData("FOI", "Foreign Prison")]
    [InlineData("N50P01", "Bolton")]
    [InlineData("N50P01A", "Bolton, team N50P01A")]
    [InlineData("NAT", "National")]
    [InlineData("ZZQ", "ZZQ")]
    public void A_place_has_one_name(string code, string name) => Assert.Equal(name, Places.Name(new(code)));

    [Fact]
    public void The_nation_has_twelve_regions_and_two_divisions() => Assert.Equal(14, ProbationPlaces.Regions.Count());
}
