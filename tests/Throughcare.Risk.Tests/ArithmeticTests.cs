using Xunit;

namespace Throughcare.Risk.Tests;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("2000-02-29", "2026-02-28", 25), InlineData("2000-02-29", "2026-03-01", 26), InlineData("2000-02-29", "2024-02-28", 23), InlineData("2000-02-29", "2024-02-29", 24)]
    [InlineData("1990-06-15", "2026-06-14", 35), InlineData("1990-06-15", "2026-06-15", 36), InlineData("2026-06-15", "2025-06-15", -1)]
    public void Years_are_complete_and_the_29th_of_february_is_reached_on_the_1st_of_march(string from, string to, int years) =>
        Assert.Equal(years, Arithmetic.YearsBetween(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", 0), InlineData("2026-01-31", "2026-03-31", 2), InlineData("2026-01-15", "2026-02-14", 0), InlineData("2026-01-15", "2027-01-15", 12)]
    [InlineData("2026-02-10", "2026-01-15", -1)]
    public void Months_are_complete_when_the_day_is_reached(string from, string to, int months) =>
        Assert.Equal(months, Arithmetic.MonthsBetween(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Theory]
    [InlineData(0.49995, 10_000, 5_000), InlineData(0.00005, 10_000, 1), InlineData(0.000049999, 10_000, 0), InlineData(0.005, 100, 1), InlineData(0.285, 100, 29), InlineData(0.145, 100, 15)]
    public void Halves_are_rounded_up_on_the_decimal_value(double probability, int scale, int expected) => Assert.Equal(expected, Arithmetic.Round(probability, scale));

    [Theory]
    [InlineData(0, 1), InlineData(1, 99), InlineData(0.5, 50)]
    public void A_whole_percentage_is_never_nothing_and_never_certain(double probability, int percent) => Assert.Equal(percent, Arithmetic.WholePercent(probability));

    [Theory]
    [InlineData(0, 0), InlineData(1, 9_999), InlineData(0.99995, 9_999)]
    public void A_percentage_to_two_places_ends_below_a_hundred(double probability, int hundredths) => Assert.Equal(hundredths, Arithmetic.Hundredths(probability));

    [Theory]
    [InlineData(-1000, 0), InlineData(1000, 1), InlineData(0, 0.5), InlineData(-745, 4.94065645841247E-324)]
    public void Logistic_never_overflows(double z, double expected) => Assert.Equal(expected, Arithmetic.Logistic(z));

    [Fact]
    public void The_end_of_the_calendar_is_no_trouble()
    {
        Assert.False(Arithmetic.IsMoreThanMonthsAfter(DateOnly.MaxValue, new(9999, 11, 1), 3));
        Assert.True(Arithmetic.IsMoreThanMonthsAfter(new(2026, 4, 2), new(2026, 1, 1), 3));
        Assert.False(Arithmetic.IsMoreThanMonthsAfter(new(2026, 4, 1), new(2026, 1, 1), 3));
        Assert.False(Arithmetic.IsMoreThanMonthsAfter(null, new(2026, 1, 1), 3));
    }
}
