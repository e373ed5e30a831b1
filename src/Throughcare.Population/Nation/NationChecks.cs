using System.Globalization;
using System.Text.RegularExpressions;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Population.Nation;

/// <summary>What came of one check of a population.</summary>
/// <param name="Passed"><see langword="null"/> where it was skipped: the part of the record that it looks at does not exist yet, or not at this size.</param>
public sealed record NationCheck(string Name, string Target, string Found, bool? Passed);

/// <summary>Looks at everybody of a population as they are made, and says whether the whole has the shape it should have.</summary>
public sealed partial class NationChecks
{
    private static readonly (string Name, string Room)[] Later =
    [
        ("OASys completed and on time, in scope and out of scope", "assessments and allocation"),
        ("Risk management plans completed and thorough", "assessments"),
        ("Sentence plans on time", "sentence plans"),
        ("Yearly least contact of the community manager", "standards"),
        ("Inspection of community samples: control, help, punish", "inspection"),
        ("Appointments in the next four weeks", "appointments"),
        ("Sentence plan boards in the next four weeks", "sentence plans"),
        ("Complexity of need recorded for the women in prison", "allocation"),
    ];

    private static readonly string[] OpenTransfers = ["Proposed", "Accepted"];

    private readonly NationOptions _options;
    private readonly DateOnly _asOf;
    private readonly DateOnly _firstContact;
    private readonly Dictionary<string, int> _custody = [];
    private readonly SortedDictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _special = new(StringComparer.Ordinal);
    private int _people;
    private int _inPrison;
    private int _womenInPrison;
    private int _thirties;
    private int _onProbation;
    private long _contacts;
    private long _oldContacts;
    private double _caseYears;
    private int _notFictional;
    private int _wrongDates;
    private int _wrongOpenings;
    private int _remandWithoutContacts;
    private int _releasesSoon;
    private int _transfersLately;
    private int _areaTransfersOpen;
    private int _booked;

