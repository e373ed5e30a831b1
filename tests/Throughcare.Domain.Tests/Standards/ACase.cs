using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Tests.Standards;

/// <summary>A case told step by step; what is due of it is worked out with the shipped rules.</summary>
internal sealed class ACase
{
    public static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000cccc"));

    private static readonly Lazy<StandardsEngine> Engine = new(() => new(StandardRuleSet.Shipped));

    private readonly List<CustodyEpisode> _episodes = [];
    private readonly List<CellLocation> _locations = [];
    private readonly List<Movement> _moves = [];
    private readonly List<SentenceRecord> _sentences = [];
    private readonly List<Disposal> _disposals = [];
    private readonly List<KeyDates> _dates = [];
    private readonly List<ManagerAssignment> _managers = [];
    private readonly List<ContactGist> _contacts = [];
    private readonly List<AssessmentSummary> _assessments = [];
    private readonly List<RoshRecord> _rosh = [];
    private readonly List<Registration> _registrations = [];
    private readonly List<VictimContact> _victims = [];
    private readonly List<Deferral> _deferrals = [];
    private readonly List<StandardExemption> _exemptions = [];
    private int _ids;

    public ACase Received(DateOnly on, string prison = "LEI", string reason = "R-SENT")
    {
        _moves.Add(Move("ADM", reason, on, to: prison));
        _locations.Add(new() { Id = Id(), PersonId = Person, Prison = new(prison), ValidFrom = on, Recorded = Entry(on) });
        if (reason is not "R-TRN")
        {
            _episodes.Add(new() { Id = Id(), PersonId = Person, ValidFrom = on, Recorded = Entry(on) });
        }

        return this;
    }

    public ACase Transferred(DateOnly on, string from = "LEI", string to = "LHI")
    {
        for (var i = 0; i < _managers.Count; i++)
        {
            if (_managers[i] is { ValidTo: null, Role: Role.Pom or Role.KeyWorker })
            {
                _managers[i] = _managers[i] with { ValidTo = on.AddDays(-1) };
            }
        }

        _moves.Add(Move("TRN", "T-ADM", on, from: from) with { HappenedAt = London.At(on, new(8, 0)) });
        _locations[^1] = _locations[^1] with { ValidTo = on.AddDays(-1) };
        return Received(on, to, "R-TRN");
    }

    /// <summary>Was received only on this day after the transfer that was told last.</summary>
    public ACase Moved(DateOnly received)
    {
        _moves[^1] = _moves[^1] with { HappenedAt = London.At(received, new(15, 0)), ValidFrom = received };
        _locations[^1] = _locations[^1] with { ValidFrom = received };
        return this;
    }

    public ACase OutToCourt(DateOnly on, DateOnly back, string prison = "LEI")
    {
        _moves.Add(Move("CRT", "C-CRT", on, from: prison));
        _moves.Add(Move("ADM", "R-CRT", back, to: prison));
        return this;
    }

    public ACase Released(DateOnly on, string reason = "L-CRD", string prison = "LEI")
    {
        _moves.Add(Move("REL", reason, on, from: prison));
        _locations[^1] = _locations[^1] with { ValidTo = on };
        _episodes[^1] = _episodes[^1] with { ValidTo = on };
        return this;
    }

    public ACase Sentenced(DateOnly on, int months, int days = 0, string type = "ADIMP")
    {
        _sentences.Add(new() { Id = Id(), PersonId = Person, Type = Coded.Of(type), Years = 0, Months = months, Days = days, ValidFrom = on, Recorded = Entry(on) });
        return this;
    }

    public ACase ForLife(DateOnly on)
    {
        _sentences.Add(new() { Id = Id(), PersonId = Person, Type = Coded.Of("ALP_LASPO"), ValidFrom = on, Recorded = Entry(on) });
        return this;
    }

    public ACase Ordered(DateOnly on, string type = "CO", int months = 24)
    {
        _disposals.Add(new() { Id = Id(), PersonId = Person, Type = Coded.Of(type), Length = months, Unit = LengthUnit.Months, ValidFrom = on, Recorded = Entry(on) });
        return Com(on);
    }

