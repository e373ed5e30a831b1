using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class NumberReadingTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    [Theory]
    [InlineData(IdentifierKind.Noms, ""), InlineData(IdentifierKind.Noms, "A9999AA"), InlineData(IdentifierKind.Pnc, ""), InlineData(IdentifierKind.Booking, "")]
    public void Nothing_and_a_dummy_are_no_number(IdentifierKind kind, string text) => Assert.Null(NumberReading.Of(kind, text, Today));

    [Theory]
    [InlineData(IdentifierKind.Noms, "a1234bc", "A1234BC"), InlineData(IdentifierKind.Crn, "x123456", "X123456")]
    [InlineData(IdentifierKind.Nino, "AB 12 34 56 C", "AB123456C")]
    public void A_number_is_kept_as_it_matches_and_as_it_came(IdentifierKind kind, string text, string canonical)
    {
        var read = NumberReading.Of(kind, text, Today)!;

        Assert.Equal((canonical, IdentifierCheck.Valid, text, canonical), (read.Canonical, read.Check, read.AsGiven, read.ToMatch));
        Assert.Empty(read.Warnings);
        Assert.Null(NumberReading.Of(kind, canonical, Today)!.AsGiven);
    }

    [Fact]
    public void A_wrong_check_letter_is_kept_said_and_never_matched()
    {
        var read = NumberReading.Of(IdentifierKind.Pnc, "2019/0000001Z", Today)!;

        Assert.Equal((IdentifierCheck.CheckFailed, null), (read.Check, read.ToMatch));
        Assert.Equal(["CHECK_FAILED"], read.Warnings.Select(w => w.Code));
        Assert.Contains("check letter is wrong", read.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_no_rule_is_kept_in_upper_case_cut_to_what_the_record_holds()
    {
        var read = NumberReading.Of(IdentifierKind.Crn, "not a number at all, and much longer than any number", Today)!;

        Assert.Equal(("NOT A NUMBER AT ALL,", 40, null), (read.Canonical, read.AsGiven!.Length, read.ToMatch));
        Assert.StartsWith(Crn.Problem, Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pnc_without_its_stroke_is_read_and_said() =>
        Assert.Contains("PNC_NO_SLASH", NumberReading.Of(IdentifierKind.Pnc, "20030011985X", Today)!.Warnings.Select(w => w.Code));
}
