using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Facts;

/// <summary>Every version of every fact that rules read about one person, so that one load serves many dates.</summary>
/// <param name="personId">The person; the surviving one after a merge, whose history holds the facts of both.</param>
public sealed class CaseHistory(PersonId personId)
{
    private readonly Dictionary<(DateOnly AsAt, DateTimeOffset KnownAt), CaseFacts> _views = [];
    private readonly Dictionary<DateTimeOffset, KnownHistory> _known = [];

    public PersonId PersonId => personId;

    public IReadOnlyList<PersonIdentifier> Identifiers { get; init; } = [];

    public IReadOnlyList<PersonName> Names { get; init; } = [];

    public IReadOnlyList<PersonDetails> Details { get; init; } = [];

    public IReadOnlyList<IndividualNeed> Needs { get; init; } = [];

    /// <summary>Where they live or lived; other addresses may be left out.</summary>
    public IReadOnlyList<PersonAddress> Addresses { get; init; } = [];

    public IReadOnlyList<PersonCase> Cases { get; init; } = [];

    public IReadOnlyList<SentenceRecord> Sentences { get; init; } = [];

    public IReadOnlyList<Offence> Offences { get; init; } = [];

    public IReadOnlyList<KeyDates> KeyDates { get; init; } = [];

    public IReadOnlyList<CustodyEpisode> Episodes { get; init; } = [];

    public IReadOnlyList<CellLocation> Locations { get; init; } = [];

    public IReadOnlyList<CustodyStatus> Statuses { get; init; } = [];

    public IReadOnlyList<Movement> Movements { get; init; } = [];

    public IReadOnlyList<ManagerAssignment> Managers { get; init; } = [];

    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    public IReadOnlyList<AssessmentSummary> Assessments { get; init; } = [];

    public IReadOnlyList<RiskScoring> RiskScorings { get; init; } = [];

    public IReadOnlyList<PpoNomination> Nominations { get; init; } = [];

    public IReadOnlyList<VictimContact> VictimContacts { get; init; } = [];

    public IReadOnlyList<Registration> Registrations { get; init; } = [];

    public IReadOnlyList<RoshRecord> RoshRecords { get; init; } = [];

    public IReadOnlyList<PersonalCircumstance> Circumstances { get; init; } = [];

    public IReadOnlyList<Disposal> Disposals { get; init; } = [];

    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    public IReadOnlyList<AreaTransfer> AreaTransfers { get; init; } = [];

    public IReadOnlyList<AccessRestriction> Restrictions { get; init; } = [];

    /// <summary>Which documents are filed, without what is in them; empty where they were not asked for.</summary>
    public IReadOnlyList<DocumentGist> Documents { get; init; } = [];

    /// <summary>What rules read of every version of every contact; empty where it was not asked for.</summary>
    public IReadOnlyList<ContactGist> Contacts { get; init; } = [];

    public IReadOnlyList<RecordedTier> Tiers { get; init; } = [];

    public IReadOnlyList<AllocationRecord> Allocations { get; init; } = [];

    public IReadOnlyList<ResponsibilityOverride> ResponsibilityOverrides { get; init; } = [];

    public IReadOnlyList<EarlyAllocationAssessment> EarlyAllocations { get; init; } = [];

    public IReadOnlyList<HandoverProgress> HandoverProgress { get; init; } = [];

    public IReadOnlyList<CaseInformation> CaseInformation { get; init; } = [];

    public IReadOnlyList<ComplexityRecord> Complexities { get; init; } = [];

    public IReadOnlyList<ScopeExtension> ScopeExtensions { get; init; } = [];

    public IReadOnlyList<TierChoice> TierChoices { get; init; } = [];

    public IReadOnlyList<RecordedObjective> Objectives { get; init; } = [];

    public IReadOnlyList<RecordedIntervention> Interventions { get; init; } = [];

    /// <summary>When the first version of a fact was recorded; that of <paramref name="fact"/> where no earlier one was loaded.</summary>
    public DateTimeOffset FirstRecordedAt(FactVersion fact)
    {
        var versions = fact switch
        {
            ManagerAssignment => Managers,
            AssessmentSummary => Assessments,
            Registration => Registrations,
            Movement => Movements,
            _ => (IReadOnlyList<FactVersion>)[],
        };
        foreach (var version in versions)
        {
            if (version.Id == fact.Id && version.Version == 1)
            {
                return version.Recorded.At;
            }
        }

        return fact.Recorded.At;
    }

    /// <summary>What is true on a day, as it was known at an instant. The same view is given again for the same two.</summary>
    /// <param name="asAt">The day in London.</param>
    /// <param name="knownAt">Entries recorded later do not count.</param>
    public CaseFacts At(DateOnly asAt, DateTimeOffset knownAt)
    {
        if (!_views.TryGetValue((asAt, knownAt), out var facts))
        {
            _views[(asAt, knownAt)] = facts = new CaseFacts(this, KnownAt(knownAt), asAt, knownAt);
        }

        return facts;
    }

    /// <summary>The days on which something of the record begins to be true, or no longer is, in order.</summary>
    /// <param name="knownAt">Entries recorded later do not count.</param>
    internal DateOnly[] ChangeDaysKnownAt(DateTimeOffset knownAt) => KnownAt(knownAt).ChangeDays;

    private KnownHistory KnownAt(DateTimeOffset knownAt)
    {
        if (!_known.TryGetValue(knownAt, out var known))
        {
            _known[knownAt] = known = new(this, knownAt);
        }

        return known;
    }
}
