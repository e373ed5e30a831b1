using CsCheck;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class DateTextTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static readonly DateRules Any = new("target date", Today);

    [Theory]
    [InlineData("27", "3", "2026", "2026-03-27"), InlineData("29", "2", "2024", "2024-02-29"), InlineData(" 27 ", "03", "26", "2026-03-27")]
    [InlineData("27", "March", "2026", "2026-03-27"), InlineData("1", "1", "49", "2049-01-01"), InlineData("1", "1", "50", "1950-01-01")]
    public void Three_boxes_make_a_date(string day, string month, string year, string date) =>
        Assert.Equal(new DateReading(DateOnly.Parse(date), null, DateParts.None), DateText.Read(day, month, year, Any));

    [Theory, InlineData("27/3/2026"), InlineData("27 March 2026"), InlineData("27 mar 26"), InlineData(" 27-03-2026 "), InlineData("2026-03-27"), InlineData("Friday 27 March 2026"), InlineData("27.3.26")]
    public void One_text_makes_a_date(string text) => Assert.Equal(new(2026, 3, 27), DateText.Read(text, Any).Date);

    [Theory]
    [InlineData("29", "2", "2026", DateParts.All), InlineData("31", "4", "2026", DateParts.All), InlineData("0", "1", "2026", DateParts.Day)]
    [InlineData("1", "13", "2026", DateParts.Month), InlineData("32", "13", "2026", DateParts.Day | DateParts.Month), InlineData("1", "Juvember", "2026", DateParts.Month)]
    [InlineData("1", "1", "soon", DateParts.Year), InlineData("-1", "1", "2026", DateParts.Day), InlineData("1", "1", "0000", DateParts.Year), InlineData("1", "ma", "2026", DateParts.Month)]
    public void A_day_that_does_not_exist_is_not_a_real_date(string day, string month, string year, DateParts wrong) =>
        Assert.Equal(new DateReading(null, "Target date must be a real date", wrong), DateText.Read(day, month, year, Any));

    [Theory]
    [InlineData("27", "", "2026", "Target date must include a month", DateParts.Month)]
    [InlineData(null, "3", "2026", "Target date must include a day", DateParts.Day)]
    [InlineData("27", "3", " ", "Target date must include a year", DateParts.Year)]
    [InlineData("", "", "2026", "Target date must include a day and month", DateParts.Day | DateParts.Month)]
    [InlineData("", "3", "", "Target date must include a day and year", DateParts.Day | DateParts.Year)]
    [InlineData("27", "", "", "Target date must include a month and year", DateParts.Month | DateParts.Year)]
    [InlineData("", "", "", "Enter target date", DateParts.All)]
    [InlineData("1", "1", "126", "Year must include 4 numbers", DateParts.Year)]
    public void What_is_missing_is_named_and_marked(string? day, string? month, string? year, string problem, DateParts wrong) =>
        Assert.Equal(new DateReading(null, problem, wrong), DateText.Read(day, month, year, Any));

    [Fact]
    public void A_date_that_may_be_left_out_is_no_problem_when_it_is() =>
        Assert.Equal(default, DateText.Read("", "", "", Any with { IsRequired = false }));

    [Fact]
    public void The_message_for_a_missing_date_may_be_fuller() =>
        Assert.Equal("Enter the date the allocation starts", DateText.Read("", Any with { Missing = "Enter the date the allocation starts" }).Problem);

    [Theory]
    [InlineData("6", "1", "2026", "Target date must be today or in the past"), InlineData("5", "1", "2026", null)]
    public void A_date_in_the_future_is_refused_where_it_must_be_past(string day, string month, string year, string? problem) =>
        Assert.Equal(problem, DateText.Read(day, month, year, Any with { IsPast = true }).Problem);

    [Theory]
    [InlineData("5", "1", "1825", "Date of birth must be in the last 120 years"), InlineData("4", "1", "1906", "Date of birth must be in the last 120 years")]
    [InlineData("5", "1", "1906", null), InlineData("27", "3", "85", "Year must include 4 numbers"), InlineData("6", "1", "2026", "Date of birth must be today or in the past")]
    public void A_date_of_birth_has_a_whole_year_of_the_last_120(string day, string month, string year, string? problem) =>
        Assert.Equal(problem, DateText.Read(day, month, year, DateRules.Birth(Today)).Problem);

    [Theory, InlineData("sometime soon"), InlineData("27/3"), InlineData("27 3 2026 1"), InlineData("1st March 2026")]
    public void A_text_that_is_no_date_is_not_a_real_date(string text) => Assert.Equal("Target date must be a real date", DateText.Read(text, Any).Problem);

    [Fact]
    public void Every_way_of_saying_a_day_is_read_back() => Gen.Int[0, 60000].Sample(days =>
    {
        var day = new DateOnly(1900, 1, 1).AddDays(days);
        return DateText.Read(Words.LongDate(day), Any).Date == day && DateText.Read(Words.ShortDate(day), Any).Date == day && DateText.Read(Words.WeekdayDate(day), Any).Date == day;
    });

    [Theory]
    [InlineData("14:30", "2:30pm"), InlineData("1430", "2:30pm"), InlineData("14.30", "2:30pm"), InlineData("2:30pm", "2:30pm"), InlineData("2.30 PM", "2:30pm")]
    [InlineData("12am", "midnight"), InlineData("12", "midday"), InlineData("12pm", "midday"), InlineData("9", "9am"), InlineData("midday", "midday"), InlineData("930", "9:30am")]
    [InlineData("00:00", "midnight"), InlineData("12:05am", "12:05am"), InlineData("11:59pm", "11:59pm")]
    public void A_time_is_read_however_it_is_typed(string text, string time)
    {
        Assert.True(TimeText.TryParse(text, out var read));
        Assert.Equal(time, TimeText.Format(read));
    }

    [Theory, InlineData("24:00"), InlineData("2:75pm"), InlineData("noonish"), InlineData(""), InlineData(null), InlineData("13pm"), InlineData("0am"), InlineData("2:3pm"), InlineData("12345")]
    public void Anything_else_is_no_time(string? text) => Assert.False(TimeText.TryParse(text, out _));

    [Fact]
    public void Every_minute_is_read_back_as_it_is_shown() => Gen.Int[0, 1439].Sample(minute =>
        TimeText.TryParse(TimeText.Format(TimeOnly.MinValue.AddMinutes(minute)), out var read) && read == TimeOnly.MinValue.AddMinutes(minute));
}
