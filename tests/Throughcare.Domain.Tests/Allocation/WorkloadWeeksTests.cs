using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class WorkloadWeeksTests
{
    private static readonly DateOnly Monday = new(2026, 5, 18);

    [Theory]
    [InlineData("2026-05-18", "2026-05-18")]
    [InlineData("2026-05-24", "2026-05-18")]
    [InlineData("2026-05-17", "2026-05-11")]
    public void A_week_begins_on_Monday(string day, string monday) => Assert.Equal(Date(monday), WorkloadWeeks.Of(Date(day)));

    [Fact]
    public void Four_weeks_over_110_per_cent_are_too_long()
    {
        Assert.True(WorkloadWeeks.IsTooLong(Weeks(110.1m, 110.1m, 110.1m, 110.1m), Monday.AddDays(6)));
        Assert.True(WorkloadWeeks.IsTooLong(Weeks(150m, 111m, 112m, 113m, 20m), Monday));
        Assert.False(WorkloadWeeks.IsTooLong(Weeks(110.1m, 110.1m, 110.1m), Monday));
        Assert.False(WorkloadWeeks.IsTooLong(Weeks(110.1m, 110m, 110.1m, 110.1m, 110.1m), Monday));
        Assert.False(WorkloadWeeks.IsTooLong([], Monday));
    }

    [Fact]
    public void A_week_that_was_not_looked_at_yet_does_not_end_it_and_a_week_left_out_does()
    {
        var four = Weeks(120m, 120m, 120m, 120m);

        Assert.True(WorkloadWeeks.IsTooLong(four, Monday.AddDays(7)));
        Assert.True(WorkloadWeeks.IsTooLong(four, Monday.AddDays(13)));
        Assert.False(WorkloadWeeks.IsTooLong(four, Monday.AddDays(14)));
        Assert.False(WorkloadWeeks.IsTooLong([.. Weeks(120m, 120m, 120m, 120m, 120m).Where(week => week.Week != Monday.AddDays(-14))], Monday));
    }

    [Theory]
    [InlineData(CaseInactivity.None, false, 115)]
    [InlineData(CaseInactivity.Warrant, false, 0)]
    [InlineData(CaseInactivity.OverdueTermination, false, 0)]
    [InlineData(CaseInactivity.UnpaidWorkOnly, false, 115)]
    [InlineData(CaseInactivity.None, true, 48)]
    [InlineData(CaseInactivity.Warrant, true, 0)]
    public void A_case_keeps_the_share_of_its_points_that_its_inactivity_leaves(CaseInactivity inactivity, bool isTransition, int points) =>
        Assert.Equal(points, WorkloadPoints.OfOne(new(1, WorkloadCaseType.Community, "B2") { Inactivity = inactivity, IsTransition = isTransition }));

    [Theory]
    [InlineData(null, false)]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void Transition_is_from_18_to_25(int? age, bool may) => Assert.Equal(may, WorkloadMark.MayBeInTransition(age));

    private static List<WorkloadWeek> Weeks(params decimal[] latestFirst) =>
        [.. latestFirst.Select((percent, back) => new WorkloadWeek { Staff = new StaffId(Guid.Empty), Week = Monday.AddDays(-7 * back), Points = 1, Available = 1, Percent = percent })];

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
