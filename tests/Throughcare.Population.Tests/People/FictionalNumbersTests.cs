using Throughcare.Population.People;
using Xunit;

namespace Throughcare.Population.Tests.People;

public sealed class FictionalNumbersTests
{
    [Theory]
    [InlineData(1999, 1234567, 7, 'B')]
    [InlineData(2005, 8246613, 7, 'K')]
    [InlineData(2021, 42, 7, 'P')]
    [InlineData(2007, 123456, 6, 'L')]
    [InlineData(1998, 321, 6, 'M')]
    public void Check_letters_are_those_of_the_published_examples(int year, int serial, int digits, char letter)
    {
        Assert.Equal(letter, FictionalNumbers.CheckLetter(year, serial, digits));
    }

    [Theory]
    [InlineData(1, "A0001YA")]
    [InlineData(9_999, "A9999YA")]
    [InlineData(10_000, "A0000YB")]
    [InlineData(260_000, "A0000ZA")]
    [InlineData(519_999, "A9999ZZ")]
    public void Prison_numbers_have_Y_or_Z_as_their_second_last_letter(int person, string number)
    {
        Assert.Equal(number, FictionalNumbers.PrisonNumber(person));
    }

    [Theory]
    [InlineData(1, 0, "ZA0001")]
    [InlineData(259_999, 0, "ZZ9999")]
    [InlineData(260_000, 0, "Z00000")]
    [InlineData(360_000, 0, "00000Z")]
    [InlineData(17, 1, "YA0017")]
    [InlineData(460_000, 0, "600000")]
    [InlineData(499_999, 3, "939999")]
    public void Bookings_begin_or_end_with_a_letter_of_their_family(int person, int family, string number)
    {
        Assert.Equal(number, FictionalNumbers.Booking(person, family));
    }

    [Fact]
    public void No_two_people_share_a_number()
    {
        var people = Enumerable.Range(1, FictionalNumbers.MostBookings - 1).ToList();

        Assert.Distinct(people.Select(FictionalNumbers.PrisonNumber));
        Assert.Distinct(people.Select(p => FictionalNumbers.Booking(p)));
        Assert.Distinct(people.Select(p => FictionalNumbers.Pnc(p, 2000 + p % 20)));
        Assert.Distinct(people.Select(p => FictionalNumbers.Cro(p, 2000 + p % 20)));
    }

    [Fact]
    public void Nobody_in_the_community_shares_a_CRO_number_with_another_or_with_somebody_from_a_prison()
    {
        var inPrison = Enumerable.Range(1, 499_999).Select(person => FictionalNumbers.Cro(person, 1990 + person % 37));
        var others = Enumerable.Range(500_000, 500_000).Select(person => FictionalNumbers.CommunityCro(person, 1990 + person % 37));

        Assert.Distinct(inPrison.Concat(others));
    }

    [Theory]
    [InlineData(1, 0, "Z000001")]
    [InlineData(1, 1, "Y000001")]
    [InlineData(999_999, 0, "Z999999")]
    public void Case_numbers_begin_with_Z_and_those_of_second_records_with_Y(int person, int record, string number)
    {
        Assert.Equal(number, FictionalNumbers.Crn(person, record));
    }

    [Fact]
    public void A_long_PNC_number_has_its_year_in_full_and_the_same_check_letter()
    {
        Assert.Equal("19" + FictionalNumbers.Pnc(17, 1998), FictionalNumbers.LongPnc(17, 1998));
        Assert.Equal("20" + FictionalNumbers.Pnc(17, 2007), FictionalNumbers.LongPnc(17, 2007));
    }

    [Fact]
    public void There_is_no_prison_number_for_a_person_past_the_last()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FictionalNumbers.PrisonNumber(FictionalNumbers.MostPrisonNumbers + 1));
    }
}
