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
    public void There_is_no_prison_number_for_a_person_past_the_last()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FictionalNumbers.PrisonNumber(FictionalNumbers.MostPrisonNumbers + 1));
    }
}
