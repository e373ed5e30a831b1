using Throughcare.Domain.Allocation;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class WorkReductionsTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-01", ReductionStatus.Scheduled)]
    [InlineData("2026-03-02", ReductionStatus.Active)]
    [InlineData("2026-04-02", ReductionStatus.Active)]
    [InlineData("2026-04-03", ReductionStatus.Archived)]
    public void A_reduction_is_active_from_its_first_day_to_its_last(string day, ReductionStatus expected) =>
        Assert.Equal(expected, WorkReductions.StatusOn(DateOnly.Parse(day), Start, new(2026, 4, 2)));

    [Fact]
    public void One_that_was_taken_back_stays_deleted() => Assert.Equal(ReductionStatus.Deleted, WorkReductions.StatusOn(Start, Start, null, isDeleted: true));

    [Fact]
    public void One_without_an_end_goes_on() => Assert.Equal(ReductionStatus.Active, WorkReductions.StatusOn(Start.AddYears(9), Start, null));

    [Fact]
    public void A_reason_gives_its_hours_and_its_end()
    {
        var training = WorkReductions.Find("PQiP first 6 months")!;

        Assert.Equal((29.6m, new DateOnly(2026, 9, 2)), (training.FixedHours(37), training.DefaultEnd(Start)));
        Assert.Null(WorkReductions.Find("Disability")!.FixedHours(37));
        Assert.Null(WorkReductions.Find("Disability")!.DefaultEnd(Start));
        Assert.Equal(26, WorkReductions.Reasons.Count);
    }

    [Theory]
    [InlineData("Disability", 0, "Hours must be more than 0")]
    [InlineData("Disability", 30.1, "All reductions together must not be more than the contracted 37 hours. 30 hours are left")]
    [InlineData("Trade Union Facility Time", 18.6, "For this reason hours must be 18.5 or fewer, 50% of contracted hours")]
    public void Hours_have_a_most(string reason, double hours, string message) =>
        Assert.Equal(message, Assert.Single(WorkReductions.Check(WorkReductions.Find(reason)!, (decimal)hours, Start, null, 37, 7)).Message);

    [Fact]
    public void All_contracted_hours_may_go_and_the_end_comes_after_the_start()
    {
        Assert.Empty(WorkReductions.Check(WorkReductions.Find("Disability")!, 30, Start, Start.AddDays(1), 37, 7));
        Assert.Equal("End", Assert.Single(WorkReductions.Check(WorkReductions.Find("Disability")!, 30, Start, Start, 37, 7)).Field);
    }

    [Fact]
    public void A_case_that_is_given_takes_the_place_of_what_it_had()
    {
        var now = WorkloadCapacity.Of(2000, 2176);

        Assert.Equal((91.9m, WorkloadWarning.NearCapacity), (now.Percent, now.Warning));
        Assert.Equal((2200, 101.1m, WorkloadWarning.OverCapacity), (now.With(0, 200).Points, now.With(0, 200).Percent, now.With(0, 200).Warning));
        Assert.Equal(2100, now.With(100, 200).Points);
    }

    [Fact]
    public void Grades_have_hours_and_a_target()
    {
        Assert.Equal((37m, 2176m), (WorkloadSettings.HoursOf(StaffGrade.Pqip), WorkloadSettings.TargetOf(StaffGrade.Pso)));
        Assert.Equal(0, WorkloadSettings.HoursOf(StaffGrade.Pro));
        Assert.Equal(120, new[] { WorkloadSettings.KeptPercent(CaseInactivity.UnpaidWorkOnly), 20 }.Sum());
    }

    [Fact]
    public void Women_s_points_are_counted_once_each()
    {
        Assert.Equal(0, ProtectAxis.WomenPoints(false, false, false));
        Assert.Equal(2, ProtectAxis.WomenPoints(false, true, false));
        Assert.Equal(6, ProtectAxis.WomenPoints(true, true, true));
    }
}
