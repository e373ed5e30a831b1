using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Facts;

/// <content>The tier of the case by each scheme, worked out from what is on record.</content>
public sealed partial class CaseFacts
{
    /// <summary>Questions of OASys that each need is scored by, as far as scorings keep their answers.</summary>
    private static readonly (string Need, string[] Answers)[] NeedAnswers =
    [
        ("ACCOMMODATION", ["q3_3_nfa", "q3_4"]), ("EDUCATION_TRAINING_AND_EMPLOYABILITY", ["q4_2"]), ("LIFESTYLE_AND_ASSOCIATES", ["q7_2"]), ("DRUG_MISUSE", ["q8_current", "q8_8"]),
        ("ALCOHOL_MISUSE", ["q9_1", "q9_2"]), ("THINKING_AND_BEHAVIOUR", ["q11_6", "q11_7", "q11_9"]), ("ATTITUDES", ["q12_1"]),
    ];

    private static readonly string[] ResettlementNeeds = ["ACCOMMODATION", "EDUCATION_TRAINING_AND_EMPLOYABILITY", "DRUG_MISUSE", "ALCOHOL_MISUSE"];

    /// <summary>Protect and change. RoSH is the level in force from whatever source; a level of MAPPA may come from an alert. Without RoSH, RSR and
    /// MAPPA there is nothing to begin with, and no tier.</summary>
    public Explained<TierResult> TierV2 => Kept(() =>
    {
        var protect = new ProtectInputs
        {
            Rsr = Rsr.HasValue ? Rsr.Value : null,
            Rosh = RoshCommunity.HasValue ? RoshCommunity.Value : null,
            MappaLevel = MappaNumber,
            ComplexityFactors = ComplexityFactors,
            WomenPoints = Sex is { HasValue: true, Value: Facts.Sex.Female } ? ProtectAxis.WomenPoints(isCarer: false, IsImpulsiveOrLosesTemper, HasBreachOrRecallInLastYear) : 0,
        };
        var change = new ChangeInputs
        {
            HasMandate = SupervisedEvents.Any(e => e.GivesMandate),
            HasAssessment = CompleteAssessments.Count > 0,
            Needs = NeedSeverities,
            HasAllAnswers = false,
            Ogrs = Ogrs3TwoYear.HasValue ? Ogrs3TwoYear.Value : null,
            IsIom = IsIom.Value,
        };
        var judged = ProtectAndChangeTier.For(protect, change, IsRegistered("PRC"));
        return protect is { Rsr: null, Rosh: null, MappaLevel: null or 0 }
            ? judged with { Value = new(TierScheme.V2, TierState.Missing, null) { Missing = judged.Value.Missing }, Because = "There is no tier: neither RoSH, nor RSR, nor a level of MAPPA is recorded." }
            : judged;
    });

    /// <summary>A to G. Predictors are those that are kept with the latest complete assessment that has them.</summary>
    public Explained<TierResult> TierV3 => Kept(() =>
    {
        var inputs = new SupervisionTierInputs
        {
            AsAt = AsAt,
            HasActiveEvent = HasActiveEvent.Value,
            Arp = Arp.Value?.Percent,
            ArpIsStatic = Arp.Value?.IsStatic,
            Csrp = Csrp.Value?.Percent,
            CsrpIsStatic = Csrp.Value?.IsStatic,
            DcSrp = DcSrp.Value?.Percent,
            DcSrpBand = DcSrp.Value?.Band,
            Rosh = RoshCommunity.HasValue ? RoshCommunity.Value : null,
            IsMappa = MappaCategory.Value is not Facts.MappaCategory.None,
            IsLifeOrIpp = IsIndeterminate.Value || IsRegistered("INLL"),
            LatestReleaseOn = LatestReleaseOn,
            IsDomesticAbuse = IsRegistered("ADVP") || IsRegistered("REG30"),
            IsStalking = IsRegistered("SPO"),
            IsChildProtection = IsRegistered("RCPR"),
            HasSexualOffence = HasSexualOffenceEver.Value,
        };
        return SupervisionTier.For(inputs) switch
        {
            Outcome<Explained<TierResult>>.Done { Value: var judged } => judged,
            Outcome<Explained<TierResult>>.Refused { Why: [var why, ..] } => new(
                new(TierScheme.V3, TierState.Contradictory, null) { Missing = ["Calculate the predictors again"] }, "tier/V3", $"There is no tier. {why.Message}.", SupervisionTier.Source, []),
            _ => throw new InvalidOperationException("A tier is neither given nor refused."),
        };
    });

