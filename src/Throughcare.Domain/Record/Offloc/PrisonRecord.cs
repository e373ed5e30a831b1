using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>What is on record of one person, as far as the files of prison and probation have a say in it: current versions that are
/// not withdrawn.</summary>
public sealed class PrisonRecord
{
    private readonly List<FactVersion> _all = [];

    public required PersonId PersonId { get; init; }

    /// <summary>Every fact that was added.</summary>
    public IReadOnlyList<FactVersion> All => _all;

    /// <summary>Not on record yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The prison number that the row gives is somebody else's on record, and somebody has to say whose it is.</summary>
    public bool IsNumberDisputed { get; set; }

    public List<PersonIdentifier> Identifiers { get; } = [];

    public List<PersonName> Names { get; } = [];

    public PersonDetails? Details { get; set; }

    public List<PersonAddress> Addresses { get; } = [];

    public List<PersonRelationship> Relationships { get; } = [];

    public List<PersonCase> Cases { get; } = [];

    public List<CustodyEpisode> Episodes { get; } = [];

    public List<CellLocation> Locations { get; } = [];

    public List<CustodyStatus> Statuses { get; } = [];

    public List<SentenceRecord> Sentences { get; } = [];

    public List<Offence> Offences { get; } = [];

    public List<KeyDates> KeyDates { get; } = [];

    public List<Movement> Movements { get; } = [];

    public List<PrisonActivity> Activities { get; } = [];

    public List<PrisonMarkers> Markers { get; } = [];

    public List<Alert> Alerts { get; } = [];

    public List<ManagerAssignment> Managers { get; } = [];

    public List<DataQualityItem> DataQuality { get; } = [];

    /// <summary>Where the person lives in prison now.</summary>
    public CellLocation? Location => Locations.Where(l => l.ValidTo is null).MaxBy(l => l.ValidFrom);

    /// <summary>How the person is held now.</summary>
    public CustodyStatus? Status => Statuses.Where(s => s.ValidTo is null).MaxBy(s => s.ValidFrom);

    public PersonCase? OpenCase => Cases.Where(c => c.ValidTo is null).MaxBy(c => c.ValidFrom);

    /// <summary>All facts of a kind.</summary>
    public IEnumerable<T> Of<T>()
        where T : FactVersion => _all.OfType<T>();

    /// <summary>Puts a fact where it belongs.</summary>
    public void Add(FactVersion fact)
    {
        _all.Add(fact);
        switch (fact)
        {
            case PersonIdentifier f: Identifiers.Add(f); break;
            case PersonName f: Names.Add(f); break;
            case PersonDetails f: Details = f; break;
            case PersonAddress f: Addresses.Add(f); break;
            case PersonRelationship f: Relationships.Add(f); break;
            case PersonCase f: Cases.Add(f); break;
            case CustodyEpisode f: Episodes.Add(f); break;
            case CellLocation f: Locations.Add(f); break;
            case CustodyStatus f: Statuses.Add(f); break;
            case SentenceRecord f: Sentences.Add(f); break;
            case Offence f: Offences.Add(f); break;
            case KeyDates f: KeyDates.Add(f); break;
            case Movement f: Movements.Add(f); break;
            case PrisonActivity f: Activities.Add(f); break;
            case PrisonMarkers f: Markers.Add(f); break;
            case Alert f: Alerts.Add(f); break;
            case ManagerAssignment f: Managers.Add(f); break;
            case DataQualityItem f: DataQuality.Add(f); break;
            case CaseInformation or Registration or RoshRecord or PersonalCircumstance or CourtEvent or Disposal or Requirement or AreaTransfer: break;
            default: throw new ArgumentException($"No file says anything about a {fact.GetType().Name}.", nameof(fact));
        }
    }
}
