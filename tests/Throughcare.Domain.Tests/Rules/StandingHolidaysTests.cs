using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class StandingHolidaysTests
{
    /// <summary>Holidays that were moved or proclaimed once.</summary>
    private static readonly string[] OnceOnly =
    [
        "2011-04-29", "2012-05-28", "2012-06-04", "2012-06-05", "2020-05-04", "2020-05-08", "2022-05-30", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08",
    ];

    [Fact]
    public void The_standing_holidays_are_the_published_ones_but_for_those_of_one_year()
    {
        var table = BankHolidays.EnglandAndWales;
        var days = Enumerable.Range(0, (24 * 365) + 6).Select(n => new DateOnly(2005, 1, 1).AddDays(n));

        var differ = days.Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && StandingHolidays.Contains(day) != table.Contains(day));

        Assert.Equal(OnceOnly.Select(DateOnly.Parse), differ);
    }

    [Theory]
    [InlineData(1818, "1818-03-22")] // as early as it can be
    [InlineData(1943, "1943-04-25")] // as late as it can be
    [InlineData(2029, "2029-04-01")]
    [InlineData(2030, "2030-04-21")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_where_the_calendar_has_it(int year, string sunday) => Assert.Equal(DateOnly.Parse(sunday), StandingHolidays.EasterSunday(year));

    [Theory]
    [InlineData("2028-12-22", 1, "2028-12-27", false)]
    [InlineData("2028-12-29", 1, "2029-01-02", true)] // New Year's Day after the list
    [InlineData("2029-03-29", 1, "2029-04-03", true)] // Easter
    [InlineData("2029-05-04", 1, "2029-05-08", true)]
    [InlineData("2029-05-25", 1, "2029-05-29", true)]
    [InlineData("2029-08-24", 1, "2029-08-28", true)]
    [InlineData("2032-12-24", 1, "2032-12-29", true)] // both days of Christmas on a weekend
    [InlineData("2034-01-02", -1, "2033-12-30", true)]
    public void Beyond_the_list_standing_holidays_count_and_the_result_is_provisional(string from, int count, string to, bool isProvisional)
    {
        var day = DateOnly.Parse(from).AddWorkingDays(count);

        Assert.Equal((DateOnly.Parse(to), isProvisional), (day, BankHolidays.EnglandAndWales.IsProvisional(day)));
    }
}
