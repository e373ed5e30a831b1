using System.Globalization;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using static Throughcare.Domain.Allocation.Functions.TabledFunction;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>Who is in scope of offender management.</summary>
internal static class OfScope
{
    private static readonly IReadOnlyList<RuleOutput> Outputs = [new("in_scope", "In scope"), new("reason", "Reason"), new("missing", "What is missing")];

    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new TabledFunction("scope.phase", "Scope by phase", "Whether a case was in scope of offender management by the phases up to September 2019, and why.", AnyVersion,
            [
                Day("date", "Day", isRequired: true), Number("age", "Age"),
                Word("sentence", "Kind of sentence", "determinate", "extended", "ipp", "life", "other_indeterminate", "civil", "none"), Number("months", "Length in months"),
                Word("rosh", "RoSH level", "LOW", "MEDIUM", "HIGH", "VERY_HIGH"), YesNo("ppo", "Prolific and other priority offender"), Text("ppo_area", "Who lists them"),
                Word("place", "Place", "custody", "community"), Text("imprisonment_status", "Imprisonment status"), YesNo("local_extension", "Managed by choice of the prison"),
                Text("nationality", "Nationality", "Shown, and never used in the rule"),
            ],
            Outputs, Phase),
        new TabledFunction("scope.omic", "Scope of offender management in custody", "Whether a person in prison is in scope of offender management in custody, and why.", AnyVersion,
            [
                Number("age", "Age"), Text("imprisonment_status", "Imprisonment status"), Day("evaluation_date", "Day"), Text("sentence_start_date", "Sentence start"),
                Text("release_date", "Release date"), Text("ped", "Parole eligibility date"), Text("hdced", "Home detention curfew eligibility date"), Text("tariff_date", "Tariff expiry date"),
                YesNo("indeterminate", "Indeterminate sentence"), Text("nationality", "Nationality", "Shown, and never used in the rule"),
            ],
            Outputs, Omic),
        new TabledFunction("scope.policy_case", "Case of offender management in custody", "Whether a case followed its rules while they were brought in, cohort by cohort.", AnyVersion,
            [
                Word("cohort", "Cohort", [.. Enum.GetValues<OmicCohort>().Select(OmicPolicy.CodeOf)]), Text("prison_code", "Prison", "Where no cohort is given"), YesNo("welsh_case", "Welsh case"),
                Day("sentence_start_date", "Sentence start"), Day("handover_release_date", "Release date that handover counts from"), YesNo("open_conditions", "In open conditions"),
                YesNo("open_prison_rules_apply", "Rules of open prisons apply"),
            ],
            [new("in_policy", "Followed the rules"), new("cohort", "Cohort")], PolicyCase),
        new TabledFunction("sentence.is_civil", "Civil prisoner", "Whether an imprisonment status is a civil one, which scope leaves out.", AnyVersion,
            [Text("imprisonment_status", "Imprisonment status")], [new("is_civil", "Civil")],
            given => Because("sentence-codes", $"{Status(given)} is read as {Class(given)}.", OmicScope, ("is_civil", Say(SentenceCodes.IsCivil(Status(given)))))),
        new TabledFunction("sentence.code", "How a sentence code is read", "Civil, indeterminate, immigration or criminal, and whether it is a recall.", AnyVersion,
            [Text("imprisonment_status", "Imprisonment status")], [new("class", "Read as"), new("recall_variant", "Recall"), new("code", "Code that counts")],
            given => Because("sentence-codes", $"{Status(given)} is read as {Class(given)}.", OmicScope,
                ("class", Class(given)), ("recall_variant", Say(SentenceCodes.Of(Status(given)).IsRecall)), ("code", Status(given)))),
        new TabledFunction("sentence.additional_future_isp", "Additional indeterminate sentence", "Whether a later indeterminate sentence was imposed than the first.", AnyVersion,
            [Text("indeterminate_start_dates", "Start of each indeterminate sentence", "With | between"), Day("evaluation_date", "Day")], [new("additional_future_isp", "Additional indeterminate sentence")],
            given =>
            {
                var starts = given.Days("indeterminate_start_dates");
                return Because("parole", $"{Words.Count(starts.Count, "indeterminate sentence")}; the last counts where it starts later than the first.", OmicScope,
                    ("additional_future_isp", Say(ParoleRules.HasAdditionalIndeterminateSentence(starts, given.Day("evaluation_date") ?? HandoverRuleVersions.Current.From))));
            }),
        new TabledFunction("dates.working_days", "Working days between two days", "Counted from the first day, where it is one, up to and without the second.", AnyVersion,
            [Day("from", "From", isRequired: true), Day("to", "To", isRequired: true)], [new("working_days", "Working days")], WorkingDaysBetween),
    ];

    private const string OmicScope = "Offender management in custody, as published in offender-management-allocation-manager (ministryofjustice)";

    private static string Status(GivenValues given) => given.Text("imprisonment_status") ?? SentenceCodes.Missing;

    private static string Class(GivenValues given) => SentenceCodes.Of(Status(given)).Class.ToString().ToLowerInvariant();

    private static Judged? Phase(GivenValues given)
    {
        var (day, age, months) = (given.Day("date"), given.Whole("age"), given.Amount("months"));
        if (day > ScopePhases.OldModelEnded)
        {
            given.Refuse<bool>("date", $"The phases end on {Words.LongDate(ScopePhases.OldModelEnded)}: later days are judged by scope.omic");
        }

        var sentence = given.OneOf("sentence",
            ("determinate", SentenceKind.Determinate), ("extended", SentenceKind.Extended), ("ipp", SentenceKind.Ipp), ("life", SentenceKind.Life),
            ("other_indeterminate", SentenceKind.OtherIndeterminate), ("civil", SentenceKind.Civil), ("none", SentenceKind.None));
        var rosh = given.OneOf("rosh", ("LOW", RoshLevel.Low), ("MEDIUM", RoshLevel.Medium), ("HIGH", RoshLevel.High), ("VERY_HIGH", RoshLevel.VeryHigh));
        var isInCommunity = given.OneOf("place", ("custody", false), ("community", true));
        var (isPpo, isExtended) = (given.IsYes("ppo"), given.IsYes("local_extension"));
        return given.IsRefused ? null : Judge(ScopeRules.Phase(new()
        {
            On = day!.Value,
            Age = age,
            Sentence = sentence,
            Months = months,
            Rosh = rosh,
            IsPpo = isPpo,
            PpoArea = given.Text("ppo_area"),
            IsInCommunity = isInCommunity is true,
            StatusCode = given.Text("imprisonment_status"),
            IsExtendedLocally = isExtended,
        }));
    }

    private static Judged? Omic(GivenValues given)
    {
        var (age, day) = (given.Whole("age"), given.Day("evaluation_date"));
        var isIndeterminate = given.IsYes("indeterminate");
        return given.IsRefused ? null : Judge(ScopeRules.Omic(new()
        {
            On = day ?? HandoverRuleVersions.Current.From,
            Age = age,
            StatusCode = given.Text("imprisonment_status"),
            HasSentenceStart = given.Text("sentence_start_date") is not null,
            HasAnyReleaseDate = new[] { "release_date", "ped", "hdced", "tariff_date" }.Any(name => given.Text(name) is not null),
            IsIndeterminate = isIndeterminate,
        }));
    }

    private static Judged? PolicyCase(GivenValues given)
    {
        var cohort = given.OneOf("cohort", [.. Enum.GetValues<OmicCohort>().Select(cohort => (OmicPolicy.CodeOf(cohort), cohort))])
            ?? OmicPolicy.CohortOf(given.Text("prison_code"), given.IsYes("welsh_case"));
        var (start, release) = (given.Day("sentence_start_date"), given.Day("handover_release_date"));
        var (isOpen, applies) = (given.IsYes("open_conditions"), given.IsYes("open_prison_rules_apply"));
        var isIn = OmicPolicy.Includes(cohort, start, release, isOpen, applies);
        return Because("omic-policy",
            $"Sentenced on or after {Words.LongDate(OmicPolicy.StartOf(cohort))}, or due for release on or after {Words.LongDate(OmicPolicy.CutoffOf(cohort))}{(isOpen ? "; in open conditions only where the rules of open prisons apply" : "")}: {Say(isIn)}.",
            OmicScope, ("in_policy", Say(isIn)), ("cohort", OmicPolicy.CodeOf(cohort)));
    }

    private static Judged? WorkingDaysBetween(GivenValues given)
    {
        if (given.Day("from") is not { } from || given.Day("to") is not { } to)
        {
            return null;
        }

        var days = WorkingDaysFrom(from, to);
        return Because("working-days", $"{Words.Count(days, "working day")} from {Words.LongDate(from)} up to {Words.LongDate(to)}, which is not counted.",
            "Bank holidays of England and Wales, GOV.UK", ("working_days", days.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Working days from the first day, where it is one, up to and without the second; none where that is earlier.</summary>
    private static int WorkingDaysFrom(DateOnly from, DateOnly to) => to <= from ? 0 : from.AddDays(-1).WorkingDaysUntil(to.AddDays(-1));

    private static Judged Judge(Explained<ScopeResult> scope) => new(
        new Dictionary<string, string>
        {
            ["in_scope"] = scope.Value.InScope switch { true => Yes, false => No, null => "unknown" },
            ["reason"] = scope.Value.Reason,
            ["missing"] = scope.Value.Missing,
        },
        new(scope.Value.Reason, scope.Rule, scope.Because, scope.Source, scope.Used))
    {
        Missing = scope.Value.Missing.Length == 0 ? [] : [$"Record the {scope.Value.Missing}"],
        Steps = scope.Value.ForPerson.Length == 0 ? [] : [$"The person reads: {scope.Value.ForPerson}"],
    };
}
