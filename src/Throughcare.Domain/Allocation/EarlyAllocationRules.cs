using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The answers of an assessment for early allocation; <see langword="null"/> where a question is not answered.</summary>
public sealed record EarlyAllocationAnswers
{
    public bool? ConvictedUnderTerrorismAct { get; init; }

    public bool? HighProfile { get; init; }

    public bool? SeriousCrimePreventionOrder { get; init; }

    public bool? MappaLevel3 { get; init; }

    public bool? CppcCase { get; init; }

    public bool? ExtremismSeparation { get; init; }

    public bool? DueForReleaseInLessThan24Months { get; init; }

    public bool? HighRiskOfSeriousHarm { get; init; }

    public bool? MappaLevel2 { get; init; }

    public bool? PathfinderProcess { get; init; }

    public bool? OtherReason { get; init; }

    /// <summary>The five that each decide alone.</summary>
    internal IReadOnlyList<bool?> Automatic => [ConvictedUnderTerrorismAct, HighProfile, SeriousCrimePreventionOrder, MappaLevel3, CppcCase];

    /// <summary>The five that leave it to the community.</summary>
    internal IReadOnlyList<bool?> Discretionary => [ExtremismSeparation, HighRiskOfSeriousHarm, MappaLevel2, PathfinderProcess, OtherReason];
}

/// <summary>Where a case stands with early allocation, as pages say it.</summary>
public enum EarlyAllocationStatus
{
    None,

    /// <summary>In force.</summary>
    Eligible,

    /// <summary>Referred, and the community has not answered.</summary>
    DecisionPending,

    /// <summary>The window is open, and only older assessments were for it: a new one is to be made.</summary>
    CallToAction,

    /// <summary>Kept for when the window opens.</summary>
    AssessmentSaved,
}

/// <param name="InForce">The community leads 15 months before release.</param>
/// <param name="WindowDate">The date that opens the window 18 months before it.</param>
/// <param name="LastAssessment">The last one of this sentence, which alone counts.</param>
public sealed record EarlyAllocationResult(bool InForce, EarlyAllocationStatus Status, ReleaseDate? WindowDate, bool IsWindowOpen, EarlyAllocationAssessment? LastAssessment);

/// <summary>Early allocation: whether the community is to lead 15 months before release.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), early allocation.</remarks>
public static class EarlyAllocationRules
{
    /// <summary>The window opens this many months before the earliest of TED, PED, THD, ARD and CRD.</summary>
    public const int WindowMonths = 18;

    /// <summary>An OASys risk assessment this many months old is too old.</summary>
    public const int OldestOasysMonths = 3;

    private const string Source = "Early allocation, as published in offender-management-allocation-manager (ministryofjustice)";

    /// <summary>What is wrong with the date of the last OASys risk assessment.</summary>
    public enum OasysDateProblem
    {
        None,
        Missing,

        /// <summary>The day itself or later.</summary>
        InFuture,

        /// <summary>Three months ago or earlier.</summary>
        TooOld,
    }

    public static OasysDateProblem CheckOasysDate(DateOnly? oasysOn, DateOnly day) =>
        oasysOn is not { } on ? OasysDateProblem.Missing
        : on >= day ? OasysDateProblem.InFuture
        : on <= day.AddMonths(-OldestOasysMonths) ? OasysDateProblem.TooOld
        : OasysDateProblem.None;

    public static string? Message(OasysDateProblem problem, DateOnly day) => problem switch
    {
        OasysDateProblem.Missing => "Enter the date of the last OASys risk assessment",
        OasysDateProblem.InFuture => "Date of the last OASys risk assessment must be in the past",
        OasysDateProblem.TooOld => $"Date of the last OASys risk assessment must be after {Words.LongDate(day.AddMonths(-OldestOasysMonths))}",
        _ => null,
    };

    /// <summary>Eligible with any of the automatic criteria. Otherwise not, where all of the rest are no, or where the person was in a
    /// separation centre and is not due for release in 24 months. Otherwise the community decides.</summary>
    /// <returns><see langword="null"/> while an answer that is needed is missing.</returns>
    public static EarlyAllocationOutcome? OutcomeOf(EarlyAllocationAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Automatic.Contains(true) ? EarlyAllocationOutcome.Eligible
            : Missing(answers).Count > 0 ? null
            : answers.Discretionary.All(answer => answer is false) || answers is { ExtremismSeparation: true, DueForReleaseInLessThan24Months: false } ? EarlyAllocationOutcome.Ineligible
            : EarlyAllocationOutcome.Discretionary;
    }

    /// <summary>The questions that are still to be answered, by their field in <c>early-allocation-questions.csv</c>, in its order.</summary>
    public static IReadOnlyList<string> Missing(EarlyAllocationAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<string> missing = [];
        Ask(answers.ConvictedUnderTerrorismAct, "convicted_under_terrorism_act_2000");
        Ask(answers.HighProfile, "high_profile");
        Ask(answers.SeriousCrimePreventionOrder, "serious_crime_prevention_order");
        Ask(answers.MappaLevel3, "mappa_level_3");
        Ask(answers.CppcCase, "cppc_case");
        if (missing.Count > 0 || answers.Automatic.Contains(true))
        {
            return missing;
        }

        Ask(answers.ExtremismSeparation, "extremism_separation");
        if (answers.ExtremismSeparation is true)
        {
            Ask(answers.DueForReleaseInLessThan24Months, "due_for_release_in_less_than_24months");
        }

        Ask(answers.HighRiskOfSeriousHarm, "high_risk_of_serious_harm");
        Ask(answers.MappaLevel2, "mappa_level_2");
        Ask(answers.PathfinderProcess, "pathfinder_process");
        Ask(answers.OtherReason, "other_reason");
        return missing;

        void Ask(bool? answer, string field)
        {
            if (answer is null)
            {
                missing.Add(field);
            }
        }
    }