    public NationChecks(NationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _asOf, _firstContact) = (options, options.AsOf, options.AsOf.AddMonths(-12));
    }

    public long Contacts => _contacts;

    public void Add(WholeRecord person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var last = new Dictionary<FactId, FactVersion>();
        foreach (var write in person.Acts.SelectMany(act => act.Writes))
        {
            last[write.After.Id] = write.After;
        }

        var seen = new Seen([.. last.Values]);
        _people++;
        _contacts += seen.Contacts.Count;
        _oldContacts += seen.Contacts.Count(contact => contact.ValidFrom < _firstContact);
        _wrongOpenings += seen.Of<PersonCase>().Count(opened => !Enum.IsDefined(opened.OpenedBy)) + (seen.Of<PersonCase>().Any() ? 0 : 1);
        Fictional(seen);
        Dates(seen);
        Places(seen);
        Years(seen);
        Specials(seen);
        _transfersLately += seen.Of<Movement>().Count(move => move is { Type: "ADM", Reason: "R-TRN" } && move.ValidFrom >= _asOf.AddDays(-84));
        _booked += seen.Of<TransferBooking>().Count(booking => booking.StandsOn(_asOf));
        _areaTransfersOpen += seen.Of<AreaTransfer>().Count(transfer => OpenTransfers.Contains(transfer.Status, StringComparer.Ordinal));
    }

    public IReadOnlyList<NationCheck> Report()
    {
        var isDemo = _options.Size.Name == PopulationSize.Demo.Name;
        var checks = new List<NationCheck>
        {
            Exact("People", _options.Size.People, _people),
            Exact("In prison", _options.Size.InCustody, _inPrison),
            Exact("On probation", _options.Size.OnProbation, _onProbation),
            Share("Remand, share of those in prison", "REMAND", 0.20, 0.01, isDemo),
            Share("Standard determinate sentence, share of those in prison", "SDS", 0.44, 0.01, isDemo),
            Share("Recall, share of those in prison", "RECALL", 0.14, 0.01, isDemo),
            isDemo ? Text("Women in prison", "80", _womenInPrison, _womenInPrison == 80) : Near("Women, share of those in prison", 0.04, (double)_womenInPrison / _inPrison, 0.005),
            Near("Aged 30 to 39, share of those in prison", 0.33, (double)_thirties / _inPrison, isDemo ? 3 * Math.Sqrt(0.33 * 0.67 / _inPrison) : 0.01),
            Text("Contacts in a case-year", "30 (28.5 to 31.5)", Number(_contacts / _caseYears), _contacts / _caseYears is >= 28.5 and <= 31.5),
            Exact("Identifiers, postcodes and numbers outside the kept ranges", 0, _notFictional),
            Exact("Cases that open at no reception, order or report", 0, _wrongOpenings),
            Exact("People on remand without contacts", 0, _remandWithoutContacts),
            Exact("People whose key dates are out of order", 0, _wrongDates),
            Exact("Contacts older than twelve months", 0, _oldContacts),
        };
        foreach (var wanted in Wanted)
        {
            checks.Add(Text($"At least one: {wanted}", "1 or more", _special.Contains(wanted) ? "yes" : "none", _special.Contains(wanted)));
        }

        if (isDemo)
        {
            foreach (var (place, people) in new[] { ("LHI", 230), ("LNI", 80), ("N55P07", 160), ("N54P05", 130) })
            {
                checks.Add(Exact($"People at {place}", people, _places.GetValueOrDefault(place)));
            }

            checks.Add(Text("Releases in the next four weeks", "3 or more", _releasesSoon, _releasesSoon >= 3));
            checks.Add(Text("Transfers in the last twelve weeks", "20 or more", _transfersLately, _transfersLately >= 20));
            checks.Add(Exact("Area transfers that are open", 5, _areaTransfersOpen));
            checks.Add(Exact("Transfers that are booked", 6, _booked));
        }

        checks.AddRange(Later.Select(later => new NationCheck(later.Name, $"from when {later.Room} exist", "skipped", null)));
        return checks;
    }

    private static readonly string[] Wanted =
    [
        "MAPPA level 3", "IPP ten years over tariff", "life", "EDS past parole eligibility", "SOPC", "foreign national to be deported", "PPO",
        "standard sentence released at two fifths", "fixed-term recall of 56 days", "victim contact", "temporary release", "Approved Premises", "transgender",
        "open ACCT", "no fixed abode", "no date of birth", "moved across regions", "no community manager", "second record of one person",
    ];

    private void Specials(Seen seen)
    {
        Mark("MAPPA level 3", seen.Of<Registration>().Any(r => r.MappaLevel == 3) || seen.Of<Alert>().Any(a => a.Code is "P44" or "P88"));
        var sentence = seen.Of<SentenceRecord>().FirstOrDefault();
        var dates = seen.Of<KeyDates>().FirstOrDefault();
        Mark("IPP ten years over tariff", sentence?.Type?.Code == "IPP" && dates?.Ted <= _asOf.AddYears(-10));
        Mark("life", sentence?.Type?.Code is "MLP" or "DLP");
        Mark("EDS past parole eligibility", sentence?.Type?.Code == "EDS21" && dates?.Ped < _asOf);
        Mark("SOPC", sentence?.Type?.Code == "SOPC21");
        Mark("foreign national to be deported", seen.Of<Alert>().Any(a => a.Code == "XSDEPORT"));
        Mark("PPO", seen.Of<PpoNomination>().Any(n => n.IsPpo));
        Mark("standard sentence released at two fifths", sentence is { Type.Code: "ADIMP_ORA" } && sentence.ValidFrom < new DateOnly(2024, 9, 10) && dates?.Crd > _asOf
            && (dates.Crd.Value.DayNumber - sentence.ValidFrom.DayNumber) * 100 < 45 * (dates.Sled!.Value.DayNumber - sentence.ValidFrom.DayNumber));
        Mark("fixed-term recall of 56 days", seen.Of<CustodyStatus>().Any(s => s.LegalStatus?.Code == "FTR/08"));
        Mark("victim contact", seen.Of<VictimContact>().Any());
        Mark("temporary release", seen.Of<Movement>().Any(m => m.Type == "TAP"));
        Mark("Approved Premises", seen.Of<PersonAddress>().Any(a => a.Relationship == "Approved Premises"));
        Mark("transgender", seen.Of<PersonDetails>().Any(d => d.GenderIdentity is { Code: "GIF" or "GIM" }));
        Mark("open ACCT", seen.Of<Alert>().Any(a => a is { Code: "HA", ValidTo: null }));
        Mark("no fixed abode", seen.Of<PersonAddress>().Any(a => a.NoFixedAbode));
        Mark("no date of birth", seen.Of<PersonDetails>().Any(d => d.DateOfBirth is null));
        Mark("moved across regions", seen.Of<AreaTransfer>().Any(t => t.Status == "Completed"));
        Mark("no community manager", seen.Location is not null && !seen.Of<ManagerAssignment>().Any(m => m.Role is Domain.Access.Role.Com));
        var name = seen.Of<PersonName>().FirstOrDefault(n => n.Type is NameType.Current);
        var born = seen.Of<PersonDetails>().FirstOrDefault()?.DateOfBirth;
        Mark("second record of one person", name is not null && (!_lastNames.Add($"{name.First} {name.Last} {born?.Year}") || !_lastNames.Add($"{name.First} {name.Last[..^1]} {born?.Year}")));

        void Mark(string what, bool isSo)
        {
            if (isSo)
            {
                _special.Add(what);
            }
        }
    }

    private readonly HashSet<string> _lastNames = new(StringComparer.Ordinal);

    private void Places(Seen seen)
    {
        var isOnProbation = seen.Of<PersonIdentifier>().Any(number => number.Kind is IdentifierKind.Crn);
        _onProbation += isOnProbation ? 1 : 0;
        if (seen.Location is not { } location)
        {
            var unit = seen.Of<ManagerAssignment>().Where(manager => manager is { Role: Domain.Access.Role.Com, ValidTo: null }).Select(manager => manager.Place?.Text).FirstOrDefault() ?? "";
            _places[unit] = _places.GetValueOrDefault(unit) + 1;
            return;
        }

        _inPrison++;
        _places[location.Prison.Text] = _places.GetValueOrDefault(location.Prison.Text) + 1;
        var details = seen.Of<PersonDetails>().First();
        _womenInPrison += details.Sex?.Code == "F" ? 1 : 0;
        _thirties += details.DateOfBirth?.AgeAsAt(_asOf) is >= 30 and <= 39 ? 1 : 0;
        var legal = seen.Of<CustodyStatus>().First(status => status.ValidTo is null).LegalStatus!.Value.Code;
        var kind = legal switch
        {
            "TRL" or "RX" or "SEC38" or "JR" => "REMAND",
            "ADIMP_ORA" or "YOI_ORA" or "SENT03" => "SDS",
            "14FTR_ORA" or "FTR_ORA" or "FTR/08" or "LR_ORA" => "RECALL",
            _ => "OTHER",
        };
        _custody[kind] = _custody.GetValueOrDefault(kind) + 1;
        _remandWithoutContacts += kind == "REMAND" && seen.Contacts.Count == 0 ? 1 : 0;
        var dates = seen.Of<KeyDates>().FirstOrDefault();
        var leaves = dates?.ConfirmedRelease ?? dates?.Prrd ?? dates?.Crd;
        _releasesSoon += leaves > _asOf && leaves <= _asOf.AddDays(28) ? 1 : 0;
    }

    private void Years(Seen seen)
    {
        var sentenced = seen.Of<SentenceRecord>().FirstOrDefault()?.ValidFrom;
        var held = seen.Of<CustodyEpisode>().FirstOrDefault(episode => episode.ValidTo is null)?.ValidFrom;
        var opened = seen.Of<PersonCase>().First().ValidFrom;
        Count(opened);
        if (held is not null && seen.Of<PersonIdentifier>().Any(number => number.Kind is IdentifierKind.Crn))
        {
            Count(sentenced ?? opened);   // probation's side of somebody in prison begins with the sentence
        }

        void Count(DateOnly from) => _caseYears += (_asOf.DayNumber - (from > _firstContact ? from : _firstContact).DayNumber) / 365.25;
    }

    /// <summary>S is not after HDCED, that not after CRD, that not after SLED, that not after TUSED; PED is not after CRD.</summary>
    private void Dates(Seen seen)
    {
        foreach (var dates in seen.Of<KeyDates>())
        {
            DateOnly?[] order = [dates.ValidFrom, dates.Hdced, dates.Crd, dates.Sled, dates.Tused];
            var given = order.OfType<DateOnly>().ToList();
            _wrongDates += given.Zip(given.Skip(1)).Any(pair => pair.First > pair.Second) || dates.Ped > dates.Crd ? 1 : 0;
        }
    }

    private void Fictional(Seen seen)
    {
        foreach (var number in seen.Of<PersonIdentifier>())
        {
            var isKept = number.Kind switch
            {
                IdentifierKind.Noms => NomsShape().IsMatch(number.Canonical),
                IdentifierKind.Crn => CrnShape().IsMatch(number.Canonical),
                IdentifierKind.Pnc => PncShape().IsMatch(number.Canonical),
                IdentifierKind.Cro => CroShape().IsMatch(number.Canonical),
                IdentifierKind.Booking => BookingShape().IsMatch(number.Canonical),
                _ => false,
            };
            _notFictional += isKept ? 0 : 1;
        }

        _notFictional += seen.Of<PersonAddress>().Count(address => address.Postcode is { } postcode && !postcode.StartsWith("QX", StringComparison.Ordinal) && !postcode.StartsWith("QV", StringComparison.Ordinal));
    }

    private NationCheck Share(string name, string kind, double target, double tolerance, bool isDemo) => isDemo
        ? new NationCheck(name, "from the size of a region: a training prison of the demo holds nobody on remand", "skipped", null)
        : Near(name, target, (double)_custody.GetValueOrDefault(kind) / _inPrison, tolerance);

    private static NationCheck Near(string name, double target, double found, double tolerance) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"{target:P1} ± {100 * tolerance:0.0} points"), string.Create(CultureInfo.InvariantCulture, $"{found:P2}"), Math.Abs(found - target) <= tolerance);

    private static NationCheck Exact(string name, long target, long found) => new(name, target.ToString(CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture), found == target);

    private static NationCheck Text(string name, string target, object found, bool passed) => new(name, target, Convert.ToString(found, CultureInfo.InvariantCulture)!, passed);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex("^A[0-9]{4}[YZ][A-Z]$")]
    private static partial Regex NomsShape();

    [GeneratedRegex("^[ZY][0-9]{6}$")]
    private static partial Regex CrnShape();

    [GeneratedRegex("^[0-9]{4}/9[0-9]{6}[A-Z]$")]
    private static partial Regex PncShape();

    [GeneratedRegex("^9[0-9]{5}/[0-9]{2}[A-Z]$")]
    private static partial Regex CroShape();

    [GeneratedRegex("^([ZY][A-Z][0-9]{4}|[ZY][0-9]{5}|[0-9]{5}[ZY])$")]
    private static partial Regex BookingShape();

    /// <summary>The last versions of one person's facts.</summary>
    private sealed class Seen
    {
        private readonly List<FactVersion> _facts = [];

        public Seen(IReadOnlyList<FactVersion> facts)
        {
            foreach (var fact in facts)
            {
                if (fact is Contact contact)
                {
                    Contacts.Add(contact);
                }
                else
                {
                    _facts.Add(fact);
                }
            }
        }

        public List<Contact> Contacts { get; } = [];

        public CellLocation? Location => Of<CellLocation>().FirstOrDefault(location => location.ValidTo is null);

        public IEnumerable<T> Of<T>()
            where T : FactVersion => _facts.OfType<T>();
    }
}