    /// <summary>1 to 4, as the framework of 2006 gives it; what a manager chose stands beside it.</summary>
    public Explained<TierResult> Tier2006 => Kept(() => NominalTier.For(new()
    {
        Rosh = RoshCommunity.HasValue ? RoshCommunity.Value : null,
        MappaLevel = MappaNumber,
        IsPpo = IsPpo.Value,
        IsIndeterminate = IsIndeterminate.Value,
        Ogrs = Ogrs3TwoYear.HasValue ? Ogrs3TwoYear.Value : null,
        RequiresProgramme = IsProgrammeRequired.Value,
        ComplexityFactors = ComplexityFactors,
        HasNeed = ResettlementNeeds.Any(need => NeedSeverities.GetValueOrDefault(need) is not NeedSeverity.None) || AnswerOf("q3_3_nfa") > 0,
    }));

    /// <summary>The tier of 2006 that a manager chose and that is in force; <see langword="null"/> where none did.</summary>
    public TierChoice? ChosenTier => LatestInForce(_history.TierChoices);

    private int? MappaNumber => MappaLevel.Value switch
    {
        Facts.MappaLevel.L1 => 1,
        Facts.MappaLevel.L2 => 2,
        Facts.MappaLevel.L3 => 3,
        _ => null,
    };

    private int ComplexityFactors => ActiveRegistrations.Select(r => r.Code).Distinct(StringComparer.Ordinal).Count(TierTables.ComplexityRegisters.Contains);

    private bool IsRegistered(string code) => ActiveRegistrations.Any(r => r.Code == code);

    private IReadOnlyDictionary<string, NeedSeverity> NeedSeverities => Kept<IReadOnlyDictionary<string, NeedSeverity>>(() =>
    {
        Dictionary<string, NeedSeverity> severities = [];
        foreach (var (need, questions) in NeedAnswers)
        {
            var answers = questions.Select(AnswerOf).Where(answer => answer is not null).ToList();
            if (CriminogenicNeeds.Find(need)!.SeverityOf(answers.Count == 0 ? null : answers.Sum()) is { } severity)
            {
                severities[need] = severity;
            }
        }

        return severities;
    });

    private bool IsImpulsiveOrLosesTemper => AnswerOf("q11_2") > 0 || AnswerOf("q11_4") > 0;

    /// <summary>A return on recall, or proceedings for breach, in the year that ends with the day.</summary>
    private bool HasBreachOrRecallInLastYear => HasActiveEvent.Value
        && ((ReturnedToCustodyOn.HasValue && ReturnedToCustodyOn.Value > AsAt.AddYears(-1))
            || _history.Contacts.Any(contact => contact.EnforcementCode is "IBR" or "BRE" or "EA09" or "EA11" or "IMB" && Counts(contact) && contact.Day > AsAt.AddYears(-1)));

    /// <summary>Prison sentences and orders in force, as the change axis reads them.</summary>
    private IEnumerable<SupervisedEvent> SupervisedEvents =>
    [
        .. ActiveSentences.Where(s => ClassOf(s) is Facts.SentenceClass.CustodyDeterminate or Facts.SentenceClass.CustodyIndeterminate).Select(_ => new SupervisedEvent("NC", true, [])),
        .. ActiveOrders.Count > 0 && ActiveRequirements.Count > 0
            ? [new SupervisedEvent("SP", true, [.. ActiveRequirements.Select(r => new SupervisedRequirement(r.CategoryCode ?? (r.IsUnpaidWork ? "W" : r.Category), r.IsRestrictive))])]
            : Array.Empty<SupervisedEvent>(),
    ];

    /// <summary>The last release on licence, or one that is to come.</summary>
    private DateOnly? LatestReleaseOn => ConfirmedReleaseDate is { HasValue: true, Value: var confirmed } && confirmed > AsAt ? confirmed
        : Moves.Where(m => m.Type == "REL" && m.Reason.StartsWith("L-", StringComparison.Ordinal) && m.Reason is not ("L-HOSP" or "L-BAIL")).MaxBy(m => m.HappenedAt)?.HappenedAt.LondonDate;

    /// <summary>An answer of the latest scoring as the change axis counts it: yes 2, none 0, some 1, significant 2.</summary>
    private int? AnswerOf(string key) => RiskScorings.FirstOrDefault(scoring => scoring.Answers.Count > 0)?.Answers.FirstOrDefault(answer => answer.Key == key)?.Value switch
    {
        "Y" => 2,
        "N" or "0" => 0,
        "1" => 1,
        "2" => 2,
        _ => null,
    };
}
