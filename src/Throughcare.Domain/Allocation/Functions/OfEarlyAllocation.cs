using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using static Throughcare.Domain.Allocation.Functions.TabledFunction;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>Whether the community is to lead 15 months before release.</summary>
internal static class OfEarlyAllocation
{
    private const string Source = "Early allocation, as published in offender-management-allocation-manager (ministryofjustice)";

    private static readonly IReadOnlyList<RuleInput> Questions = [.. EarlyAllocationQuestions.All.Where(question => question.Stage is 2 or 3).Select(question => YesNo(question.Field, question.Text))];

    private static readonly IReadOnlyList<RuleInput> WindowDates =
        [Day("ted", "Tariff expiry date"), Day("ped", "Parole eligibility date"), Day("thd", "Target hearing date"), Day("ard", "Automatic release date"), Day("crd", "Conditional release date")];

    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new TabledFunction("early_allocation.oasys_date", "Date of the last OASys", "Whether an assessment for early allocation may rest on it.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), Day("oasys_risk_assessment_date", "Date of the last OASys risk assessment")], [new("valid", "Can be used"), new("error", "Why not")], OasysDate),
        new TabledFunction("early_allocation.outcome", "Outcome of an assessment", "Eligible, discretionary or not eligible.", AnyVersion, Questions, [new("outcome", "Outcome")], OutcomeOf),
        new TabledFunction("early_allocation.form", "What an assessment lacks", "The questions that are still to be answered before it can be saved.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), Day("oasys_risk_assessment_date", "Date of the last OASys risk assessment"), .. Questions, Text("reason", "Why the case should be referred"), YesNo("approved", "Approved by the head of offender management delivery")],
            [new("valid", "Can be saved"), new("missing", "What is missing")], Form),
        new TabledFunction("early_allocation.window", "Window of early allocation", "Whether the first of TED, PED, THD, ARD and CRD is at most 18 months away.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), .. WindowDates], [new("in_window", "In the window"), new("date_used", "Date that counts")], Window),
        new TabledFunction("early_allocation.in_force", "Early allocation in force", "Whether the last assessment of the sentence has effect.", AnyVersion,
            [
                Day("evaluation_date", "Day", isRequired: true), Day("assessment_date", "Day of the last assessment"), Day("sentence_start_date", "Sentence start"), Word("outcome", "Its outcome", "eligible", "discretionary", "ineligible"),
                YesNo("created_within_window", "Made inside the window"), YesNo("community_decision", "Accepted by the community"), Day("licence_expiry_date", "Licence expiry date"), .. WindowDates,
            ],
            [new("in_force", "In force"), new("state", "State")], InForce),
    ];

    private static Judged? OasysDate(GivenValues given)
    {
        if (given.Day("evaluation_date") is not { } day)
        {
            return null;
        }

        var problem = EarlyAllocationRules.CheckOasysDate(given.Day("oasys_risk_assessment_date"), day);
        return Because("early-allocation", EarlyAllocationRules.Message(problem, day) ?? "The date can be used.", Source, ("valid", Say(problem is EarlyAllocationRules.OasysDateProblem.None)), ("error", CodeOf(problem)));
    }

    private static string? CodeOf(EarlyAllocationRules.OasysDateProblem problem) => problem switch
    {
        EarlyAllocationRules.OasysDateProblem.InFuture => "in_future",
        EarlyAllocationRules.OasysDateProblem.TooOld => "too_old",
        EarlyAllocationRules.OasysDateProblem.Missing => "missing",
        _ => null,
    };

    /// <summary>The answers of an example: where some are given, those of the automatic criteria that are not count as no.</summary>
    private static EarlyAllocationAnswers Answers(GivenValues given, bool unansweredIsNo)
    {
        bool? Automatic(string name) => given.YesNo(name) ?? (unansweredIsNo ? false : null);
        return new()
        {
            ConvictedUnderTerrorismAct = Automatic("convicted_under_terrorism_act_2000"),
            HighProfile = Automatic("high_profile"),
            SeriousCrimePreventionOrder = Automatic("serious_crime_prevention_order"),
            MappaLevel3 = Automatic("mappa_level_3"),
            CppcCase = Automatic("cppc_case"),
            ExtremismSeparation = given.YesNo("extremism_separation"),
            DueForReleaseInLessThan24Months = given.YesNo("due_for_release_in_less_than_24months"),
            HighRiskOfSeriousHarm = given.YesNo("high_risk_of_serious_harm"),
            MappaLevel2 = given.YesNo("mappa_level_2"),
            PathfinderProcess = given.YesNo("pathfinder_process"),
            OtherReason = given.YesNo("other_reason"),
        };
    }

    private static Judged? OutcomeOf(GivenValues given)
    {
        var answers = Answers(given, unansweredIsNo: true);
        var outcome = EarlyAllocationRules.OutcomeOf(answers);
        return given.IsRefused ? null
            : Because("early-allocation", outcome switch
            {
                EarlyAllocationOutcome.Eligible => "One of the criteria that each decide alone is met.",
                EarlyAllocationOutcome.Ineligible => "None of the criteria leaves a case for the community to decide.",
                EarlyAllocationOutcome.Discretionary => "The community decides.",
                _ => "Questions are still to be answered.",
            }, Source, ("outcome", outcome?.ToString().ToLowerInvariant())) with
            { Missing = [.. EarlyAllocationRules.Missing(answers).Select(field => EarlyAllocationQuestions.Of(field).Text)] };
    }

    private static Judged? Form(GivenValues given)
    {
        var answers = Answers(given, unansweredIsNo: false);
        if (given.Day("evaluation_date") is not { } day)
        {
            return null;
        }

        List<string> missing = [.. EarlyAllocationRules.Missing(answers)];
        if (EarlyAllocationRules.CheckOasysDate(given.Day("oasys_risk_assessment_date"), day) is not EarlyAllocationRules.OasysDateProblem.None)
        {
            missing.Insert(0, "oasys_risk_assessment_date");
        }

        if (EarlyAllocationRules.OutcomeOf(answers) is EarlyAllocationOutcome.Discretionary)
        {
            missing.AddRange(new[] { "reason", "approved" }.Where(field => field is "reason" ? given.Text(field) is null : !given.IsYes(field)));
        }

        return given.IsRefused ? null
            : Because("early-allocation", missing.Count == 0 ? "It can be saved." : $"{Words.Count(missing.Count, "answer")} missing.", Source, ("valid", Say(missing.Count == 0)), ("missing", string.Join('|', missing)));
    }

    private static Judged? Window(GivenValues given)
    {
        if (given.Day("evaluation_date") is not { } day)
        {
            return null;
        }

        var dates = OfHandover.Dates(given, "ted", "ped", "thd", "ard", "crd");
        var first = EarliestRelease.ForEarlyAllocation(dates);
        return Because("early-allocation", first is { } date ? $"{date.Code} on {Words.LongDate(date.On)}; the window reaches to {Words.LongDate(day.AddMonths(EarlyAllocationRules.WindowMonths))}." : "There is no date to count from.", Source,
            ("in_window", Say(EarlyAllocationRules.IsInWindow(dates, day))), ("date_used", first?.Code));
    }

    private static Judged? InForce(GivenValues given)
    {
        var (day, made) = (given.Day("evaluation_date"), given.Day("assessment_date"));
        var outcome = given.OneOf("outcome", ("eligible", EarlyAllocationOutcome.Eligible), ("discretionary", EarlyAllocationOutcome.Discretionary), ("ineligible", EarlyAllocationOutcome.Ineligible));
        var (inWindow, accepted) = (given.IsYes("created_within_window"), given.YesNo("community_decision"));
        var (start, expiry) = (given.Day("sentence_start_date"), given.Day("licence_expiry_date"));
        if (given.IsRefused || day is not { } on)
        {
            return null;
        }

        var result = EarlyAllocationRules.For(outcome is not { } came ? [] :
            [
                new()
                {
                    Id = default,
                    PersonId = default,
                    ValidFrom = made ?? on,
                    Recorded = new(London.At(made ?? on, TimeOnly.MinValue), default, default, PlaceCode.Nation, "Example"),
                    OasysOn = made ?? on,
                    Outcome = came,
                    WasInWindow = inWindow,
                    CommunityAccepted = accepted,
                },
            ],
            OfHandover.Dates(given, "ted", "ped", "thd", "ard", "crd"), start, expiry, on);
        return Because("early-allocation", result.Because, Source, ("in_force", Say(result.Value.InForce)), ("state", StateOf(result.Value.Status)));
    }

    private static string? StateOf(EarlyAllocationStatus status) => status switch
    {
        EarlyAllocationStatus.Eligible => "eligible",
        EarlyAllocationStatus.DecisionPending => "decision_pending",
        EarlyAllocationStatus.CallToAction => "call_to_action",
        EarlyAllocationStatus.AssessmentSaved => "assessment_saved",
        _ => null,
    };
}
