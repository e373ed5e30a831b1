using CsCheck;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class NumberTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static readonly Gen<string> PrisonNumbers =
        from first in Gen.Char['A', 'Z']
        from digits in Gen.Int[1, 9998]
        from a in Gen.Char['A', 'Z']
        from b in Gen.Char['A', 'Z']
        select $"{first}{digits:0000}{a}{b}";

    private static readonly Gen<string> LongPncs =
        from year in Gen.Int[1927, 2026]
        from serial in Gen.Int[1, 9_999_999]
        select $"{year}/{serial:0000000}{"ZABCDEFGHJKLMNPQRTUVWXY"[(int)(((year % 100 * 10_000_000L) + serial) % 23)]}";

    [Fact]
    public void A_prison_number_survives_being_written_and_read_again() =>
        PrisonNumbers.Sample(text => PrisonNumber.Parse(text).ToString() == text);

    [Fact]
    public void However_it_is_typed_it_is_the_same_number() =>
        PrisonNumbers.Sample(text => PrisonNumber.Parse($" {text.ToLowerInvariant()[..4]} {text[4..]} ") == PrisonNumber.Parse(text));

    [Theory]
    [InlineData("A123BC"), InlineData("AA123BC"), InlineData("AA1234B"), InlineData("A12345BC"), InlineData("X12345"), InlineData(""), InlineData(null)]
    [InlineData("A1234BC\n1"), InlineData("Ä1234BC"), InlineData("A١٢٣٤BC")]
    public void Anything_else_is_no_prison_number(string? text) => Assert.False(PrisonNumber.TryParse(text, null, out _));

    [Theory]
    [InlineData("A9999AA", true), InlineData(" a0000aa", true), InlineData("", true), InlineData(null, true), InlineData("A1234BC", false), InlineData("junk", false)]
    public void A_dummy_prison_number_is_none(string? text, bool missing)
    {
        Assert.Equal(missing, PrisonNumber.IsMissing(text));
        Assert.True(!missing || !PrisonNumber.TryParse(text, null, out _));
    }

    [Fact]
    public void A_number_that_can_not_be_read_says_what_one_looks_like() =>
        Assert.Equal("Prison number must be a letter, 4 numbers and 2 letters, like A1234BC. Got 'x'.", Assert.Throws<FormatException>(() => PrisonNumber.Parse("x")).Message);

    [Theory]
    [InlineData("x123456", "X123456"), InlineData("X12345", null), InlineData("X1234567", null), InlineData("1234567", null), InlineData("", null)]
    public void A_crn_is_a_letter_and_six_digits(string text, string? read) =>
        Assert.Equal(read, Crn.TryParse(text, null, out var crn) ? crn.ToString() : null);

    [Theory]
    [InlineData("38479a", "38479A"), InlineData("A38479", "A38479"), InlineData("AB1234", "AB1234"), InlineData("123456", "123456")]
    [InlineData("12345", null), InlineData("ABC123", null), InlineData("1234567", null)]
    public void A_booking_number_has_one_of_four_forms(string text, string? read) =>
        Assert.Equal(read, BookingNumber.TryParse(text, null, out var number) ? number.ToString() : null);

    [Theory]
    [InlineData("ab 12 34 56 c", "AB123456C"), InlineData("AB123456E", null), InlineData("GB123456A", null), InlineData("BG123456A", null)]
    [InlineData("NK123456A", null), InlineData("KN123456A", null), InlineData("TN123456A", null), InlineData("NT123456A", null), InlineData("ZZ123456A", null)]
    [InlineData("DA123456A", null), InlineData("AO123456A", null), InlineData("AB12345A", null)]
    public void A_national_insurance_number_has_a_prefix_that_is_given_out(string text, string? read) =>
        Assert.Equal(read, Nino.TryParse(text, null, out var number) ? number.ToString() : null);

    [Theory]
    [InlineData("04/712343W", "2004/0712343W", true)]
    [InlineData("2004/712343W", "2004/0712343W", true)]
    [InlineData("20040712343W", "2004/0712343W", true)]
    [InlineData("04712343w", "2004/0712343W", true)]
    [InlineData(" 79 / 163001b ", "1979/0163001B", true)]
    [InlineData("79/163001B", "1979/0163001B", true)]
    [InlineData("01/1Q", "2001/0000001Q", true)]
    [InlineData("15/123456U", "2015/0123456U", true)]
    [InlineData("15/123456V", "2015/0123456V", false)]
    [InlineData("62/98Z", "1962/0000098Z", true)]
    [InlineData("99/1234567B", "1999/1234567B", true)]
    [InlineData("99/1234567C", "1999/1234567C", false)]
    [InlineData("05/8246613K", "2005/8246613K", true)]
    [InlineData("2021/0000042P", "2021/0000042P", true)]
    [InlineData("26/1A", "2026/0000001A", false)]
    [InlineData("27/1A", "1927/0000001A", false)]
    public void A_pnc_number_is_kept_in_its_long_form(string text, string canonical, bool valid)
    {
        Assert.True(PncNumber.TryParse(text, Today, out var number));
        Assert.Equal((canonical, valid), (number.ToString(), number.HasValidCheckLetter));
    }

    [Fact]
    public void Two_figures_of_a_year_mean_another_century_once_the_year_has_come() =>
        Assert.Equal("2062/0000098Z", PncNumber.TryParse("62/98Z", new DateOnly(2062, 1, 1), out var number) ? number.ToString() : null);

    [Theory]
    [InlineData(""), InlineData(null), InlineData("04/W"), InlineData("04/12345678W"), InlineData("004/123W"), InlineData("04/1234WW"), InlineData("0412345678W")]
    [InlineData("04/712343"), InlineData("4W"), InlineData("33/993399H"), InlineData("2033/0993399H"), InlineData("1933/0993399H")]
    public void Anything_else_is_no_pnc_number(string? text) => Assert.False(PncNumber.TryParse(text, Today, out _));

    [Theory, InlineData("33/993399H"), InlineData("1933/0993399h"), InlineData("2033/0993399H"), InlineData(" "), InlineData(null)]
    public void The_placeholder_is_no_pnc_number_at_all(string? text) => Assert.True(PncNumber.IsMissing(text));

    [Fact]
    public void A_pnc_number_that_is_only_wrong_is_not_missing() => Assert.False(PncNumber.IsMissing("99/1234567C") || PncNumber.IsMissing("junk"));

    [Fact]
    public void A_pnc_number_survives_being_written_and_read_again() => LongPncs.Sample(text =>
        PncNumber.Parse(text).ToString() == text && PncNumber.Parse(text).HasValidCheckLetter
        && PncNumber.TryParse(text[2..].ToLowerInvariant(), Today, out var shorter) && shorter == PncNumber.Parse(text));

    [Fact]
    public void A_changed_figure_of_a_pnc_number_is_noticed() => Gen.Select(LongPncs, Gen.Int[5, 11], Gen.Int[1, 9]).Sample((text, at, by) =>
    {
        var wrong = text[..at] + (char)('0' + ((text[at] - '0' + by) % 10)) + text[(at + 1)..];
        return !PncNumber.Parse(wrong).HasValidCheckLetter;
    });

    [Fact]
    public void A_stored_pnc_number_has_four_figures_for_the_year() => Assert.False(PncNumber.TryParse("04/712343W", null, out _));

    [Theory]
    [InlineData("265416/85Z", "265416/85Z", true)]
    [InlineData("265416/85A", "265416/85A", false)]
    [InlineData("75715/06M", "075715/06M", true)]
    [InlineData("12/99h", "000012/99H", true)]
    [InlineData("SF39/83334K", "SF39/83334K", true)]
    [InlineData("sf05/482703J", "SF05/482703J", true)]
    [InlineData("123456/07L", "123456/07L", true)]
    [InlineData("000321/98M", "000321/98M", true)]
    [InlineData("SF84/1023E", "SF84/1023E", true)]
    [InlineData("SF84/001023E", "SF84/001023E", false)]
    public void A_cro_number_is_padded_unless_it_is_of_the_small_files(string text, string canonical, bool valid)
    {
        Assert.True(CroNumber.TryParse(text, null, out var number));
        Assert.Equal((canonical, valid), (number.ToString(), number.HasValidCheckLetter));
    }

    [Theory]
    [InlineData(""), InlineData("000000/85A"), InlineData("0/85A"), InlineData("1234567/85A"), InlineData("123/1985A"), InlineData("SF5/123A"), InlineData("SF05/1234567A")]
    public void Anything_else_is_no_cro_number(string text) => Assert.False(CroNumber.TryParse(text, null, out _));

    [Theory]
    [InlineData(" a1234bc", typeof(PersonKey.ByPrisonNumber), "A1234BC")]
    [InlineData("x123456", typeof(PersonKey.ByCrn), "X123456")]
    [InlineData("0194332E-7A10-7000-8000-000000000001", typeof(PersonKey.ById), "0194332e-7a10-7000-8000-000000000001")]
    public void An_address_names_a_person_by_number_or_id(string text, Type kind, string address)
    {
        var key = PersonKey.Parse(text);

        Assert.Equal((kind, address), (key.GetType(), key.ToString()));
        Assert.Equal(key, PersonKey.Parse(address));
    }

    [Theory, InlineData("nobody"), InlineData(""), InlineData(null), InlineData("A9999AA")]
    public void Anything_else_names_nobody(string? text) => Assert.False(PersonKey.TryParse(text, null, out _));

    [Fact]
    public void Of_several_numbers_one_that_keeps_its_rule_stands_before_a_later_one_that_does_not_then_the_latest()
    {
        var id = new PersonId(new Guid("0194332e-7a10-7000-8000-000000000001"));
        PersonIdentifier first = Number("A1111AA", new(2025, 1, 1), IdentifierCheck.Valid);
        PersonIdentifier later = Number("A2222AA", new(2025, 6, 1), IdentifierCheck.Valid);
        PersonIdentifier wrong = Number("A3333AA", new(2025, 9, 1), IdentifierCheck.CheckFailed);

        Assert.Equal("A2222AA", PersonKey.For(id, [first, later, wrong]).ToString());
        Assert.Equal("A1111AA", PersonKey.For(id, [first, later with { ValidTo = new(2025, 7, 1) }, wrong]).ToString());
        Assert.Equal(id.ToString(), PersonKey.For(id, [Number("A9999AA", new(2025, 1, 1), IdentifierCheck.Valid)]).ToString());
        Assert.Equal("X123456", PersonKey.For(id, [Number("X123456", new(2025, 1, 1), IdentifierCheck.Valid) with { Kind = IdentifierKind.Crn }]).ToString());

        PersonIdentifier Number(string text, DateOnly from, IdentifierCheck check) => new()
        {
            Id = new(Guid.NewGuid()),
            PersonId = id,
            Kind = IdentifierKind.Noms,
            Canonical = text,
            Check = check,
            ValidFrom = from,
            Recorded = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), StaffId.System, Throughcare.Domain.Access.Role.System, PlaceCode.Nation, "Test"),
        };
    }

    [Fact]
    public void An_address_prefers_the_prison_number_then_the_crn()
    {
        var id = new PersonId(new Guid("0194332e-7a10-7000-8000-000000000001"));

        Assert.Equal("A1234BC", PersonKey.For(id, PrisonNumber.Parse("A1234BC"), Crn.Parse("X123456")).ToString());
        Assert.Equal("X123456", PersonKey.For(id, null, Crn.Parse("X123456")).ToString());
        Assert.Equal(id.ToString(), PersonKey.For(id, null, null).ToString());
    }

    [Fact]
    public void The_list_of_identifiers_and_the_numbers_agree() => PrisonNumbers.Sample(text => IdentifierTypes.Find("NOMS")!.Pattern.IsMatch(text));
}
