using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Facts;

/// <content>Scope of offender management, who leads the case and when it is handed over.</content>
public sealed partial class CaseFacts
{
    private static readonly DateOnly EveryCaseInside = new(2024, 10, 16);

    /// <summary>Whether the case is in scope of offender management on the day, and why.</summary>
    public Explained<ScopeResult> Scope => Kept(() => ScopeRules.For(ScopeInput));

    /// <summary>In scope of the offender management model in custody, from Phase II on 1 November 2006 to 30 September 2019; a case that only
    /// the prison chose does not count. Unknown where something that decides is.</summary>
    public Known<bool> IsInOldModelScope => Once(() =>
        AsAt < ScopePhases.Start("P2") || AsAt > ScopePhases.OldModelEnded
            ? Known<bool>.Of(false, SentenceKind.From)
            : Said(ScopeRules.PhaseReason(ScopeInput with { IsInCommunity = false }), [.. SentenceKind.From, .. SentenceLengthMonths.From, .. IsPpo.From]));

    /// <summary>In scope of offender management in custody, and inside while it was brought in: on or after its start in this kind of prison,
    /// and until 15 October 2024 by the dates of its cohort.</summary>
    public Known<bool> IsInOmicPolicy => Once(() =>
    {
        if (AsAt < ScopePhases.OmicStart(isWelsh: true))
        {
            return Known<bool>.Of(false);
        }

        FactVersion[] from = [.. SentenceKind.From, .. KeyDatesSource];
        var scope = Said(ScopeRules.OmicReason(ScopeInput with { IsInCommunity = false }), from);
        return scope is not { HasValue: true, Value: true } ? scope
            : AsAt < EstateStart ? Known<bool>.Of(false, EstablishmentCode.From)
            : AsAt >= EveryCaseInside || IsImmigrationDetainee.Value ? scope
            : Known<bool>.Of(
                OmicPolicy.Includes(Cohort, DateOf(SentenceStartDate), DateOf(HandoverReleaseDate), IsInOpenConditions.Value, OpenPrisonRulesApply.Value), from);
    });

    /// <summary>Who leads by the rules on the day, and from when; what was set by hand does not count here.</summary>
    public Explained<HandoverResult> Handover => Kept(() =>
        IsOutsidePrison ? HandoverRules.Without(HandoverProblem.NotInCustody, HandoverInput, "")
        : Scope.Value is not { InScope: true, IsLocal: false } || AsAt < ScopePhases.OmicStart(IsInWelshPrison)
            ? HandoverRules.Without(AsAt < ScopePhases.OmicStart(IsInWelshPrison) ? HandoverProblem.BeforeTheRules : HandoverProblem.OutsideScope, HandoverInput, "")
        : HandoverRules.For(HandoverInput));

    /// <summary>What was set by hand and is in force; <see langword="null"/> where nothing is.</summary>
    public ResponsibilityOverride? ResponsibilityOverride => LatestInForce(_history.ResponsibilityOverrides);

    /// <summary>Who leads the case on the day: what was set by hand first, then the rules; under the model before them the COM of every case
    /// in scope. None where nobody has to.</summary>
    public Explained<Responsibility?> Responsibility => Kept(Leads);

    /// <summary>Where the case stands with early allocation to the community.</summary>
    public Explained<EarlyAllocationResult> EarlyAllocationState => Kept(() => EarlyAllocationRules.For(
        Begun(_history.EarlyAllocations), ReleaseDates, DateOf(SentenceStartDate), DateOf(LicenceEndDate), AsAt));

    /// <summary>Every assessment for early allocation by the day, the latest first.</summary>
    public IReadOnlyList<EarlyAllocationAssessment> EarlyAllocations => LastingKept(() => Begun(_history.EarlyAllocations));

    /// <summary>How far the tasks of the handover are; <see langword="null"/> where none was done.</summary>
    public HandoverProgress? HandoverProgress => LatestInForce(_history.HandoverProgress);

    /// <summary>The first day from <paramref name="from"/> on, up to the day, on which an assessment was completed.</summary>
    public DateOnly? OasysCompletedSince(DateOnly from) => CompleteAssessments.Where(a => a.CompletedOn >= from && a.CompletedOn <= AsAt).Min(a => a.CompletedOn);

    /// <summary>The first day from <paramref name="from"/> on, up to the day, of a contact of this type.</summary>
    public DateOnly? ContactOfTypeSince(string type, DateOnly from) =>
        _history.Contacts.Where(contact => contact.Type == type && contact.Day >= from && Counts(contact)).Select(contact => (DateOnly?)contact.Day).Min();

