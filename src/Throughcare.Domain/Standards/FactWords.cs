using System.Collections.Frozen;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Standards;

/// <summary>Every word that the conditions of the rule set may use.</summary>
public static class FactWords
{
    private static readonly string[] Levels = ["none", "low", "medium", "high", "very_high"];

    private static readonly FrozenDictionary<string, FactWord> ByName;

    static FactWords()
    {
        All = [.. OfCase(), .. OfSentence(), .. OfRisk(), .. OfProtection(), .. OfWork(), .. OfPerson()];
        foreach (var (index, word) in All.Index())
        {
            word.Index = index;
        }

        ByName = All.ToFrozenDictionary(word => word.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, grouped as the rule set names them.</summary>
    public static IReadOnlyList<FactWord> All { get; }

    public static FactWord? Find(string? name) => name is not null && ByName.TryGetValue(name, out var word) ? word : null;

    private static IEnumerable<FactWord> OfCase() =>
    [
        Word("case.place", nameof(CaseFacts.RulePlace), "Place", "Record where the person is", isLive: true,
            ["custody", "community", "hospital", "unlawfully_at_large", "immigration_removal", "closed"],
            facts => Said(facts.RulePlace, place => place switch
            {
                RulePlace.Custody => "custody",
                RulePlace.Community => "community",
                RulePlace.Hospital => "hospital",
                RulePlace.UnlawfullyAtLarge => "unlawfully_at_large",
                RulePlace.ImmigrationRemoval => "immigration_removal",
                _ => "closed",
            })),
        YesNo("case.omm_scope", nameof(CaseFacts.IsInOldModelScope), "In scope of the offender management model", "Decide whether the case was in scope of the offender management model",
            "the case is in scope of the offender management model", "the case is out of scope of the offender management model", facts => facts.IsInOldModelScope, isLasting: false),
        YesNo("case.omic_policy", nameof(CaseFacts.IsInOmicPolicy), "In scope of offender management in custody", "Decide whether the case is in scope of offender management in custody",
            "the case is in scope of offender management in custody", "the case is out of scope of offender management in custody", facts => facts.IsInOmicPolicy, isLasting: false),
        Word("case.responsible", nameof(CaseFacts.ResponsibleManager), "Responsible manager", "Work out who is responsible: the prison or the community offender manager", isLive: true,
            ["POM", "COM"], facts => Said(facts.ResponsibleManager, manager => manager is ResponsibleManager.Pom ? "POM" : "COM"), isLasting: false),
        YesNo("case.early_allocation", nameof(CaseFacts.IsEarlyAllocation), "Early allocation", "Assess the case for early allocation",
            "early allocation to the community is in force", "early allocation to the community is not in force", facts => facts.IsEarlyAllocation, isLasting: false),
        Word("case.handover_type", nameof(CaseFacts.HandoverType), "Kind of handover", "Work out the handover of the case", isLive: false,
            ["standard", "enhanced", "none", "missing"],
            facts => Said(facts.HandoverType, type => type switch
            {
                HandoverType.Standard => "standard",
                HandoverType.Enhanced => "enhanced",
                HandoverType.None => "none",
                _ => "missing",
            }), isLasting: false),
        YesNo("case.com_allocated", nameof(CaseFacts.HasCom), "Community offender manager allocated", "Record who the community offender manager is",
            "a community offender manager is allocated", "no community offender manager is allocated", facts => facts.HasCom, isLive: true),
        YesNo("case.supervisor_allocated", nameof(CaseFacts.HasPom), "Prison offender manager allocated", "Record who the prison offender manager is",
            "a prison offender manager is allocated", "no prison offender manager is allocated", facts => facts.HasPom, isLive: true),
        YesNo("case.open_move_planned", nameof(CaseFacts.IsOpenMovePlanned), "Move to open conditions planned", "Record whether a move to open conditions is decided",
            "a move to open conditions is decided and has not happened", "no move to open conditions is planned", facts => facts.IsOpenMovePlanned, isLive: true),
        Word("case.provider", nameof(CaseFacts.Provider), "Probation provider", "Record who provided probation", isLive: false,
            ["PS", "NPS", "CRC"],
            facts => Said(facts.Provider, provider => provider switch { Provider.Ps => "PS", Provider.Nps => "NPS", _ => "CRC" }), isLasting: false),
    ];

    private static IEnumerable<FactWord> OfSentence() =>
    [
        Word("sentence.class", nameof(CaseFacts.SentenceClass), "Class of sentence", "Record the type of the sentence", isLive: false,
            ["custody_determinate", "custody_indeterminate", "community_order", "suspended_sentence", "post_sentence_supervision", "remand", "immigration", "civil"],
            facts => Said(facts.SentenceClass, sentence => sentence switch
            {
                SentenceClass.CustodyDeterminate => "custody_determinate",
                SentenceClass.CustodyIndeterminate => "custody_indeterminate",
                SentenceClass.CommunityOrder => "community_order",
                SentenceClass.SuspendedSentence => "suspended_sentence",
                SentenceClass.PostSentenceSupervision => "post_sentence_supervision",
                SentenceClass.Remand => "remand",
                SentenceClass.Immigration => "immigration",
                _ => "civil",
            })),
        Word("sentence.subtype", nameof(CaseFacts.SentenceSubtype), "Type of sentence", "Record the type of the sentence", isLive: false,
            [.. SentenceTypes.Table.Rows.Select(type => type.Subtype).Distinct(StringComparer.Ordinal)],
            facts => Said(facts.SentenceSubtype, subtype => subtype)),
        Number("sentence.length_months", nameof(CaseFacts.SentenceLengthMonths), "Length of sentence in months", "Record the length of the sentence",
            facts => Counted(facts.SentenceLengthMonths)),
        Number("sentence.months_to_release_at_sentence", nameof(CaseFacts.MonthsToReleaseAtSentence), "Months from sentence to release or end of tariff", "Record the release dates",
            facts => Counted(facts.MonthsToReleaseAtSentence)),
        Number("custody.months_at_sentence", nameof(CaseFacts.CustodyMonthsAtSentence), "Months in custody from sentence", "Record the release dates",
            facts => Counted(facts.CustodyMonthsAtSentence), isLasting: false),
        Number("custody.months_left", nameof(CaseFacts.CustodyMonthsLeft), "Whole months left in custody", "Record the release dates", facts => Counted(facts.CustodyMonthsLeft), isLasting: false),
        YesNo("sentence.parole_eligible", nameof(CaseFacts.IsParoleEligibleDeterminate), "Determinate sentence with a parole eligibility date", "Record the parole eligibility date",
            "the sentence is determinate and has a parole eligibility date", "the sentence is not a determinate one with a parole eligibility date", facts => facts.IsParoleEligibleDeterminate),
        Number("sentence.tariff_months", nameof(CaseFacts.TariffMonths), "Tariff in months", "Record the tariff expiry date", facts => Counted(facts.TariffMonths)),
        Word("supervision.kind", nameof(CaseFacts.SupervisionKind), "Supervision in the community", "Record what the person is supervised under", isLive: true,
            ["none", "licence", "pss", "community_order", "suspended_sentence"],
            facts => Said(facts.SupervisionKind, kind => kind switch
            {
                SupervisionKind.None => "none",
                SupervisionKind.Licence => "licence",
                SupervisionKind.Pss => "pss",
                SupervisionKind.CommunityOrder => "community_order",
                _ => "suspended_sentence",
            })),
        YesNo("requirement.unpaid_work", nameof(CaseFacts.HasUnpaidWork), "Unpaid work requirement", "Record the requirements of the order",
            "an unpaid work requirement is in force", "no unpaid work requirement is in force", facts => facts.HasUnpaidWork),
        YesNo("licence.required", nameof(CaseFacts.IsLicenceRequired), "Release on licence", "Record the release dates",
            "the sentence ends custody on licence", "the sentence does not end custody on licence", facts => facts.IsLicenceRequired),
        YesNo("hdc.eligible", nameof(CaseFacts.IsHdcEligible), "Eligible for home detention curfew", "Record the home detention curfew eligibility date",
            "the person is eligible for home detention curfew", "the person is not eligible for home detention curfew", facts => facts.IsHdcEligible),
        Word("recall.kind", nameof(CaseFacts.RecallKind), "Recall", "Record what kind of recall it is", isLive: true,
            ["none", "standard", "ftr_14", "ftr_28", "ftr_56", "hdc"],
            facts => Said(facts.RecallKind, kind => kind switch
            {
                RecallKind.None => "none",
                RecallKind.Standard => "standard",
                RecallKind.Ftr14 => "ftr_14",
                RecallKind.Ftr28 => "ftr_28",
                RecallKind.Ftr56 => "ftr_56",
                _ => "hdc",
            })),
        YesNo("recall.emergency", nameof(CaseFacts.IsEmergencyRecall), "Emergency recall", "Record whether the recall is an emergency",
            "the recall is an emergency", "the recall is not an emergency", facts => facts.IsEmergencyRecall),
        YesNo("parole.pre_tariff_eligible", nameof(CaseFacts.IsPreTariffEligible), "Eligible for the pre-tariff sift", "Record the tariff expiry date",
            "the tariff is four years or more, so that the pre-tariff sift applies", "the pre-tariff sift does not apply", facts => facts.IsPreTariffEligible),
        YesNo("parole.review_open", nameof(CaseFacts.IsParoleReviewOpen), "Parole review open", "Record the parole review",
            "a parole review is open", "no parole review is open", facts => facts.IsParoleReviewOpen),
        YesNo("parole.hearing_held", nameof(CaseFacts.IsParoleHearingHeld), "Parole hearing held", "Record the parole hearing",
            "a parole hearing was held", "no parole hearing was held", facts => facts.IsParoleHearingHeld),
        Word("parole.outcome", nameof(CaseFacts.LastParoleOutcome), "Parole outcome", "Record the outcome of the parole review", isLive: false,
            ["release", "no_release", "open_conditions", "deferred", "adjourned"],
            facts => Said(facts.LastParoleOutcome, outcome => outcome switch
            {
                ParoleOutcome.Release => "release",
                ParoleOutcome.NoRelease => "no_release",
                ParoleOutcome.OpenConditions => "open_conditions",
                ParoleOutcome.Deferred => "deferred",
                _ => "adjourned",
            })),
    ];

    private static IEnumerable<FactWord> OfRisk() =>
    [
        Number("tier.nom", nameof(CaseFacts.TierNom), "NOMS tier", "Record the tier", facts => Counted(facts.TierNom), least: 1, most: 4),
        Word("risk.rosh", nameof(CaseFacts.RoshCommunity), "RoSH level", "Record the RoSH level", isLive: true, Levels, facts => Said(facts.RoshCommunity, Level)),
        Word("risk.rosh_overall", nameof(CaseFacts.RoshOverall), "RoSH level overall", "Record the RoSH level", isLive: true, Levels, facts => Said(facts.RoshOverall, Level)),
        YesNo("oasys.countersign_required", nameof(CaseFacts.IsCountersignRequired), "Countersignature required", "Complete the assessment",
            "the assessment has to be countersigned", "the assessment need not be countersigned", facts => facts.IsCountersignRequired),
        YesNo("safety.self_harm_known", nameof(CaseFacts.IsSelfHarmKnown), "Risk of self-harm known", "Record what is known of self-harm",
            "a risk of self-harm is known", "no risk of self-harm is known", facts => facts.IsSelfHarmKnown),
    ];

    private static IEnumerable<FactWord> OfProtection() =>
    [
        YesNo("mappa.eligible", nameof(CaseFacts.IsMappaEligible), "MAPPA case", "Record whether the person is a MAPPA case",
            "the person is a MAPPA case", "the person is not a MAPPA case", facts => facts.IsMappaEligible, isLive: true),
        Number("mappa.level", nameof(CaseFacts.MappaLevel), "MAPPA level", "Set the MAPPA level", isLive: true, least: 0, most: 3,
            read: facts => facts.MappaLevel is { HasValue: true, Value: MappaLevel.ToBeConfirmed } open ? Known<FactValue>.Unknown(open.From) : Counted(facts.MappaLevel, level => (decimal)(int)level)),
        Number("mappa.category", nameof(CaseFacts.MappaCategory), "MAPPA category", "Record the MAPPA category", isLive: true, least: 0, most: 4,
            read: facts => Counted(facts.MappaCategory, category => (decimal)(int)category)),
        YesNo("flags.ppo", nameof(CaseFacts.IsPpoOrIom), "Priority offender", "Record whether the person is a priority offender",
            "the person is a prolific or other priority offender, or under integrated offender management", "the person is not a priority offender", facts => facts.IsPpoOrIom, isLive: true),
        YesNo("flags.child_concern", nameof(CaseFacts.HasChildConcern), "Concern for children", "Screen for concerns for children",
            "there is a concern for children", "there is no concern for children", facts => facts.HasChildConcern, isLive: true),
        YesNo("flags.domestic_abuse", nameof(CaseFacts.HasDomesticAbuse), "Domestic abuse", "Assess whether there is domestic abuse",
            "there is domestic abuse", "there is no domestic abuse", facts => facts.HasDomesticAbuse, isLive: true),
        YesNo("flags.foreign_national", nameof(CaseFacts.IsForeignNational), "Foreign national", "Record the nationality",
            "the person is a foreign national", "the person is not a foreign national", facts => facts.IsForeignNational, isLive: true),
        YesNo("flags.monitoring", nameof(CaseFacts.IsMonitored), "Communications monitored", "Record whether communications are monitored",
            "communications are monitored", "communications are not monitored", facts => facts.IsMonitored, isLive: true),
        YesNo("flags.child_contact_restricted", nameof(CaseFacts.IsChildContactRestricted), "Contact with children restricted", "Record whether contact with children is restricted",
            "contact with children is restricted", "contact with children is not restricted", facts => facts.IsChildContactRestricted, isLive: true),
        YesNo("victim.statutory", nameof(CaseFacts.IsVictimStatutory), "Victim contact scheme applies", "Record whether the victim contact scheme applies",
            "the victim contact scheme applies", "the victim contact scheme does not apply", facts => facts.IsVictimStatutory, isLive: true),
        YesNo("victim.opted_in", nameof(CaseFacts.IsVictimOptedIn), "Victim opted in", "Record whether a victim has opted in",
            "a victim has opted in to the contact scheme", "no victim has opted in to the contact scheme", facts => facts.IsVictimOptedIn, isLive: true),
        YesNo("offence.mappa_schedule", nameof(CaseFacts.HasMappaScheduleOffence), "Offence that makes a MAPPA case", "Record the offence as the list of offences names it",
            "the offence is one that makes a MAPPA case", "the offence is not one that makes a MAPPA case", facts => facts.HasMappaScheduleOffence),
        YesNo("offence.sfo", nameof(CaseFacts.IsChargedWithSfo), "Charged with a serious further offence", "Record the charge",
            "the person is charged with a serious further offence", "the person is not charged with a serious further offence", facts => facts.IsChargedWithSfo),
    ];

    private static IEnumerable<FactWord> OfWork() =>
    [
        YesNo("plan.exists", nameof(CaseFacts.HasActivePlan), "Sentence plan in force", "Record the sentence plan",
            "a sentence plan is in force", "no sentence plan is in force", facts => facts.HasActivePlan),
        YesNo("plan.programme_required", nameof(CaseFacts.IsProgrammeRequired), "Accredited programme required", "Record whether an accredited programme is required",
            "an accredited programme is required", "no accredited programme is required", facts => facts.IsProgrammeRequired),
        YesNo("programme.completed", nameof(CaseFacts.HasCompletedProgramme), "Programme completed", "Record what came of the programme",
            "a programme was completed in this sentence", "no programme was completed in this sentence", facts => facts.HasCompletedProgramme),
        Number("contact.failures_12m", nameof(CaseFacts.FailuresLast12Months), "Failures to comply in 12 months", "Record the outcome of appointments",
            facts => Counted(facts.FailuresLast12Months), least: 0, isLasting: false),
        Number("contact.failures_licence", nameof(CaseFacts.FailuresOnLicence), "Failures to comply on this licence", "Record the outcome of appointments",
            facts => Counted(facts.FailuresOnLicence), least: 0, isLasting: false),
        YesNo("prison.key_work", nameof(CaseFacts.PrisonUsesKeyWork), "Prison has key work", "Record the prison",
            "the prison has key work", "the prison has no key work", facts => facts.PrisonUsesKeyWork, isLasting: false),
        Word("report.kind", nameof(CaseFacts.CourtReportKind), "Kind of court report", "Record the kind of court report", isLive: false,
            ["standard", "fast", "oral"],
            facts => Said(facts.CourtReportKind, kind => kind switch { CourtReportKind.Standard => "standard", CourtReportKind.Fast => "fast", _ => "oral" })),
        Word("inspection.kind", nameof(CaseFacts.InspectionKind), "Kind of inspection", "Record the kind of inspection", isLive: false,
            ["omi2", "omi_prison", "ratings"],
            facts => Said(facts.InspectionKind, kind => kind switch { InspectionKind.Omi2 => "omi2", InspectionKind.OmiPrison => "omi_prison", _ => "ratings" })),
    ];

    private static IEnumerable<FactWord> OfPerson() =>
    [
        YesNo("person.high_complexity", nameof(CaseFacts.IsHighComplexity), "High complexity of need", "Record the complexity of need",
            "complexity of need is high", "complexity of need is not high", facts => facts.IsHighComplexity),
        YesNo("person.young_adult", nameof(CaseFacts.IsYoungAdult), "Young adult estate", "Record the security category and date of birth",
            "the person is aged 18 to 20 and in the young adult estate", "the person is not a young adult in the young adult estate", facts => facts.IsYoungAdult, isLasting: false),
    ];

    private static FactWord YesNo(
        string name, string member, string caption, string missing, string yes, string no, Func<CaseFacts, Known<bool>> read, bool isLive = false, bool isLasting = true) =>
        new(name, FactType.Bool, facts => Answered(read(facts)))
        {
            Caption = caption,
            MissingWork = missing,
            CaseFactsName = member,
            Yes = yes,
            No = no,
            IsLive = isLive,
            IsLasting = isLasting,
        };

    private static FactWord Number(
        string name, string member, string caption, string missing, Func<CaseFacts, Known<FactValue>> read,
        decimal? least = null, decimal? most = null, bool isLive = false, bool isLasting = true) =>
        new(name, FactType.Number, read) { Caption = caption, MissingWork = missing, CaseFactsName = member, Least = least, Most = most, IsLive = isLive, IsLasting = isLasting };

    private static FactWord Word(
        string name, string member, string caption, string missing, bool isLive, string[] words, Func<CaseFacts, Known<FactValue>> read, bool isLasting = true) =>
        new(name, FactType.Word, read) { Caption = caption, MissingWork = missing, CaseFactsName = member, Words = words, IsLive = isLive, IsLasting = isLasting };

    private static string Level(RoshLevel level) => level switch
    {
        RoshLevel.NotAnalysed => "none",
        RoshLevel.Low => "low",
        RoshLevel.Medium => "medium",
        RoshLevel.High => "high",
        _ => "very_high",
    };

    private static Known<FactValue> Answered(Known<bool> fact) => fact.State switch
    {
        KnownState.Value => Known<FactValue>.Of(FactValue.Of(fact.Value), fact.From),
        KnownState.None => Known<FactValue>.None(fact.From),
        _ => Known<FactValue>.Unknown(fact.From),
    };

    private static Known<FactValue> Said<T>(Known<T> fact, Func<T, string> word) => fact.State switch
    {
        KnownState.Value => Known<FactValue>.Of(FactValue.Of(word(fact.Value!)), fact.From),
        KnownState.None => Known<FactValue>.None(fact.From),
        _ => Known<FactValue>.Unknown(fact.From),
    };

    private static Known<FactValue> Counted(Known<int> fact) => Counted(fact, static count => count);

    private static Known<FactValue> Counted(Known<decimal> fact) => Counted(fact, static count => count);

    private static Known<FactValue> Counted<T>(Known<T> fact, Func<T, decimal> count) => fact.State switch
    {
        KnownState.Value => Known<FactValue>.Of(FactValue.Of(count(fact.Value!)), fact.From),
        KnownState.None => Known<FactValue>.None(fact.From),
        _ => Known<FactValue>.Unknown(fact.From),
    };
}
