using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class EscalationTests
{
    [Theory]
    [InlineData("2026-11-02", true)]    // the 1st is a Sunday
    [InlineData("2026-11-03", false)]
    [InlineData("2026-12-01", true)]
    [InlineData("2027-01-01", false)]   // New Year's Day
    [InlineData("2027-01-04", true)]
    [InlineData("2026-11-01", false)]
    public void Regions_hear_on_the_first_working_day_of_a_month(string day, bool expected) => Assert.Equal(expected, Escalation.IsMonthlyDay(DateOnly.Parse(day, null)));

    [Fact]
    public void What_has_been_overdue_for_20_working_days_is_the_latest_of_which_that_is_true()
    {
        foreach (var today in Enumerable.Range(0, 400).Select(days => new DateOnly(2026, 1, 1).AddDays(days)))
        {
            var since = Escalation.OverdueSince(today, 20);
            Assert.True(since.AddWorkingDays(20) <= today);
            Assert.True(since.AddDays(1).AddWorkingDays(20) > today);
        }
    }

    [Theory]
    [InlineData("LHI", "N55")]
    [InlineData("N55P07", "N55")]
    [InlineData("N55", "N55")]
    [InlineData("OUT", null)]
    public void A_prison_lies_in_a_region_as_a_delivery_unit_does(string place, string? region) => Assert.Equal(region, ProbationPlaces.RegionOf(new(place))?.Code);
}