    /// <summary>The prison chose to manage the case.</summary>
    public ScopeExtension? ScopeExtension => LatestInForce(_history.ScopeExtensions);

    /// <summary>What was typed by hand for an allocation; <see langword="null"/> where nothing was.</summary>
    public CaseInformation? CaseInformation => LatestInForce(_history.CaseInformation);

    /// <summary>The probation record, or what was typed in its place, is there.</summary>
    public Known<bool> HasCaseInformation => Lasting(() =>
        CaseInformation is { } typed ? Known<bool>.Of(true, typed)
        : Known<bool>.Of(NumberOf(IdentifierKind.Crn).HasValue || ActiveDisposals.Count > 0, [.. ActiveDisposals]));

    /// <summary>Who answers for the case; none out of scope, unknown where it can not be worked out.</summary>
    public Known<ResponsibleManager> ResponsibleManager => Once(() => Responsibility.Value switch
    {
        Allocation.Responsibility.Community => Known<ResponsibleManager>.Of(Facts.ResponsibleManager.Com, HandoverSource),
        not null => Known<ResponsibleManager>.Of(Facts.ResponsibleManager.Pom, HandoverSource),
        null => Scope.Value.InScope is false ? Known<ResponsibleManager>.None() : Known<ResponsibleManager>.Unknown(),
    });

    /// <summary>From when the COM supports; none where the handover has no dates.</summary>
    public Known<DateOnly> HandoverStartDate => Once(() => Handover.Value.StartOn.OrNone(HandoverSource));

    /// <summary>From when the COM leads; none where the handover has no dates.</summary>
    public Known<DateOnly> HandoverDate => Once(() => Handover.Value.HandoverOn.OrNone(HandoverSource));

    /// <summary>Missing without case information or a calculation.</summary>
    public Known<HandoverType> HandoverType => Once(() => Known<HandoverType>.Of(
        HandoverWork.TypeOf(HasCaseInformation.Value ? Handover.Value.Reason : null, CaseInformation?.Resourcing is { } resourcing ? resourcing is Resourcing.Enhanced : null),
        HandoverSource));

    /// <summary>An early allocation to the community is in force.</summary>
    public Known<bool> IsEarlyAllocation => Once(() => Known<bool>.Of(
        EarlyAllocationState.Value.InForce, EarlyAllocationState.Value.LastAssessment is { } last ? [last] : []));

    /// <summary>The cohort by which offender management in custody was brought in.</summary>
    private OmicCohort Cohort => IsInWomensPrison.Value ? OmicCohort.Women : OmicPolicy.CohortOf(DateOf(EstablishmentCode)?.Text, IsWelshCase.Value);

    private bool IsInWelshPrison => EstablishmentCountry.Value == "Wales";

    /// <summary>In the community, released, or in removal: no prison answers for the case.</summary>
    private bool IsOutsidePrison => RulePlace is { HasValue: true, Value: Facts.RulePlace.Community or Facts.RulePlace.Closed or Facts.RulePlace.ImmigrationRemoval };

    private DateOnly EstateStart => Prison?.ShortName == "Prescoed" && IsWelshCase.Value ? OmicPolicy.PrescoedStart
        : ScopePhases.OmicStart(IsInWomensPrison.Value ? PrisonType.Womens : Prison is { IsOpenConditions: true } ? PrisonType.MensOpen : PrisonType.MensClosed, IsInWelshPrison);

    private IReadOnlyList<FactVersion> HandoverSource => [.. KeyDatesSource, .. GoverningSentence.From];

    private ScopeInput ScopeInput => new()
    {
        On = AsAt,
        Age = AgeYears.HasValue ? AgeYears.Value : null,
        Sentence = SentenceKind.HasValue ? SentenceKind.Value : null,
        StatusCode = HasCriminalSentence && SentenceCodes.IsCivil(ImprisonmentStatusCode.Value) ? null : ImprisonmentStatusCode.Value,
        Months = SentenceLengthMonths.HasValue ? SentenceLengthMonths.Value : null,
        Rosh = RoshCommunity.HasValue ? RoshCommunity.Value : null,
        IsPpo = IsPpo.Value,
        PpoArea = PpoArea.Value,
        IsInCommunity = RulePlace is { HasValue: true, Value: Facts.RulePlace.Community } && SupervisionKind.Value is not Facts.SupervisionKind.None,
        IsWelsh = IsInWelshPrison,
        HasSentenceStart = SentenceStartDate.HasValue && SentenceKind is not { HasValue: true, Value: Facts.SentenceKind.None },
        HasAnyReleaseDate = Crd.HasValue || Ard.HasValue || Ped.HasValue || Hdced.HasValue || Ted.HasValue,
        IsIndeterminate = IsIndeterminate.Value,
        IsExtendedLocally = ScopeExtension is not null,
    };

