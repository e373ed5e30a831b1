using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class WordsTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    [Fact]
    public void A_date_is_long_in_text_short_in_tables_and_has_its_weekday_in_appointments()
    {
        var day = new DateOnly(2026, 3, 27);

        Assert.Equal(("27 March 2026", "27 Mar 2026", "Friday 27 March 2026"), (Words.LongDate(day), Words.ShortDate(day), Words.WeekdayDate(day)));
        Assert.Equal("27 June 2026 at 2:30pm", Words.DateAndTime(new(2026, 6, 27, 13, 30, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2026-03-27", "2026-04-03", "27 March to 3 April 2026"), InlineData("2026-04-03", "2026-04-09", "3 to 9 April 2026")]
    [InlineData("2025-12-27", "2026-01-03", "27 December 2025 to 3 January 2026"), InlineData("2026-04-03", "2026-04-03", "3 April 2026")]
    public void A_range_says_no_month_or_year_twice(string from, string to, string said) => Assert.Equal(said, Words.Range(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Theory]
    [InlineData("2026-01-05", "today"), InlineData("2026-01-06", "tomorrow"), InlineData("2026-01-04", "yesterday"), InlineData("2026-01-12", "in 7 days")]
    [InlineData("2026-01-25", "in 20 days"), InlineData("2026-01-26", "in 3 weeks"), InlineData("2026-02-02", "in 4 weeks"), InlineData("2026-02-08", "in 4 weeks")]
    [InlineData("2026-03-23", "in 11 weeks"), InlineData("2026-07-04", "in 25 weeks"), InlineData("2026-07-05", "in 6 months"), InlineData("2027-01-05", "in 12 months")]
    [InlineData("2026-01-01", "4 days ago"), InlineData("2025-12-01", "5 weeks ago"), InlineData("2025-07-05", "6 months ago")]
    public void How_far_off_a_day_is_is_said_in_days_weeks_or_months(string day, string said) => Assert.Equal(said, Words.Relative(DateOnly.Parse(day), Today));

    [Theory]
    [InlineData(0, 1, false, "No people found"), InlineData(1, 1, false, "Showing 1 person"), InlineData(25, 1, false, "Showing 25 people")]
    [InlineData(312, 2, false, "Showing 26 to 50 of 312 people"), InlineData(312, 13, false, "Showing 301 to 312 of 312 people")]
    [InlineData(312, 99, false, "Showing 301 to 312 of 312 people"), InlineData(500, 1, true, "Showing 1 to 25 of the best 500 people")]
    public void A_list_says_how_much_of_it_is_shown(int total, int page, bool isBestOnly, string said) =>
        Assert.Equal(said, Words.Showing(total, page, 25, isBestOnly));

    [Theory]
    [InlineData(3, 6, 0, 0, "3 years 6 months"), InlineData(1, 0, 0, 1, "1 year 1 day"), InlineData(0, 0, 12, 0, "12 weeks"), InlineData(0, 0, 0, 0, "0 days")]
    public void A_length_is_said_as_it_was_pronounced(int years, int months, int weeks, int days, string said) =>
        Assert.Equal(said, Words.Length(years, months, weeks, days));

    [Theory]
    [InlineData(41, 54, false, "76% (41 of 54)"), InlineData(1, 3, false, "33% (1 of 3)"), InlineData(0, 0, false, "None to count"), InlineData(1, 8, false, "13% (1 of 8)")]
    [InlineData(5, 7, true, "fewer than 10"), InlineData(5, 10, true, "50% (5 of 10)"), InlineData(1500, 2000, false, "75% (1,500 of 2,000)")]
    public void A_share_stands_beside_its_count(int part, int whole, bool isPublic, string said) => Assert.Equal(said, Words.Share(part, whole, isPublic));

    [Theory, InlineData(7, "fewer than 10"), InlineData(10, "10"), InlineData(87500, "87,500")]
    public void A_small_count_is_not_made_public(int count, string said) => Assert.Equal(said, Words.PublicCount(count));

    [Theory, InlineData(1, "1 working day"), InlineData(10, "10 working days")]
    public void A_count_of_days_says_which(int count, string said) => Assert.Equal(said, Words.Count(count, "working day"));
}
