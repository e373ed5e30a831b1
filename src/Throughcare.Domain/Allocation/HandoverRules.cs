using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Who leads a case in prison, and when the community takes over: nine versions, chosen by the day of the calculation.</summary>
/// <remarks>Offsets of months keep the day, or take the last of the month where it has no such day; days come off after the months.
/// The day of the handover itself is the COM's. Source: offender-management-allocation-manager (ministryofjustice), handover rules and their history.</remarks>
public static class HandoverRules
{
    public const string Source = "Offender management in custody: handover rules as published in offender-management-allocation-manager (ministryofjustice)";

    /// <summary>A determinate sentence with at most this many months from its start to release is the COM's throughout.</summary>
    public const int ShortMonths = 10;

    /// <summary>A hearing this many months away or more is far off.</summary>
    public const int FarHearingMonths = 12;

    /// <summary>Works out who leads, by the version in force on the day.</summary>
    public static Explained<HandoverResult> For(HandoverInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return HandoverRuleVersions.On(input.On) is { } version ? For(input, version) : Without(HandoverProblem.BeforeTheRules, input, "");
    }

    /// <summary>Works out who leads, by a version that is named.</summary>
    public static Explained<HandoverResult> For(HandoverInput input, HandoverRuleVersion version)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(version);

        var release = EarliestRelease.ForHandover(input.IsIndeterminate, input.Dates, input.On, version);
        return version.HasProviderSplit ? HandoverOfTwoProviders.For(input, version, release) : ByOneProvider(input, version, release);
    }

    /// <summary>Says that there is no answer, and why.</summary>
    public static Explained<HandoverResult> Without(HandoverProblem problem, HandoverInput input, string version)
    {
        ArgumentNullException.ThrowIfNull(input);
        var because = problem switch
        {
            HandoverProblem.OutsideScope => "The case is not in scope of offender management in custody, so no handover is worked out.",
            HandoverProblem.SentenceStartMissing => "The day on which the sentence started is missing, so the handover cannot be worked out.",
            HandoverProblem.NotInCustody => "The person is not in prison: the community offender manager leads.",
            _ => $"The rules are held from {Words.LongDate(HandoverRuleVersions.Table.Rows[0].From)}. Before that day, local start-up rules decided who led.",
        };
        return new(new(version, null, null, null, null, null, problem), RuleName(version), because, Source, Used(input, null));
    }

    /// <summary>Who leads on a day, given the two dates: before the start the POM alone, from the start with the COM in support, from the
    /// handover the COM. The COM where there is no handover date.</summary>
    public static Responsibility ByDates(DateOnly day, DateOnly? start, DateOnly? handover) =>
        handover is not { } on || day >= on ? Responsibility.Community
        : day < (start ?? on) ? Responsibility.CustodyOnly
        : Responsibility.CustodyWithCom;

    /// <summary>From when the COM supports: the handover date; in open conditions under an indeterminate sentence already from arrival there
    /// (men) or from the open category (women), where that is earlier.</summary>
    public static DateOnly StartOf(DateOnly handover, bool isIndeterminate, bool openPrisonRulesApply, bool isInWomensPrison, DateOnly? categorySince, DateOnly? prisonArrival) =>
        isIndeterminate && openPrisonRulesApply && (isInWomensPrison ? categorySince : prisonArrival) is { } opened && opened < handover ? opened : handover;

    /// <summary>The handover date from the release date alone, from version H3 on.</summary>
    /// <returns>The reason, the date where the reason has one, and how many months before release it is.</returns>
    public static (string Reason, DateOnly? Handover, int? Months) DateOf(
        HandoverRuleVersion version, bool isIndeterminate, DateOnly? sentenceStart, DateOnly release, bool isParole, bool isEarlyAllocation, bool isInOpenConditions)
    {
        ArgumentNullException.ThrowIfNull(version);
        var early = (HandoverReasons.EarlyAllocation, (DateOnly?)release.AddMonths(-version.EarlyAllocationMonths), (int?)version.EarlyAllocationMonths);
        var parole = (HandoverReasons.DeterminateParole, (DateOnly?)release.AddMonths(-version.ParoleMonths), (int?)version.ParoleMonths);
        if (version.Number >= 5 && isEarlyAllocation)
        {
            return early;
        }

        if (isIndeterminate)
        {
            return (isInOpenConditions ? HandoverReasons.IndeterminateOpen : HandoverReasons.Indeterminate, release.AddMonths(-version.IndeterminateMonths), version.IndeterminateMonths);
        }

        if (version.Number == 3 && isParole)
        {
            return parole;
        }

        return sentenceStart?.AddMonths(ShortMonths) >= release ? (HandoverReasons.DeterminateShort, null, null)
            : isEarlyAllocation ? early
            : isParole ? parole
            : (HandoverReasons.Determinate, BeforeRelease(release), 8);
    }

    /// <summary>Eight months and 14 days before release, the months first.</summary>
    public static DateOnly BeforeRelease(DateOnly release) => release.AddMonths(-8).AddDays(-14);

    internal static string RuleName(string version) => version.Length == 0 ? "handover" : $"handover/{version}";

    internal static Explained<HandoverResult> Fixed(HandoverInput input, HandoverRuleVersion version, string reason, Responsibility responsibility, ReleaseDate? release) =>
        Answer(input, version, reason, responsibility, null, null, release, null);

    internal static Explained<HandoverResult> Dated(HandoverInput input, HandoverRuleVersion version, string reason, DateOnly start, DateOnly handover, ReleaseDate release, int? months) =>
        Answer(input, version, reason, ByDates(input.On, start, handover), start, handover, release, months);

    private static Explained<HandoverResult> ByOneProvider(HandoverInput input, HandoverRuleVersion version, ReleaseDate? release)
    {
        if (input.IsIndeterminate && OfIndeterminate(input, version) is { } special)
        {
            return Fixed(input, version, special.Reason, special.Who, release);
        }

        if (input.IsRecalled)
        {
            return Fixed(input, version, HandoverReasons.Recall, Responsibility.Community, release);
        }

        if (input.IsImmigrationCase)
        {
            return Fixed(input, version, HandoverReasons.Immigration, Responsibility.Community, release);
        }

        if (release is not { } counted)
        {
            return Fixed(input, version, HandoverReasons.ReleaseDateUnknown, Responsibility.CustodyOnly, null);
        }

        if (!input.IsIndeterminate && input.SentenceStart is null)
        {
            return Without(HandoverProblem.SentenceStartMissing, input, version.Code);
        }

        if (version.HasPolicyGate && !OmicPolicy.Includes(input.Cohort, input.SentenceStart, counted.On, input.IsInOpenConditions, input.OpenPrisonRulesApply))
        {
            return Fixed(input, version, HandoverReasons.BeforeOmic, Responsibility.Community, release);
        }

        var (reason, handover, months) = DateOf(
            version, input.IsIndeterminate, input.SentenceStart, counted.On, input.Dates.Ped is not null, input.IsEarlyAllocation, input.IsInOpenConditions);
        if (handover is not { } on)
        {
            return Fixed(input, version, reason, Responsibility.Community, release);
        }

        var start = StartOf(on, input.IsIndeterminate, input.OpenPrisonRulesApply, input.IsInWomensPrison, input.CategorySince, input.PrisonArrival);
        return Dated(input, version, reason, start, on, counted, months);
    }

    /// <summary>The rules for indeterminate sentences that come before recall: three from June 2024, four from October 2024.</summary>
    private static (string Reason, Responsibility Who)? OfIndeterminate(HandoverInput input, HandoverRuleVersion version)
    {
        var isFar = input.Dates.Thd >= input.On.AddMonths(FarHearingMonths);
        var wasNotReleased = input.LastHearingOutcome is { } outcome && outcome != ParoleRules.Release;
        var isMappaHigh = input.MappaLevel is 2 or 3;
        (string, Responsibility)? additional = input.HasAdditionalIndeterminateSentence ? (HandoverReasons.AdditionalIndeterminate, Responsibility.CustodyOnly) : null;
        (string, Responsibility)? recalled = isFar && input.IsRecalled && !isMappaHigh ? (HandoverReasons.RecallHearingFarOff, Responsibility.CustodyWithCom) : null;
        (string, Responsibility)? notReleased = !isFar || !wasNotReleased ? null
            : isMappaHigh ? (HandoverReasons.ParoleMappa, Responsibility.Community)
            : (HandoverReasons.HearingFarOff, Responsibility.CustodyWithCom);
        return version.Number switch
        {
            < 6 => null,
            < 8 => notReleased ?? additional,
            _ => additional ?? recalled ?? notReleased,
        };
    }

    private static Explained<HandoverResult> Answer(
        HandoverInput input, HandoverRuleVersion version, string reason, Responsibility responsibility, DateOnly? start, DateOnly? handover, ReleaseDate? release, int? months) =>
        new(
            new(version.Code, responsibility, start, handover, reason, release, IsBeforeSentence: handover < input.SentenceStart),
            RuleName(version.Code),
            HandoverReasons.Of(reason).Say(release?.Code, months, start, input.MappaLevel),
            Source,
            Used(input, release));

    private static List<Fact> Used(HandoverInput input, ReleaseDate? release)
    {
        List<Fact> used =
        [
            new("Day of the calculation", Words.LongDate(input.On)),
            new("Sentence", input.IsIndeterminate ? "Indeterminate" : "Determinate"),
            new("Sentence start", Day(input.SentenceStart)),
            new("Release date counted from", release is { } date ? $"{date.Code}, {Words.LongDate(date.On)}" : "None recorded"),
        ];
        Add(input.IsRecalled, "Recalled", "Yes");
        Add(input.IsImmigrationCase, "Immigration detainee", "Yes");
        Add(input.IsEarlyAllocation, "Early allocation", "In force");
        Add(input.IsIndeterminate, "Target hearing date", Day(input.Dates.Thd));
        Add(input.IsIndeterminate, "MAPPA level", input.MappaLevel is { } level ? level.ToString(CultureInfo.InvariantCulture) : "Not known");
        Add(input.IsIndeterminate && input.LastHearingOutcome is not null, "Last hearing", input.LastHearingOutcome is { Length: > 0 } said ? said : "No outcome recorded");
        Add(input.HasAdditionalIndeterminateSentence, "Additional indeterminate sentence", "Yes");
        Add(input.IsIndeterminate && input.IsInOpenConditions, "Open conditions", "Yes");
        Add(input.IsIndeterminate && input.OpenPrisonRulesApply, input.IsInWomensPrison ? "Open category since" : "Arrived in open prison", Day(input.IsInWomensPrison ? input.CategorySince : input.PrisonArrival));
        return used;

        void Add(bool counts, string name, string value)
        {
            if (counts)
            {
                used.Add(new(name, value));
            }
        }

        static string Day(DateOnly? day) => day is { } known ? Words.LongDate(known) : "Not recorded";
    }
}