    /// <summary>The dates as they came to be known on a day; the ones known before are replaced.</summary>
    public ACase Dates(Func<KeyDates, KeyDates> set, DateOnly? known = null)
    {
        var entry = Entry(known ?? new(2000, 1, 1));
        if (_dates is [.., var last])
        {
            _dates.Add(set(last.Next(entry)));
            Stamp(last, entry.At);
        }
        else
        {
            _dates.Add(set(new() { Id = Id(), PersonId = Person, ValidFrom = new(2000, 1, 1), Recorded = entry }));
        }

        return this;
    }

    public ACase Pom(DateOnly from, string prison = "LEI") => Manager(Role.Pom, from, prison);

    public ACase Com(DateOnly from, string team = "N55P07") => Manager(Role.Com, from, team);

    public ACase KeyWorker(DateOnly from, string prison = "LEI") => Manager(Role.KeyWorker, from, prison);

    public ACase Contact(string type, DateOnly on, Role by = Role.Pom, ContactMode mode = ContactMode.FaceToFace, string? attendance = null, int? minutes = null, DateOnly? recorded = null, bool thin = false)
    {
        var at = London.At(on, new(10, 0));
        var recordedAt = recorded is { } day ? London.At(day, new(12, 0)) : at.AddHours(1);
        _contacts.Add(new()
        {
            Id = Id(),
            PersonId = Person,
            HappenedAt = at,
            RecordedAt = recordedAt,
            FirstRecordedAt = recordedAt,
            Type = type,
            Mode = mode,
            Minutes = minutes,
            AuthorId = StaffId.System,
            AuthorRole = by,
            BelowFloor = thin,
            AttendanceCode = attendance,
        });
        return this;
    }

    public ACase Oasys(DateOnly completed, OasysType type = OasysType.Layer3, RoshLevel? community = null, bool complete = true, DateOnly? plan = null, DateOnly? rmp = null)
    {
        _assessments.Add(new()
        {
            Id = Id(),
            PersonId = Person,
            Type = type,
            InitiatedOn = completed.AddDays(-7),
            CompletedOn = complete ? completed : null,
            Status = complete ? OasysStatus.Complete : OasysStatus.Open,
            PublicCommunity = community,
            SentencePlanOn = plan,
            HasRiskManagementPlan = rmp is null ? null : true,
            RiskManagementPlanOn = rmp,
            ValidFrom = completed,
            Recorded = Entry(completed),
        });
        return this;
    }

    public ACase Rosh(RoshLevel level, DateOnly from)
    {
        if (_rosh is [.., { ValidTo: null } last])
        {
            _rosh[^1] = last with { ValidTo = from.AddDays(-1) };
        }

        _rosh.Add(new() { Id = Id(), PersonId = Person, Level = level, ValidFrom = from, Recorded = Entry(from) });
        return this;
    }

    public ACase Mappa(int category, int? level, DateOnly from)
    {
        _registrations.Add(new()
        {
            Id = Id(),
            PersonId = Person,
            Code = RegistrationRules.Mappa,
            CategoryCode = $"M{category}",
            RegisterCode = level is null ? "M0" : $"M{level}",
            ValidFrom = from,
            Recorded = Entry(from),
        });
        return this;
    }

    public ACase VictimReferred(DateOnly on)
    {
        _victims.Add(new() { Id = Id(), PersonId = Person, Pointer = Id(), Status = VictimCaseStatus.Referred, ValidFrom = on, Recorded = Entry(on) });
        return this;
    }

    public ACase Deferred(string key, string reason, DateOnly due, DateOnly until, DateOnly approved)
    {
        _deferrals.Add(new()
        {
            Id = Id(),
            PersonId = Person,
            ItemKey = key,
            Rule = new("PL-010"),
            Reason = reason,
            Text = "In hospital until the end of January, too unwell to take part",
            OriginalDueOn = due,
            NewDueOn = until,
            RequestedBy = StaffId.System,
            State = DeferralState.Approved,
            DecidedBy = StaffId.System,
            DecidedOn = approved,
            ValidFrom = approved,
            Recorded = Entry(approved),
        });
        return this;
    }

