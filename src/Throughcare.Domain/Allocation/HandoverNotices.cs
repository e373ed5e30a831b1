using System.Collections.Frozen;
using System.Linq.Expressions;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Whether somebody is told of a handover on a day: a delivery unit by its mailbox, the head of a unit, or a POM.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), messages of its handovers; codes of <c>handover-notifications.csv</c>.</remarks>
public static class HandoverNotices
{
    /// <summary>To a delivery unit: a week into a handover nobody there is named.</summary>
    public const string FollowUp = "pdu_follow_up";

    /// <summary>To a delivery unit: a sentence so short that a COM leads from its start, and nobody is named.</summary>
    public const string ShortSentence = "short_sentence_com_needed";

    /// <summary>To a delivery unit: somebody with an indeterminate sentence came into open conditions, and nobody is named.</summary>
    public const string OpenConditions = "open_conditions_com_needed";

    /// <summary>To the POM: an assessment for early allocation made before the time for it is to be made again.</summary>
    public const string EarlyReview = "early_allocation_review";

    /// <summary>To a delivery unit: an eligible assessment for early allocation.</summary>
    public const string EarlyEligible = "early_allocation_eligible";

    /// <summary>To a delivery unit: a referral for early allocation, which it answers.</summary>
    public const string EarlyReferral = "early_allocation_referral";

    /// <summary>To a delivery unit and the head of the prison's unit: the community was set by hand to lead.</summary>
    public const string Override = "override_request";

    /// <summary>To a delivery unit: the handovers that come.</summary>
    public const string Pipeline = "pdu_pipeline";

    /// <summary>Days after the start of a handover from which a delivery unit is reminded.</summary>
    public const int FollowUpDays = 7;

    /// <summary>Days for which a reminder that no morning gave on its day is still given.</summary>
    public const int LateDays = 7;

    /// <summary>Days from one message about a short sentence to the next.</summary>
    public const int ShortSentenceDays = 2;

    /// <summary>The monthly list looks so many days ahead.</summary>
    public const int PipelineDays = 44;

    /// <summary>Kept for as long as the person is on record: they are given once, or once in a sentence.</summary>
    public static FrozenSet<string> Once { get; } = new[] { FollowUp, OpenConditions, EarlyReview, EarlyEligible, EarlyReferral, Override, NoticeKinds.UpcomingHandover, NoticeKinds.HandoverDay, NoticeKinds.ComOverdue }.ToFrozenSet();

    /// <summary>A week after the start of a handover, of somebody sentenced, and no COM is named.</summary>
    /// <param name="wasTold">Of this handover.</param>
    public static bool IsFollowUpDue(bool isSentenced, DateOnly? start, bool hasComName, bool wasTold, DateOnly day) =>
        isSentenced && start is { } on && !hasComName && !wasTold && day >= on.AddDays(FollowUpDays) && day <= on.AddDays(FollowUpDays + LateDays);

    /// <summary>As <see cref="IsFollowUpDue"/>, for a query over where cases stand; who was told is for the caller.</summary>
    public static Expression<Func<Standing, bool>> FollowUpOn(DateOnly day)
    {
        var (first, last) = (day.AddDays(-FollowUpDays - LateDays), day.AddDays(-FollowUpDays));
        return s => s.HandoverStart >= first && s.HandoverStart <= last && s.ComName == null && s.ScopeReason == Sentenced;
    }

    /// <summary>The sentence is short, and no COM is named: on the first day, then every second.</summary>
    /// <param name="lastTold">When this was told last; <see langword="null"/>: never.</param>
    public static bool IsShortSentenceDue(string? reason, bool hasComName, DateOnly? lastTold, DateOnly day) =>
        reason == HandoverReasons.DeterminateShort && !hasComName && !(lastTold > day.AddDays(-ShortSentenceDays));

    /// <summary>The case became one of open conditions, and a COM is to support it; the delivery unit is known and nobody there is named.</summary>
    public static bool IsOpenConditionsDue(Standing? before, Standing after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return before is { HandoverReason: HandoverReasons.Indeterminate, Responsibility: Responsibility.CustodyOnly }
            && after is { HandoverReason: HandoverReasons.IndeterminateOpen, Responsibility: Responsibility.CustodyWithCom, ComName: null, UnitToTell: not null };
    }

    /// <summary>The handover starts from the day of the list to 44 days later; or it has started, and that was worked out in the month before.</summary>
    /// <param name="calculatedOn">When these dates were worked out first.</param>
    public static bool IsInPipeline(DateOnly? start, DateOnly? calculatedOn, DateOnly day) =>
        start is { } on && (on >= day ? on <= day.AddDays(PipelineDays) : calculatedOn >= day.AddMonths(-1));

    /// <summary>The list goes out on the first morning of a month.</summary>
    /// <param name="lastTold">When it went out last; <see langword="null"/>: never.</param>
    public static bool IsPipelineDue(DateOnly? lastTold, DateOnly day) => lastTold is not { } told || (told.Year, told.Month) != (day.Year, day.Month);

    /// <summary>What a delivery unit is told of its month.</summary>
    /// <param name="cases">How many are in the list; none is told as well.</param>
    public static string PipelineText(int cases, DateOnly day) => cases == 0
        ? $"No handover to this delivery unit starts by {Words.LongDate(day.AddDays(PipelineDays))}. Nothing is to be done."
        : $"{Words.Count(cases, "handover")} to this delivery unit {(cases == 1 ? "starts" : "start")} by {Words.LongDate(day.AddDays(PipelineDays))}, or began lately. See Handovers, monthly pipeline.";

    /// <summary>The window is open, only older assessments were for it, and the POM was not told in this sentence.</summary>
    /// <param name="lastTold">When this was told last; <see langword="null"/>: never.</param>
    public static bool IsReviewDue(EarlyAllocationStatus status, DateOnly? sentenceStart, DateOnly? lastTold) =>
        status is EarlyAllocationStatus.CallToAction && (lastTold is not { } told || told < sentenceStart);

    /// <summary>Code of the scope of somebody with a sentence.</summary>
    public const string Sentenced = "IN_OMIC_SENTENCED";
}
