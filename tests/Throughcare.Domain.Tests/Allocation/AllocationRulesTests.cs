using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class AllocationRulesTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    [Theory]
    [InlineData(37.5, 10)]
    [InlineData(33.75, 9)]
    [InlineData(40, 10)]
    [InlineData(37.4, 9)]
    [InlineData(3.75, 1)]
    [InlineData(3.7, 0)]
    [InlineData(0, 0)]
    public void Hours_become_tenths_rounded_down(double hours, int tenths) => Assert.Equal(tenths, WorkingPattern.TenthsOf((decimal)hours));

    [Fact]
    public void A_pattern_is_said_in_words() => Assert.Equal(("Full time", "Part time, 0.6"), (WorkingPattern.Words(10), WorkingPattern.Words(6)));

    [Theory]
    [InlineData(1, 2, 50)]
    [InlineData(1, 8, 13)]
    [InlineData(0, 3, 0)]
    [InlineData(0, 0, null)]
    public void Performance_is_a_whole_per_cent_half_up(int met, int all, int? percent) => Assert.Equal(percent, AllocationPerformance.Percent(met, all));

    [Theory]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(-1, false)]
    public void A_case_is_new_for_seven_days(int daysAgo, bool isNew) => Assert.Equal(isNew, AllocationClock.IsNew(Today.AddDays(-daysAgo), Today));

    [Fact]
    public void Arrival_is_the_later_of_sentence_and_reception()
    {
        Assert.Equal(Today, AllocationClock.ArrivedOn(Today, Today.AddDays(-9)));
        Assert.Equal(Today, AllocationClock.ArrivedOn(Today.AddDays(-9), Today));
        Assert.Null(AllocationClock.ArrivedOn(Today, null));
    }

    [Theory]
    [InlineData("2010-02-05", "2010-02-09", 2)]
    [InlineData("2010-02-06", "2010-02-08", 0)]
    [InlineData("2010-02-08", "2010-02-08", 0)]
    public void Working_days_since_arrival_count_the_first_and_not_the_last(string arrived, string today, int days) =>
        Assert.Equal(days, AllocationClock.WorkingDaysSince(DateOnly.Parse(arrived, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("Abel, Ruth", true, true, true, "Previously allocated to Abel, Ruth")]
    [InlineData(null, false, false, false, "New to custody")]
    [InlineData(null, true, true, true, "Recall. Returning to this prison")]
    [InlineData(null, true, true, false, "Recall. New to this prison")]
    [InlineData(null, false, true, false, "New to this prison")]
    [InlineData(null, true, false, false, "New to custody")]
    public void The_note_says_what_is_known_of_earlier_stays(string? last, bool recalled, bool earlier, bool here, string note) =>
        Assert.Equal(note, AllocationNotes.Of(last, recalled, earlier, here));

    [Fact]
    public void Somebody_is_on_one_list()
    {
        var whole = new AllocationNeeds("B", true, true, false, false);

        Assert.Equal(AllocationList.Allocated, (whole with { Tier = null }).ListOf(hasPomHere: true));
        Assert.Equal(AllocationList.Unallocated, whole.ListOf(hasPomHere: false));
        Assert.Equal(AllocationList.MissingInformation, (whole with { HasRosh = false }).ListOf(hasPomHere: false));
    }

    [Fact]
    public void A_recommendation_says_whom_it_is_for_what_decided_and_the_type() =>
        Assert.Equal(
            "A probation POM is recommended for Marek Nowak: the risk of serious harm is very high.",
            PomRecommendation.For(new(false, true, "C1", RoshLevel.VeryHigh), RecommendationStrategy.Rosh, "Marek Nowak").Because);

    [Fact]
    public void At_least_one_reason_is_asked_for() => Assert.Equal("Select at least one reason", Assert.Single(Refused([], null, null)).Message);

    [Fact]
    public void Reasons_with_words_need_them_and_no_more_than_175_characters()
    {
        Assert.Equal(["SuitabilityText", "OtherText"], Refused(["suitability", "other"], "", "  ").Select(refusal => refusal.Field));
        Assert.Contains("175 characters or fewer", Assert.Single(Refused(["other"], null, new string('a', 176))).Message, StringComparison.Ordinal);
        Assert.Equal("Select a reason from the list", Assert.Single(Refused(["prisoner_has_been_recalled"], null, null)).Message);
    }

    [Fact]
    public void Reasons_are_kept_in_the_order_of_the_table_with_the_words_that_belong_to_them()
    {
        var given = Assert.IsType<Outcome<OverrideOfRecommendation>.Done>(OverrideOfRecommendation.From(["other", "no_staff"], "not chosen", new string('a', 175))).Value;

        Assert.Equal(("no_staff|other", (string?)null, 175), (given.Codes, given.SuitabilityText, given.OtherText!.Length));
    }

    private static IReadOnlyList<Refusal> Refused(string[] reasons, string? suitability, string? other) =>
        Assert.IsType<Outcome<OverrideOfRecommendation>.Refused>(OverrideOfRecommendation.From(reasons, suitability, other)).Why;
}
