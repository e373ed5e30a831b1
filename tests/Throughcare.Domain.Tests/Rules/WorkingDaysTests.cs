using CsCheck;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class WorkingDaysTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 8000].Select(days => new DateOnly(2006, 1, 1).AddDays(days));

    [Fact]
    public void Six_working_days_lie_between_Christmas_Eve_and_Epiphany() =>
        Assert.Equal(6, new DateOnly(2025, 12, 24).WorkingDaysUntil(new(2026, 1, 6)));

    [Theory]
    [InlineData("2026-04-02", 1, "2026-04-07")] // Good Friday, the weekend and Easter Monday do not count
    [InlineData("2026-01-03", 1, "2026-01-05")] // a trigger on a Saturday needs no adjustment
    [InlineData("2026-01-05", -1, "2026-01-02")]
    [InlineData("2026-01-03", 0, "2026-01-03")]
    public void Working_days_are_counted_strictly_after_the_trigger(string from, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), DateOnly.Parse(from).AddWorkingDays(count));

    [Fact]
    public void Counting_on_and_counting_between_agree() => Gen.Select(Day, Gen.Int[-60, 60]).Sample((day, count) =>
        count == 0 || count == (count > 0 ? day.WorkingDaysUntil(day.AddWorkingDays(count)) : -day.AddWorkingDays(count).WorkingDaysUntil(day.AddDays(-1)) - 1));

    [Fact]
    public void A_table_with_a_gap_of_a_whole_year_is_refused()
    {
        var gap = CsvTable.Read("holidays", "date\n2024-12-25\n2026-12-25\n");

        Assert.Equal("holidays, column date: has no day in 2025.", Assert.Throws<TableException>(() => BankHolidays.From(gap)).Message);
    }

    [Fact]
    public void A_day_that_stands_twice_is_refused() =>
        Assert.Throws<TableException>(() => BankHolidays.From(CsvTable.Read("holidays", "date\n2024-12-25\n2024-12-25\n")));

    [Fact]
    public void The_shipped_holidays_reach_from_2005_to_2028() =>
        Assert.Equal((2005, 2028), (BankHolidays.EnglandAndWales.FirstYear, BankHolidays.EnglandAndWales.LastYear));
}