    /// <summary>A civil status beside a criminal sentence does not make a civil prisoner.</summary>
    private bool HasCriminalSentence => ActiveSentences.Any(s => ClassOf(s) is Facts.SentenceClass.CustodyDeterminate or Facts.SentenceClass.CustodyIndeterminate);

    private HandoverInput HandoverInput => new()
    {
        On = AsAt,
        IsIndeterminate = IsIndeterminate.Value,
        SentenceStart = DateOf(SentenceStartDate),
        Dates = ReleaseDates,
        IsRecalled = IsRecalled.Value,
        IsImmigrationCase = IsImmigrationDetainee.Value,
        IsEarlyAllocation = EarlyAllocationState.Value.InForce,
        HasAdditionalIndeterminateSentence = HasAdditionalIndeterminateSentence.Value,
        LastHearingOutcome = LastParoleOutcome.HasValue ? (LastParoleOutcome.Value is ParoleOutcome.Release ? ParoleRules.Release : $"{LastParoleOutcome.Value}") : null,
        MappaLevel = MappaLevel.Value switch { Facts.MappaLevel.L1 => 1, Facts.MappaLevel.L2 => 2, Facts.MappaLevel.L3 => 3, _ => null },
        IsInOpenConditions = IsInOpenConditions.Value,
        OpenPrisonRulesApply = OpenPrisonRulesApply.Value,
        IsInWomensPrison = IsInWomensPrison.Value,
        CategorySince = DateOf(SecurityCategorySince),
        PrisonArrival = DateOf(ArrivedOn),
        Cohort = Cohort,
        IsCompanyCase = Provider is { HasValue: true, Value: Facts.Provider.Crc },
    };

    private Explained<Responsibility?> Leads()
    {
        var handover = Handover;
        if (ResponsibilityOverride is { } byHand)
        {
            var reason = OverrideReasons.Find(OverrideReasons.OfResponsibility, byHand.ReasonCode)?.Description ?? byHand.ReasonCode;
            return new(
                ResponsibilityRules.Effective(handover.Value.Responsibility, byHand.Side), "responsibility-override",
                $"Set by hand on {Words.LongDate(byHand.ValidFrom)}: {(byHand.Side is ResponsibilitySide.Probation ? "the COM leads" : "the POM leads, a COM supports")}. {reason}.",
                handover.Source,
                [new("Set by hand", byHand.Side is ResponsibilitySide.Probation ? "Community" : "Prison"), new("By the rules", handover.Value.Responsibility is { } by ? ResponsibilityRules.Say(by) : handover.Because), .. handover.Used]);
        }

        if (handover.Value.Problem is HandoverProblem.NotInCustody)
        {
            var isSupervised = SupervisionKind.Value is not Facts.SupervisionKind.None;
            return new(isSupervised ? Allocation.Responsibility.Community : null, handover.Rule, isSupervised ? handover.Because : "The person is neither in prison nor supervised in the community.", handover.Source, [new("Place", WhereWords)]);
        }

        if (handover.Value.Problem is HandoverProblem.BeforeTheRules && AsAt < ScopePhases.OmicStart(IsInWelshPrison))
        {
            return Scope.Value switch
            {
                { InScope: null } => new(null, "responsibility/old-model", Scope.Because, Scope.Source, Scope.Used),
                { InScope: true, IsLocal: false } => new(
                    Allocation.Responsibility.Community, "responsibility/old-model", $"{Scope.Because} The offender manager in the community leads from then to the end of the sentence.", Scope.Source, Scope.Used),
                _ => new(Allocation.Responsibility.CustodyOnly, "responsibility/old-model", $"{Scope.Because} The prison leads.", Scope.Source, Scope.Used),
            };
        }

        return new(handover.Value.Responsibility, handover.Rule, handover.Value.Problem is HandoverProblem.OutsideScope ? $"{handover.Because} {Scope.Because}" : handover.Because, handover.Source, handover.Used);
    }

    private static Known<bool> Said(string reason, IReadOnlyList<FactVersion> from) =>
        ScopeReasons.Of(reason).InScope is { } isIn ? Known<bool>.Of(isIn, from) : Known<bool>.Unknown(from);

    private static T? DateOf<T>(Known<T> known)
        where T : struct => known.HasValue ? known.Value : null;
}
