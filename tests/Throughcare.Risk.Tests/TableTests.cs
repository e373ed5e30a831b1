using Throughcare.Risk.Tables;
using Xunit;

namespace Throughcare.Risk.Tests;

public sealed class TableTests
{
    [Fact]
    public void Every_offence_code_of_the_public_map_is_known()
    {
        Assert.Equal(3_039, OffenceCodes.Count);
        var known = Enumerable.Range(0, 100_000).Where(code => OffenceCodes.Find(code) is not null).ToList();
        Assert.Equal(3_039, known.Count);
        Assert.Equal(219, known.Select(code => code / 100).Distinct().Count());
        Assert.Equal([8800, 11100, 14100], known.Where(code => OffenceCodes.Ogrs3[code] == OffenceCodes.NeedExact));
        Assert.Equal([0, 1], known.Where(code => OffenceCodes.Arp[code] == 0));
        Assert.All(known.Where(code => code > 1), code => Assert.True(Enum.IsDefined((OffenceCategory)OffenceCodes.Arp[code])));
    }

    [Theory]
    [InlineData("00801", 801), InlineData("99999", 99_999), InlineData("0080", -1), InlineData("008011", -1), InlineData("0080A", -1), InlineData("", -1)]
    public void A_code_is_five_digits(string text, int code) => Assert.Equal(code, OffenceCodes.Parse(text));

    [Fact]
    public void A_sub_code_that_is_not_listed_has_no_default() => Assert.Null(OffenceCodes.Find(899 * 100));

    [Theory]
    [InlineData(RiskInstrument.Ogrs3, 4_900, 5_000, 7_400, 7_500, 8_900, 9_000), InlineData(RiskInstrument.Ogp, 3_300, 3_400, 6_600, 6_700, 8_400, 8_500)]
    [InlineData(RiskInstrument.Ovp, 2_900, 3_000, 5_900, 6_000, 7_900, 8_000), InlineData(RiskInstrument.Arp, 4_999, 5_000, 7_499, 7_500, 8_999, 9_000)]
    [InlineData(RiskInstrument.Vrp, 2_999, 3_000, 5_999, 6_000, 7_999, 8_000), InlineData(RiskInstrument.Svrp, 99, 100, 299, 300, 689, 690)]
    [InlineData(RiskInstrument.Csrp, 99, 100, 299, 300, 689, 690), InlineData(RiskInstrument.OspDc, 21, 22, 29, 30, 35, 36), InlineData(RiskInstrument.DcSrp, 21, 22, 29, 30, 35, 36)]
    public void Every_band_begins_where_it_should(RiskInstrument instrument, int low, int medium, int stillMedium, int high, int stillHigh, int veryHigh)
    {
        var bands = BandTable.Of(instrument);

        Assert.Equal(
            [PredictorBand.Low, PredictorBand.Medium, PredictorBand.Medium, PredictorBand.High, PredictorBand.High, PredictorBand.VeryHigh],
            new[] { low, medium, stillMedium, high, stillHigh, veryHigh }.Select(value => bands[value]));
    }

    [Theory]
    [InlineData(299, PredictorBand.Low), InlineData(300, PredictorBand.Medium), InlineData(689, PredictorBand.Medium), InlineData(690, PredictorBand.High), InlineData(9_999, PredictorBand.High)]
    public void Rsr_has_three_bands(int hundredths, PredictorBand band) => Assert.Equal(band, BandTable.Of(RiskInstrument.Rsr)[hundredths]);

    [Fact]
    public void Snsv_has_no_band() => Assert.Throws<InvalidDataException>(() => BandTable.Of(RiskInstrument.Snsv));

    [Fact]
    public void The_bands_are_shown_with_their_bounds() =>
        Assert.Equal([(PredictorBand.Low, 0m, 3.0m), (PredictorBand.Medium, 3.0m, 6.9m), (PredictorBand.High, 6.9m, (decimal?)null)], BandTable.Shown(RiskInstrument.Rsr));

    [Theory]
    [InlineData("a,b\n1,2,3", "row 2 has 3 cells"), InlineData("", "is empty")]
    public void A_table_that_is_wrong_is_refused(string text, string says)
    {
        using var reader = new StringReader(text);
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => RiskTable.Read("t.csv", reader)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_cannot_be_read_is_named_by_table_row_and_column()
    {
        using var reader = new StringReader("a,b\n\"x, \"\"y\"\"\",z");
        var row = RiskTable.Read("t.csv", reader).Rows[0];

        Assert.Equal("x, \"y\"", row["a"]);
        Assert.Equal("t.csv row 2, b: is not a number", Assert.Throws<InvalidDataException>(() => row.Number("b")).Message);
        Assert.Equal("t.csv row 2, b: is neither Y nor N", Assert.Throws<InvalidDataException>(() => row.Flag("b")).Message);
        Assert.Throws<InvalidDataException>(() => row["c"]);
        Assert.Throws<InvalidDataException>(() => row.Amount("a"));
        Assert.Throws<InvalidDataException>(() => row.OptionalWhole("a"));
        Assert.Throws<InvalidDataException>(() => row.Word("b", RiskWords.SexWords));
        Assert.Throws<InvalidDataException>(() => RiskTable.Load("nothing.csv"));
    }

    [Fact]
    public void Points_that_leave_a_gap_are_refused()
    {
        using var gap = new StringReader("term,match,points_or_coefficient\na,0,1\na,2+,3");
        using var whole = new StringReader("term,match,points_or_coefficient\na,absent or 0-1,1\na,2+,3");

        Assert.Throws<InvalidDataException>(() => Points.Of(RiskTable.Read("t", gap), "a"));
        var points = Points.Of(RiskTable.Read("t", whole), "a");
        Assert.Equal((1, 1, 1, 3, 3), (points.WhenAbsent, points[0], points[1], points[2], points[99]));
    }
}
