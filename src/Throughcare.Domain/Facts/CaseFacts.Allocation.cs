using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Facts;

/// <content>Tier and complexity of need.</content>
public sealed partial class CaseFacts
{
    /// <summary>Recorded in the women's estate; none for a man.</summary>
    public Known<ComplexityOfNeed> ComplexityOfNeed => Lasting(() =>
        Sex is { HasValue: true, Value: Facts.Sex.Male } ? Known<ComplexityOfNeed>.None(Sex.From)
        : LatestInForce(_history.Complexities) is { } record ? Known<ComplexityOfNeed>.Of(record.Level, record)
        : Known<ComplexityOfNeed>.Unknown());

    /// <summary>A man's is never high; unknown for a woman without a record.</summary>
    public Known<bool> IsHighComplexity => Lasting(() => ComplexityOfNeed.State switch
    {
        KnownState.None => Known<bool>.Of(false, ComplexityOfNeed.From),
        KnownState.Value => Known<bool>.Of(ComplexityOfNeed.Value is Facts.ComplexityOfNeed.High, ComplexityOfNeed.From),
        _ => Known<bool>.Unknown(),
    });

    /// <summary>The tier of the older scheme, 1 to 4: as a manager chose it, else as recorded, else as it is worked out where nothing is missing.</summary>
    public Known<int> TierNom => Lasting(() =>
        ChosenTier is { } chosen ? Known<int>.Of(chosen.Tier, chosen)
        : InForce(_history.Tiers).Find(tier => tier.Tier is ['1' or '2' or '3' or '4']) is { } recorded ? Known<int>.Of(recorded.Tier[0] - '0', recorded)
        : Tier2006.Value is { State: TierState.Tiered, IsProvisional: false, Tier: [var digit] } ? Known<int>.Of(digit - '0', [.. RoshCommunity.From, .. Ogrs3TwoYear.From])
        : Known<int>.Unknown());

    /// <summary>The tier that an allocation reads, with what follows its letter: as it is worked out by both axes, else the one in a source,
    /// else the one typed by hand.</summary>
    public Known<string> AllocationTier => Once(() =>
        TierV2.Value is { State: TierState.Tiered, Tier: { } worked } ? Known<string>.Of(worked, [.. RoshCommunity.From, .. Rsr.From, .. MappaLevel.From])
        : InForce(_history.Tiers).Find(tier => tier.Tier is [>= 'A' and <= 'G', ..]) is { } recorded ? Known<string>.Of(recorded.Tier, recorded)
        : InForce(_history.CaseInformation).Find(typed => typed.Tier is not null) is { } typed ? Known<string>.Of(typed.Tier!, typed)
        : Known<string>.Unknown());

    /// <summary>The level of risk that an allocation reads: the one that was assessed, else the one typed by hand.</summary>
    public Known<RoshLevel> AllocationRosh => Lasting(() => RoshCommunity.HasValue ? RoshCommunity
        : InForce(_history.CaseInformation).FirstOrDefault(typed => typed.Rosh is not null) is { } typed ? Known<RoshLevel>.Of(typed.Rosh!.Value, typed)
        : Known<RoshLevel>.Unknown());

    /// <summary>The day from which time for an allocation counts: the later of the start of the sentence and the last reception here.</summary>
    public Known<DateOnly> AllocationArrival => Lasting(() => ArrivedOn.Then(received =>
        AllocationClock.ArrivedOn(SentenceStartDate.HasValue ? SentenceStartDate.Value : null, received)!.Value));

    /// <summary>The POM of this prison; somebody whom a file names without a place counts as one of it.</summary>
    public Known<ManagerAssignment> PomHere => Lasting(() =>
        Pom is { HasValue: true, Value: { } pom } && pom.Name != DecideCase.Unallocated && (pom.Place is null || !EstablishmentCode.HasValue || pom.Place == EstablishmentCode.Value) ? Pom : Known<ManagerAssignment>.None());

    /// <summary>By when a POM is due at this prison, and how that stands.</summary>
    public Explained<AllocationTiming> AllocationDue => Kept(() => AllocationClock.For(
        AllocationArrival.HasValue ? AllocationArrival.Value : null, PomHere.Value?.ValidFrom, AsAt));

    /// <summary>The delivery unit from which the person comes, and what says so.</summary>
    public Explained<HomeArea> HomeArea => Kept(() => HomeAreas.For(new()
    {
        On = SentenceStartDate.HasValue ? SentenceStartDate.Value : AsAt,
        Addresses = Begun(_history.Addresses),
        Court = GoverningSentence.Value?.Court is { } court ? court.Code ?? court.Raw : null,
        Unit = FirstUnit,
    }));

    /// <summary>The delivery unit that is told of the case: that of the COM, else that of the home area; <see langword="null"/>: there is none to tell.</summary>
    public PlaceCode? UnitToTell => UnitOfCom ?? HomeArea.Value.Pdu;

    /// <summary>The delivery unit of the COM; one that was closed counts as none.</summary>
    public PlaceCode? UnitOfCom => PduCode is { HasValue: true, Value: { } pdu } && ProbationPlaces.Find(pdu) is { IsActive: true } ? new PlaceCode(pdu) : null;

    private PlaceCode? FirstUnit => Managers
        .Where(m => m is { Role: Role.Com, Part: ManagerPart.Primary, Place: not null } && (!SentenceStartDate.HasValue || m.ValidTo is null || m.ValidTo >= SentenceStartDate.Value))
        .OrderBy(m => m.ValidFrom)
        .Select(m => ProbationPlaces.Find(m.Place!.Value.Text) ?? Places.PduOfTeam(m.Place.Value.Text))
        .Where(place => place is { Level: ProbationLevel.Pdu })
        .Select(place => (PlaceCode?)new PlaceCode(place!.Code)).FirstOrDefault();

    /// <summary>What an allocation lacks, by code: <c>tier</c>, <c>rosh</c> and <c>complexity</c>.</summary>
    /// <param name="strategy">The level of risk is needed where it is what recommends.</param>
    public IReadOnlyList<string> MissingForAllocation(RecommendationStrategy strategy = RecommendationStrategy.Tier) => new AllocationNeeds(
        AllocationTier.Value, AllocationRosh.HasValue, strategy is RecommendationStrategy.Rosh, IsInWomensPrison.Value, LatestInForce(_history.Complexities) is not null).Missing;
}
