using System.Globalization;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using static Throughcare.Domain.Allocation.Functions.TabledFunction;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>Who leads, and from when.</summary>
internal static class OfHandover
{
    private const string Determinate = "determinate";

    private const string Indeterminate = "indeterminate";

    private static readonly RuleInput Sentence = Word("sentence_type", "Kind of sentence", Determinate, Indeterminate);

    private static readonly string[] Responsibilities = [.. Enum.GetNames<Responsibility>()];

    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new TabledFunction("handover.case", "Who leads a case, and from when", "Responsibility, the dates of the handover and the reason, by the version of the rules that held on the day.", AnyVersion,
            [
                Day("evaluation_date", "Day of the calculation", isRequired: true), Sentence with { IsRequired = true }, Day("sentence_start_date", "Sentence start"),
                Day("crd", "Conditional release date"), Day("ard", "Automatic release date"), Day("ped", "Parole eligibility date"), Day("ted", "Tariff expiry date"), Day("thd", "Target hearing date"),
                Day("hdced", "Home detention curfew eligibility date"), Day("hdcad", "Home detention curfew actual date"),
                YesNo("recalled", "Recalled"), YesNo("immigration_case", "Immigration detainee"), YesNo("early_allocation", "Early allocation in force"), Word("mappa_level", "MAPPA level", "0", "1", "2", "3"),
                Text("parole_outcome", "Outcome of the last hearing"), YesNo("additional_future_isp", "Additional indeterminate sentence"), YesNo("in_open_conditions", "In open conditions"),
                YesNo("open_prison_rules_apply", "Rules of open prisons apply"), YesNo("in_womens_prison", "In a women's prison"), Day("category_active_since", "Category in force since"), Day("prison_arrival_date", "Arrived in the prison"),
                Word("provider", "Provider", "NPS", "CRC"), Text("prison_code", "Prison"), Word("prison_type", "Kind of prison", "mens_closed", "mens_open", "womens"), YesNo("welsh_case", "Welsh case"),
                Text("imprisonment_status", "Imprisonment status"), Number("age", "Age"),
            ],
            [new("responsibility", "Who leads"), new("start_date", "COM supports from"), new("handover_date", "COM leads from"), new("reason", "Reason"), new("date_used", "Date counted from"), new("error", "Why there is no answer")], Case),
        new TabledFunction("handover.date", "Handover date", "When the COM takes over, given the release date, and why.", AnyVersion,
            [
                Sentence with { IsRequired = true }, Day("sentence_start_date", "Sentence start"), Day("earliest_release_date", "Release date counted from", isRequired: true), YesNo("determinate_parole", "Determinate with parole"),
                YesNo("early_allocation", "Early allocation in force"), YesNo("in_open_conditions", "In open conditions"), Day("evaluation_date", "Day of the calculation"),
            ],
            [new("handover_date", "COM leads from"), new("reason", "Reason")], DateOf),
        new TabledFunction("handover.determinate_date", "Handover of a determinate sentence", "Start and handover date from the conditional and the automatic release date.", AnyVersion,
            [Day("sentence_start_date", "Sentence start"), Day("crd", "Conditional release date"), Day("ard", "Automatic release date")],
            [new("handover_date", "COM leads from"), new("start_date", "COM supports from")], DeterminateDate),
        new TabledFunction("handover.start_date", "Start of the handover", "From when the COM supports.", AnyVersion,
            [
                Day("handover_date", "COM leads from", isRequired: true), Sentence, YesNo("open_prison_rules_apply", "Rules of open prisons apply"), YesNo("in_womens_prison", "In a women's prison"),
                Day("category_active_since", "Category in force since"), Day("prison_arrival_date", "Arrived in the prison"),
            ],
            [new("start_date", "COM supports from")], StartDate),
        new TabledFunction("handover.responsibility", "Who leads on a day", "By the start and the handover date.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), Day("start_date", "COM supports from"), Day("handover_date", "COM leads from")], [new("responsibility", "Who leads")],
            given => given.Day("evaluation_date") is { } day && HandoverRules.ByDates(day, given.Day("start_date"), given.Day("handover_date")) is var who
                ? Because("handover", $"{ResponsibilityRules.Say(who)}.", HandoverRules.Source, ("responsibility", ResponsibilityRules.CodeOf(who))) : null),
        new TabledFunction("handover.earliest_release", "Release date that handover counts from", "Which date counts, by the version of the rules that held on the day.", AnyVersion,
            [
                Day("evaluation_date", "Day", isRequired: true), Sentence with { IsRequired = true }, Day("crd", "Conditional release date"), Day("ard", "Automatic release date"), Day("ped", "Parole eligibility date"),
                Day("ted", "Tariff expiry date"), Day("thd", "Target hearing date"),
            ],
            [new("date_used", "Date that counts"), new("date", "Day")], EarliestReleaseDate),
        new TabledFunction("handover.override", "Who leads in effect", "What was set by hand comes before what was worked out.", AnyVersion,
            [Word("calculated", "Worked out", Responsibilities), Word("override", "Set by hand", nameof(ResponsibilitySide.Probation), nameof(ResponsibilitySide.Prison))], [new("responsibility", "Who leads")], Override),
    ];

    /// <summary>The dates of an example.</summary>
    internal static ReleaseDates Dates(GivenValues given, params string[] names)
    {
        DateOnly? On(string name) => names.Contains(name) ? given.Day(name) : null;
        return new()
        {
            Crd = On("crd"),
            Ard = On("ard"),
            Ped = On("ped"),
            Ted = On("ted"),
            Thd = On("thd"),
            Hdced = On("hdced"),
            Hdcad = On("hdcad"),
            Sed = On("sed"),
            Led = On("led"),
            Prrd = On("prrd"),
            Apd = On("apd"),
        };
    }

    private static bool IsIndeterminate(GivenValues given) => given.OneOf("sentence_type", (Determinate, false), (Indeterminate, true)) is true;

    private static Judged? Case(GivenValues given)
    {
        var day = given.Day("evaluation_date");
        var version = given.HandoverVersion(day);
        var outcome = given.Text("parole_outcome");
        var prison = PrisonEstate.Find(given.Text("prison_code"));
        var type = given.OneOf("prison_type", ("mens_closed", PrisonType.MensClosed), ("mens_open", PrisonType.MensOpen), ("womens", PrisonType.Womens)) ?? prison?.Type;
        var input = new HandoverInput
        {
            On = day ?? default,
            IsIndeterminate = IsIndeterminate(given),
            SentenceStart = given.Day("sentence_start_date"),
            Dates = Dates(given, "crd", "ard", "ped", "ted", "thd", "hdced", "hdcad"),
            IsRecalled = given.IsYes("recalled"),
            IsImmigrationCase = given.IsYes("immigration_case"),
            IsEarlyAllocation = given.IsYes("early_allocation"),
            MappaLevel = given.OneOf("mappa_level", ("0", 0), ("1", 1), ("2", 2), ("3", 3)),
            LastHearingOutcome = ParoleRules.IsNoOutcome(outcome) ? null : outcome,
            HasAdditionalIndeterminateSentence = given.IsYes("additional_future_isp"),
            IsInOpenConditions = given.IsYes("in_open_conditions"),
            OpenPrisonRulesApply = given.IsYes("open_prison_rules_apply"),
            IsInWomensPrison = given.YesNo("in_womens_prison") ?? type is PrisonType.Womens,
            CategorySince = given.Day("category_active_since"),
            PrisonArrival = given.Day("prison_arrival_date"),
            Cohort = type is PrisonType.Womens ? OmicCohort.Women : OmicPolicy.CohortOf(given.Text("prison_code"), given.IsYes("welsh_case")),
            IsCompanyCase = given.OneOf("provider", ("NPS", false), ("CRC", true)) is true,
        };
        var isOutside = given.Whole("age") < 18 || SentenceCodes.IsCivil(given.Text("imprisonment_status"));
        return given.IsRefused || day is null ? null : Judge(
            isOutside ? HandoverRules.Without(HandoverProblem.OutsideScope, input, version?.Code ?? "")
            : version is null ? HandoverRules.For(input)
            : HandoverRules.For(input, version));
    }

    private static Judged Judge(Explained<HandoverResult> handover)
    {
        var result = handover.Value;
        return new(
            new Dictionary<string, string>
            {
                ["responsibility"] = result.Responsibility is { } who ? ResponsibilityRules.CodeOf(who) : "",
                ["start_date"] = Say(result.StartOn),
                ["handover_date"] = Say(result.HandoverOn),
                ["reason"] = result.Reason ?? "",
                ["date_used"] = result.Release?.Code ?? "",
                ["error"] = result.Problem switch
                {
                    HandoverProblem.OutsideScope => "outside_scope",
                    HandoverProblem.SentenceStartMissing => "sentence_start_missing",
                    HandoverProblem.NotInCustody => "not_in_custody",
                    HandoverProblem.BeforeTheRules => "before_the_rules",
                    _ => "",
                },
            },
            new(result.Responsibility?.ToString() ?? RuleAnswer.None, handover.Rule, handover.Because, handover.Source, handover.Used))
        {
            Version = result.Version.Length == 0 ? null : result.Version,
            Steps = result.IsBeforeSentence ? ["The handover date comes before the sentence started: check the dates."] : [],
            Missing = result.Problem is HandoverProblem.SentenceStartMissing ? ["Record the day on which the sentence started"] : [],
        };
    }

    private static Judged? DateOf(GivenValues given)
    {
        var day = given.Day("evaluation_date");
        var version = given.HandoverVersion(day);
        var isIndeterminate = IsIndeterminate(given);
        var (start, release) = (given.Day("sentence_start_date"), given.Day("earliest_release_date"));
        var (parole, early, open) = (given.IsYes("determinate_parole"), given.IsYes("early_allocation"), given.IsYes("in_open_conditions"));
        if (version is { HasProviderSplit: true } or null && !given.IsRefused)
        {
            given.Refuse<bool>("rule_version", "Before April 2023 the date rests on more than this: use handover.case");
        }

        if (given.IsRefused || release is not { } on)
        {
            return null;
        }

        var (reason, handover, months) = HandoverRules.DateOf(version!, isIndeterminate, start, on, parole, early, open);
        return Because(HandoverRules.RuleName(version!.Code), HandoverReasons.Of(reason).Say(null, months, null, null), HandoverRules.Source, ("handover_date", Say(handover)), ("reason", reason));
    }

    private static Judged? DeterminateDate(GivenValues given)
    {
        var version = given.HandoverVersion(null);
        var start = given.Day("sentence_start_date");
        var release = Dates(given, "crd", "ard").Automatic;
        switch (version?.Number)
        {
            case 1:
                given.Refuse<bool>("rule_version", "In H1 start and handover rest on more than this: use handover.case");
                break;
            case 2 when start is null:
                given.Refuse<bool>("sentence_start_date", "Enter sentence start");
                break;
        }

        if (given.IsRefused)
        {
            return null;
        }

        DateOnly? on = release is not { } counted ? null : version!.Number == 2 ? HandoverOfTwoProviders.OneDate(counted.On, start!.Value) : HandoverRules.BeforeRelease(counted.On);
        return Because(HandoverRules.RuleName(version!.Code),
            release is { } date ? $"Counted from {date.Code}, {Words.LongDate(date.On)}." : "There is neither a conditional nor an automatic release date.", HandoverRules.Source,
            ("handover_date", Say(on)), ("start_date", Say(on)));
    }

    private static Judged? StartDate(GivenValues given)
    {
        if (given.Day("handover_date") is not { } handover)
        {
            return null;
        }

        var start = HandoverRules.StartOf(
            handover, IsIndeterminate(given), given.IsYes("open_prison_rules_apply"), given.IsYes("in_womens_prison"), given.Day("category_active_since"), given.Day("prison_arrival_date"));
        return Because("handover", start == handover ? "The COM begins with the handover itself." : "The COM supports from the start of open conditions.", HandoverRules.Source, ("start_date", Say(start)));
    }

    private static Judged? EarliestReleaseDate(GivenValues given)
    {
        var day = given.Day("evaluation_date");
        var version = given.HandoverVersion(day);
        var isIndeterminate = IsIndeterminate(given);
        var dates = Dates(given, "crd", "ard", "ped", "ted", "thd");
        if (given.IsRefused || day is not { } on)
        {
            return null;
        }

        var release = EarliestRelease.ForHandover(isIndeterminate, dates, on, version);
        return Because(HandoverRules.RuleName(version?.Code ?? ""), release is { } date ? $"{date.Code} counts: {Words.LongDate(date.On)}." : "There is no date to count from.", HandoverRules.Source,
            ("date_used", release?.Code), ("date", Say(release?.On)));
    }

    private static Judged? Override(GivenValues given)
    {
        var calculated = given.OneOf("calculated", [.. Enum.GetValues<Responsibility>().Select(who => (ResponsibilityRules.CodeOf(who), who))]);
        var side = given.OneOf("override", (nameof(ResponsibilitySide.Probation), ResponsibilitySide.Probation), (nameof(ResponsibilitySide.Prison), ResponsibilitySide.Prison));
        var who = ResponsibilityRules.Effective(calculated, side);
        return given.IsRefused ? null : Because("responsibility", string.Create(CultureInfo.InvariantCulture, $"{(side is null ? "Nothing was set by hand" : "Set by hand")}: {(who is { } leads ? ResponsibilityRules.Say(leads) : "nobody is known to lead")}."),
            HandoverRules.Source, ("responsibility", who?.ToString()));
    }
}