    /// <summary>The date is at most 18 months away, or past.</summary>
    public static bool IsInWindow(ReleaseDates dates, DateOnly day) => EarliestRelease.ForEarlyAllocation(dates)?.On <= day.AddMonths(WindowMonths);

    /// <summary>An assessment counts as for early allocation: eligible, or accepted by the community.</summary>
    public static bool IsFor(EarlyAllocationAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return assessment.Outcome is EarlyAllocationOutcome.Eligible || assessment is { Outcome: EarlyAllocationOutcome.Discretionary, CommunityAccepted: true };
    }

    /// <summary>Where a case stands on a day.</summary>
    /// <param name="assessments">All of them, in any order; those from before the sentence do not count.</param>
    public static Explained<EarlyAllocationResult> For(IEnumerable<EarlyAllocationAssessment> assessments, ReleaseDates dates, DateOnly? sentenceStart, DateOnly? licenceExpiry, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        var ofSentence = assessments.Where(a => !(a.ValidFrom < sentenceStart) && a.ValidFrom <= day).OrderByDescending(a => a.ValidFrom).ThenByDescending(a => a.Recorded.At).ToList();
        var last = ofSentence.FirstOrDefault();
        var window = EarliestRelease.ForEarlyAllocation(dates);
        var isOpen = IsInWindow(dates, day);
        var isOver = licenceExpiry < day;
        var inForce = last is { WasInWindow: true } && IsFor(last) && !isOver;
        var wasFor = ofSentence.Any(a => a.Outcome is not EarlyAllocationOutcome.Ineligible && a.CommunityAccepted is not false);
        var status = inForce ? EarlyAllocationStatus.Eligible
            : last is { WasInWindow: true, Outcome: EarlyAllocationOutcome.Discretionary, CommunityAccepted: null } ? EarlyAllocationStatus.DecisionPending
            : isOpen && wasFor && !ofSentence.Exists(a => a.WasInWindow) ? EarlyAllocationStatus.CallToAction
            : !isOpen && last is { WasInWindow: false, Outcome: not EarlyAllocationOutcome.Ineligible } ? EarlyAllocationStatus.AssessmentSaved
            : EarlyAllocationStatus.None;
        return new(new(inForce, status, window, isOpen, last), "early-allocation", Because(status, last, window, isOver), Source, Used(last, window, licenceExpiry, day));
    }

    private static string Because(EarlyAllocationStatus status, EarlyAllocationAssessment? last, ReleaseDate? window, bool isOver) => status switch
    {
        EarlyAllocationStatus.Eligible => last!.Outcome is EarlyAllocationOutcome.Eligible
            ? $"Assessed on {Words.LongDate(last.ValidFrom)} as eligible: the community leads from 15 months before release."
            : $"Referred on {Words.LongDate(last.ValidFrom)} and accepted by the community, which leads from 15 months before release.",
        EarlyAllocationStatus.DecisionPending => $"Referred on {Words.LongDate(last!.ValidFrom)}. The community has not answered.",
        EarlyAllocationStatus.CallToAction => "The case was assessed before the time for it came. It is now within 18 months of the first date: make a new assessment.",
        EarlyAllocationStatus.AssessmentSaved => $"Assessed on {Words.LongDate(last!.ValidFrom)}, more than 18 months before the first date. It has no effect yet.",
        _ when last is null => "No assessment has been made in this sentence.",
        _ when isOver && last.WasInWindow && IsFor(last) => "The licence has expired.",
        _ when last.CommunityAccepted is false => $"Referred on {Words.LongDate(last.ValidFrom)}, and not accepted by the community.",
        _ when last.Outcome is EarlyAllocationOutcome.Ineligible => $"Assessed on {Words.LongDate(last.ValidFrom)} as not eligible.",
        _ => window is null ? "No date is recorded from which the time for it could be counted." : "The last assessment has no effect.",
    };

    private static List<Fact> Used(EarlyAllocationAssessment? last, ReleaseDate? window, DateOnly? licenceExpiry, DateOnly day) =>
    [
        new("Day", Words.LongDate(day)),
        new("Last assessment", last is null ? "None" : Words.LongDate(last.ValidFrom)),
        new("Its outcome", last is null ? "None" : last.Outcome.ToString()),
        new("Answer of the community", last?.CommunityAccepted switch { true => "Accepted", false => "Not accepted", null => "None" }),
        new("First of TED, PED, THD, ARD and CRD", window is { } date ? $"{date.Code}, {Words.LongDate(date.On)}" : "None recorded"),
        new("Licence expiry", licenceExpiry is { } expiry ? Words.LongDate(expiry) : "Not recorded"),
        new("Window opens before that date by", string.Create(CultureInfo.InvariantCulture, $"{WindowMonths} months")),
    ];
}
