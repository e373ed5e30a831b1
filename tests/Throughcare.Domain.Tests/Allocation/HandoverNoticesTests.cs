using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class HandoverNoticesTests
{
    private static readonly DateOnly Day = new(2026, 5, 22);

    private static readonly Standing Closed = new() { PersonId = new(Guid.Empty), HandoverReason = "indeterminate", Responsibility = Responsibility.CustodyOnly };

    private static readonly Standing Opened = Closed with { HandoverReason = "indeterminate_open", Responsibility = Responsibility.CustodyWithCom, HomeArea = new("N50P01") };

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_delivery_unit_is_reminded_a_week_into_a_handover_and_for_a_week_where_a_morning_was_missed(int daysIn, bool due)
    {
        var start = Day.AddDays(-daysIn);

        Assert.Equal(due, HandoverNotices.IsFollowUpDue(isSentenced: true, start, hasComName: false, wasTold: false, Day));
        Assert.False(HandoverNotices.IsFollowUpDue(isSentenced: false, start, hasComName: false, wasTold: false, Day));
        Assert.False(HandoverNotices.IsFollowUpDue(isSentenced: true, start, hasComName: true, wasTold: false, Day));
        Assert.False(HandoverNotices.IsFollowUpDue(isSentenced: true, start, hasComName: false, wasTold: true, Day));
        Assert.False(HandoverNotices.IsFollowUpDue(isSentenced: true, null, hasComName: false, wasTold: false, Day));
    }

    [Fact]
    public void What_the_query_of_reminders_asks_of_a_case_is_what_the_rule_says_of_it()
    {
        var query = HandoverNotices.FollowUpOn(Day).Compile();
        var asked = 0;
        foreach (var scope in new[] { null, "IN_OMIC_SENTENCED", "IN_OMIC_IMMIGRATION" })
        {
            foreach (var com in new[] { null, "Quill, Ann" })
            {
                foreach (var start in Enumerable.Range(-20, 41).Select(days => (DateOnly?)Day.AddDays(days)).Append(null))
                {
                    var standing = new Standing { PersonId = new(Guid.Empty), ScopeReason = scope, ComName = com, HandoverStart = start };
                    Assert.Equal(HandoverNotices.IsFollowUpDue(scope == "IN_OMIC_SENTENCED", start, com is not null, wasTold: false, Day), query(standing));
                    asked += query(standing) ? 1 : 0;
                }
            }
        }

        Assert.Equal(8, asked);
    }

    [Theory]
    [InlineData("determinate_short", false, null, true)]
    [InlineData("determinate_short", false, 1, false)]
    [InlineData("determinate_short", false, 2, true)]
    [InlineData("determinate_short", true, null, false)]
    [InlineData("determinate", false, null, false)]
    [InlineData(null, false, null, false)]
    public void A_short_sentence_without_a_COM_is_told_every_second_day(string? reason, bool hasCom, int? daysSince, bool due) =>
        Assert.Equal(due, HandoverNotices.IsShortSentenceDue(reason, hasCom, daysSince is { } days ? Day.AddDays(-days) : null, Day));

    [Fact]
    public void Coming_into_open_conditions_is_told_where_a_delivery_unit_is_known_and_nobody_is_named()
    {
        Assert.True(HandoverNotices.IsOpenConditionsDue(Closed, Opened));
        Assert.False(HandoverNotices.IsOpenConditionsDue(null, Opened));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Opened, Opened));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Closed with { HandoverReason = "additional_isp" }, Opened));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Closed with { Responsibility = Responsibility.Community }, Opened));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Closed, Opened with { Responsibility = Responsibility.CustodyOnly }));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Closed, Opened with { HandoverReason = "indeterminate" }));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Closed, Opened with { ComName = "Quill, Ann" }));
        Assert.False(HandoverNotices.IsOpenConditionsDue(Closed, Opened with { HomeArea = null }));
        Assert.True(HandoverNotices.IsOpenConditionsDue(Closed, Opened with { HomeArea = null, Pdu = new PlaceCode("N50P02") }));
    }

    [Theory]
    [InlineData("2026-05-22", null, true)]
    [InlineData("2026-07-05", null, true)]
    [InlineData("2026-07-06", null, false)]
    [InlineData("2026-05-21", null, false)]
    [InlineData("2026-05-21", "2026-04-22", true)]
    [InlineData("2026-05-21", "2026-04-21", false)]
    [InlineData("2020-01-01", "2026-05-22", true)]
    [InlineData("2026-07-06", "2026-05-22", false)]
    [InlineData(null, "2026-05-22", false)]
    public void The_pipeline_looks_44_days_ahead_and_a_month_back_at_what_was_worked_out(string? start, string? calculated, bool listed) =>
        Assert.Equal(listed, HandoverNotices.IsInPipeline(Date(start), Date(calculated), Day));

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-05-01", false)]
    [InlineData("2026-04-30", true)]
    [InlineData("2025-05-22", true)]
    public void The_pipeline_goes_out_once_a_month(string? lastTold, bool due) => Assert.Equal(due, HandoverNotices.IsPipelineDue(Date(lastTold), Day));

    [Fact]
    public void The_pipeline_says_so_where_nothing_comes()
    {
        Assert.Equal("No handover to this delivery unit starts by 5 July 2026. Nothing is to be done.", HandoverNotices.PipelineText(0, Day));
        Assert.StartsWith("1 handover to this delivery unit starts by 5 July 2026", HandoverNotices.PipelineText(1, Day), StringComparison.Ordinal);
        Assert.StartsWith("2 handovers to this delivery unit start by", HandoverNotices.PipelineText(2, Day), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EarlyAllocationStatus.CallToAction, null, true)]
    [InlineData(EarlyAllocationStatus.CallToAction, "2025-12-31", true)]
    [InlineData(EarlyAllocationStatus.CallToAction, "2026-01-01", false)]
    [InlineData(EarlyAllocationStatus.AssessmentSaved, null, false)]
    [InlineData(EarlyAllocationStatus.Eligible, null, false)]
    public void A_POM_is_asked_for_a_new_assessment_once_in_a_sentence(EarlyAllocationStatus status, string? lastTold, bool due) =>
        Assert.Equal(due, HandoverNotices.IsReviewDue(status, new(2026, 1, 1), Date(lastTold)));

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