    public ACase Exempt(string family, DateOnly from)
    {
        _exemptions.Add(new() { Id = Id(), PersonId = Person, Family = family, Reason = ExemptionReason.TooLittleTime, Text = "Fewer days to release than the rule gives", ValidFrom = from, Recorded = Entry(from) });
        return this;
    }

    public CaseHistory History() => new(Person)
    {
        Details = [new() { Id = Id(), PersonId = Person, Sex = Coded.Of("M"), DateOfBirth = new(1990, 3, 12), ValidFrom = new(2000, 1, 1), Recorded = Entry(new(2000, 1, 1)) }],
        Cases = [new() { Id = Id(), PersonId = Person, OpenedBy = CaseOpening.Reception, ValidFrom = new(2000, 1, 1), Recorded = Entry(new(2000, 1, 1)) }],
        Episodes = [.. _episodes],
        Locations = [.. _locations],
        Movements = [.. _moves],
        Sentences = [.. _sentences],
        Disposals = [.. _disposals],
        KeyDates = [.. _dates],
        Managers = [.. _managers],
        Contacts = [.. _contacts],
        Assessments = [.. _assessments],
        RoshRecords = [.. _rosh],
        Registrations = [.. _registrations],
        VictimContacts = [.. _victims],
    };

    public StandardDecisions Decisions => new(_deferrals, _exemptions);

    public IReadOnlyList<DueItem> DueOn(DateOnly day) => Engine.Value.Compute(History(), day, EndOf(day), Decisions);

    /// <summary>The items of one family as they stand at the end of a day, the first due first.</summary>
    public IReadOnlyList<DueItem> Items(string family, DateOnly day) => [.. DueOn(day).Where(item => item.Family == family).OrderBy(item => item.DueOn).ThenBy(item => item.Key, StringComparer.Ordinal)];

    /// <summary>The one item of a family: when it is due, and its state, such as <c>2026-03-10 MET_ON_TIME</c>; <c>-</c> for none.</summary>
    public string Due(string family, DateOnly day) => Items(family, day) is [var item] ? Say(item, day) : string.Join(", ", Items(family, day).Select(i => Say(i, day))) is { Length: > 0 } several ? several : "-";

    public Judgement? Why(string key, DateOnly day) => Engine.Value.Explain(History(), day, EndOf(day), Decisions, key);

    public static string Say(DueItem item, DateOnly day) => FormattableString.Invariant($"{item.EffectiveDueOn:yyyy-MM-dd} {DueStates.Of(item.StateOn(day)).Code}{(item.IsOverdueOn(day) ? " overdue" : "")}{(item.DaysLateOn(day) is > 0 and var late ? $" {late}" : "")}");

    private static DateTimeOffset EndOf(DateOnly day) => London.At(day, new(23, 59));

    private ACase Manager(Role role, DateOnly from, string place)
    {
        _managers.Add(new() { Id = Id(), PersonId = Person, Role = role, StaffId = new(new Guid(7, (short)role, 0, [0, 0, 0, 0, 0, 0, 0, 1])), Name = "Ash, A", Place = new(place), ValidFrom = from, Recorded = Entry(from) });
        return this;
    }

    private Movement Move(string type, string reason, DateOnly on, string? from = null, string? to = null) => new()
    {
        Id = Id(),
        PersonId = Person,
        Type = type,
        Reason = reason,
        HappenedAt = London.At(on, new(9, 0)),
        From = from is null ? null : new PlaceCode(from),
        To = to is null ? null : new PlaceCode(to),
        ValidFrom = on,
        Recorded = Entry(on),
    };

    private FactId Id() => new(new Guid(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]));

    private static Entry Entry(DateOnly day) => new(London.At(day, new(9, 30)), StaffId.System, Role.System, PlaceCode.Nation, "Test");

    private static void Stamp(FactVersion version, DateTimeOffset at) => typeof(FactVersion).GetProperty(nameof(FactVersion.ReplacedAt))!.SetValue(version, at);
}
