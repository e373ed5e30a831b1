using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.Cases;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;
using PersonCase = Throughcare.Domain.Record.PersonCase;

namespace Throughcare.Population.Nation;

/// <summary>Draws one person of a population and writes their record: what people record and files carry, and nothing that the product works out.</summary>
internal sealed partial class RecordOfPerson
{
    private const double ShareWithManager = 0.79;

    private readonly NationWorld _world;
    private readonly Part _part;
    private readonly Special _special;
    private readonly NationPerson _who;
    private readonly NationSentence _serves;
    private readonly int _rosh;
    private readonly bool _isPpo;
    private readonly DeliveryUnit _unit;
    private readonly RecordMaker _record;
    private readonly Entry _opening;
    private CaseId _case;
    private SeededNumbers _staff;

    public RecordOfPerson(NationWorld world, int number)
    {
        (_world, _part) = (world, world.Plan.Of(number));
        _special = SpecialOf(_part);
        var sentence = Stream("sentence");
        var custody = _part.InCustody ? CustodyOf(ref sentence) : (CustodyType?)null;
        var order = _part.InCustody ? OrderKind.None : OrderOf(ref sentence);
        _who = Who(custody);
        _serves = custody is { } type
            ? NationSentence.InPrison(ref sentence, type, _special, _who.BornOn, world.AsOf, _who.IsForeign)
            : NationSentence.InCommunity(ref sentence, order, _who.BornOn, world.AsOf);

        var risk = Stream("risk");
        _rosh = Rosh(ref risk);
        _isPpo = PrisonTables.Shared.Marginal("ALL_SENTENCED", "ppo_status").Draw(ref risk) == "PPO current" || _special is Special.Nominated;
        _staff = Stream("staff");
        _unit = UnitOf(ref _staff);
        if (_who.HasNoDateOfBirth || _serves.From < _who.BornOn.AddYears(18))
        {
            _who = _who with { BornOn = _serves.From < _who.BornOn.AddYears(18) ? _serves.From.AddYears(-18).AddDays(-30) : _who.BornOn };
        }

        var ids = new NationIds(world.Root, FormattableString.Invariant($"person|{number}"));
        var begun = London.At(_serves.From, new TimeOnly(10, 15));
        _record = new RecordMaker(ids, begun < world.Latest ? begun : world.Latest.AddHours(-2), world.Latest);
        _opening = _record.FromFile(_serves.From, _part.InCustody || _serves.IsSentenced ? SourceSystem.Offloc : SourceSystem.Ndelius, 10, 15);
    }

    public WholeRecord Make()
    {
        List<Write> opening = [];
        Identity(opening);
        var opened = new PersonCase { Id = _record.NewId(_opening), PersonId = _record.PersonId, ValidFrom = _serves.From, Recorded = _opening, OpenedBy = Opening() };
        _case = opened.AsCase;
        opening.Add(new Write(null, opened with { CaseId = _case }));
        Offences(opening);
        if (_part.InCustody || _serves.IsSentenced)
        {
            Custody(opening);
        }
        else
        {
            Order(opening);
        }

        _record.Begin(_opening, _part.Number, _world.Options.Name, opening);
        Managers();
        Risk();
        Contacts();
        Later();
        return _record.Finish();
    }

    private CaseOpening Opening() => _serves switch
    {
        { Custody: not null } or { Sentence: not null } => CaseOpening.Reception,
        { Order: OrderKind.CommunityOrder } => CaseOpening.CommunityOrder,
        { Order: OrderKind.SuspendedSentence } => CaseOpening.SuspendedSentence,
        _ => CaseOpening.CourtReport,
    };

    /// <summary>The first men in prison and the first people on probation stand for what every population has to show.</summary>
    private static Special SpecialOf(Part part)
    {
        if (part.InCustody)
        {
            var rank = part.Place is null ? part.Rank : part.Place == "LHI" ? part.RankAtPlace : 0;
            return rank switch
            {
                2 => Special.Life,
                3 => Special.IppTenYearsOverTariff,
                4 => Special.ExtendedPastParole,
                5 => Special.OfParticularConcern,
                6 => Special.FixedTermRecall56,
                7 => Special.ReleaseAtTwoFifths,
                8 => Special.ToBeDeported,
                9 => Special.TemporaryRelease,
                10 => Special.MappaLevel3,
                11 => Special.OpenAcct,
                12 => Special.Transgender,
                13 => Special.VictimContact,
                14 => Special.Nominated,
                _ => Special.None,
            };
        }

        return part.Rank switch
        {
            2 => Special.NoFixedAbode,
            3 => Special.NoDateOfBirth,
            4 => Special.ApprovedPremises,
            5 => Special.MovedAcrossRegions,
            9 => Special.SecondRecord,
            _ => Special.None,
        };
    }

    private CustodyType CustodyOf(ref SeededNumbers draw)
    {
        var category = PrisonTables.Shared.Marginal("PRISON", "custody_type").Draw(ref draw);
        var (again, other) = (draw.Uniform(), draw.Uniform());
        if (_part.Place == "LHI" && category is "REMAND_UNTRIED" or "REMAND_UNSENTENCED" or "OTHER")
        {
            category = again switch { < 0.57 => "SDS", < 0.69 => "INDETERMINATE", < 0.82 => "EDS_SOPC", _ => "RECALL" };   // a training prison holds the sentenced alone
        }

        return _special switch
        {
            Special.Life or Special.IppTenYearsOverTariff => CustodyType.Indeterminate,
            Special.ExtendedPastParole or Special.OfParticularConcern => CustodyType.Extended,
            Special.FixedTermRecall56 => CustodyType.Recalled,
            Special.ReleaseAtTwoFifths or Special.ToBeDeported or Special.TemporaryRelease or Special.MappaLevel3 => CustodyType.Standard,
            _ => category switch
            {
                "SDS" => CustodyType.Standard,
                "INDETERMINATE" => CustodyType.Indeterminate,
                "EDS_SOPC" => CustodyType.Extended,
                "RECALL" => CustodyType.Recalled,
                "REMAND_UNTRIED" => CustodyType.RemandUntried,
                "REMAND_UNSENTENCED" => CustodyType.RemandUnsentenced,
                _ => other switch { < 0.5 => CustodyType.Immigration, < 0.7 => CustodyType.Civil, _ => CustodyType.FineDefault },
            },
        };
    }

    private static OrderKind OrderOf(ref SeededNumbers draw)
    {
        var table = PrisonTables.Shared.Marginal("PROBATION", "order_type");
        while (true)
        {
            switch (table.Draw(ref draw))
            {
                case "COMMUNITY_ORDER": return OrderKind.CommunityOrder;
                case "SUSPENDED_SENTENCE_ORDER": return OrderKind.SuspendedSentence;
                case "POST_RELEASE_LICENCE": return OrderKind.Licence;
                case "POST_SENTENCE_SUPERVISION": return OrderKind.PostSentenceSupervision;
                case "OTHER": return OrderKind.Other;
            }
        }
    }

    private NationPerson Who(CustodyType? custody)
    {
        var population = custody switch
        {
            null => "PROBATION",
            CustodyType.RemandUntried or CustodyType.RemandUnsentenced => "PRISON_REMAND",
            _ => "PRISON_SENTENCED",
        };
        int? atLeast = _special switch
        {
            Special.IppTenYearsOverTariff => 45,
            Special.Life or Special.ExtendedPastParole or Special.ReleaseAtTwoFifths or Special.ToBeDeported or Special.TemporaryRelease => 26,
            _ => custody is CustodyType.Recalled ? 20 : null,
        };
        var person = NationPerson.Draw(
            _world.Root, _part.Number, _world.AsOf, population, _special is Special.None ? _part.Sex : 'M', atLeast, custody is CustodyType.Immigration || _special is Special.ToBeDeported);
        return _special switch
        {
            Special.NoFixedAbode => person with { Home = Address.NoFixedAbode },
            Special.NoDateOfBirth => person with { HasNoDateOfBirth = true },
            Special.Transgender => person with { GenderIdentity = "GIF" },
            _ when IsSecondRecord(out var first) => NationPerson.SecondRecordOf(first, _part.Number),
            _ => person,
        };
    }

    /// <summary>Three in a thousand are on record twice: the second time as the neighbour of the first in the order of numbers.</summary>
    private bool IsSecondRecord(out NationPerson first)
    {
        first = null!;
        var draw = _world.Root.Of(FormattableString.Invariant($"person|{_part.Number}|second"));
        if (_part.InCustody || _part.Number < 9 || !(draw.Chance(0.003) || _special is Special.SecondRecord))
        {
            return false;
        }

        for (var number = _part.Number - 1; number > _part.Number - 8; number--)
        {
            var other = _world.Plan.Of(number);
            if (!other.InCustody && other.Sex == _part.Sex && SpecialOf(other) is Special.None)
            {
                first = NationPerson.Draw(_world.Root, number, _world.AsOf, "PROBATION", other.Sex, null, isForeign: false);
                return true;
            }
        }

        return false;
    }

    private int Rosh(ref SeededNumbers draw)
    {
        var level = Draws.Rosh(ref draw, _part.InCustody ? "PRISON" : "PROBATION");
        var (up, down) = (draw.Chance(0.6), draw.Chance(0.4));

        if (_serves.OffenceGroup is "FRA" or "THE")
        {
            level = down ? Math.Max(0, level - 1) : level;
        }
        else if (_serves.OffenceGroup == "SEX" || _serves.Custody is CustodyType.Extended or CustodyType.Indeterminate)
        {
            level = up ? Math.Min(3, level + 1) : level;
        }

        return _special is Special.MappaLevel3 ? 3 : level;
    }

    private DeliveryUnit UnitOf(ref SeededNumbers draw)
    {
        var drawn = _world.Places.UnitShares.Draw(ref draw);
        var ofDemo = _world.IsDemo && _part.InCustody ? NationPlaces.HomesOfDemo(_who.Sex).Draw(ref draw) : null;
        return ofDemo ?? (_part.Place is { } place ? _world.Places.Units.First(unit => unit.Code == place) : drawn);
    }

    private void Identity(List<Write> writes)
    {
        var number = _part.Number;
        if (_part.InCustody || _serves.IsSentenced)
        {
            Number(IdentifierKind.Noms, FictionalNumbers.PrisonNumber(number));
            Number(IdentifierKind.Booking, FictionalNumbers.Booking(number));
        }

        if (_part.OnProbation)
        {
            Number(IdentifierKind.Crn, FictionalNumbers.Crn(number, 0));
        }

        Number(IdentifierKind.Pnc, _who.Pnc);
        Number(IdentifierKind.Cro, _who.Cro);
        writes.Add(new Write(null, new PersonName
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            ValidFrom = _serves.From,
            Recorded = _opening,
            Type = NameType.Current,
            Last = _who.Surname,
            First = _who.Forename,
            Middle = _who.SecondForename,
        }));
        foreach (var (forename, surname) in _who.OtherNames)
        {
            writes.Add(new Write(null, new PersonName
            {
                Id = _record.NewId(_opening),
                PersonId = _record.PersonId,
                ValidFrom = _serves.From,
                Recorded = _opening,
                Type = NameType.Alias,
                Last = surname,
                First = forename,
            }));
        }

        writes.Add(new Write(null, new PersonDetails
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            ValidFrom = _serves.From,
            Recorded = _opening,
            DateOfBirth = _who.HasNoDateOfBirth ? null : _who.BornOn,
            Sex = Coded.Of(_who.Sex.ToString()),
            Ethnicity = Coded.Of(_who.Ethnicity),
            Nationality = Coded.Of(_who.Nationality),
            Religion = Coded.Of(_who.Religion),
            MaritalStatus = Coded.Of(_who.MaritalStatus),
            GenderIdentity = _who.GenderIdentity is { } identity ? Coded.Of(identity) : null,
            FirstConvictedOn = _serves.PreviousConvictions > 0 && _who.FirstConvictedOn < _serves.From ? _who.FirstConvictedOn : null,
        }));
        HomeAddress(writes);
        if (_who.KinName is { } kin && (_part.InCustody || _serves.IsSentenced))
        {
            writes.Add(new Write(null, new PersonRelationship
            {
                Id = _record.NewId(_opening),
                PersonId = _record.PersonId,
                ValidFrom = _serves.From,
                Recorded = _opening,
                IsNextOfKin = true,
                Name = kin,
                Relationship = CodeLists.Relationship.FindByText(_who.KinRelationship) is { } relation ? Coded.Of(relation.Code) : Coded.Unmapped(_who.KinRelationship),
            }));
        }

        void Number(IdentifierKind kind, string? text)
        {
            if (text is not null && NumberReading.Of(kind, text, _world.AsOf) is { } read)
            {
                writes.Add(new Write(null, new PersonIdentifier
                {
                    Id = _record.NewId(_opening),
                    PersonId = _record.PersonId,
                    ValidFrom = _serves.From,
                    Recorded = _opening,
                    Kind = kind,
                    Canonical = read.Canonical,
                    AsGiven = read.AsGiven,
                    Check = read.Check,
                }));
            }
        }
    }

    private void HomeAddress(List<Write> writes)
    {
        var isNone = _who.Home == Address.NoFixedAbode;
        var home = new PersonAddress
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            ValidFrom = _serves.From,
            Recorded = _opening,
            Use = AddressUse.Home,
            Status = _opening.Source is SourceSystem.Ndelius ? Coded.Of("M") : null,
            Lines = isNone ? "No fixed abode" : $"{_who.Home.Street}\n{_who.Home.Town}\n{_who.Home.Postcode}",
            Postcode = isNone ? null : _who.Home.Postcode,
            NoFixedAbode = isNone,
        };
        writes.Add(new Write(null, home));
        if (_special is Special.ApprovedPremises)
        {
            writes.Add(new Write(null, home with
            {
                Id = _record.NewId(_opening),
                Use = AddressUse.Probation,
                Relationship = "Approved Premises",
                Status = Coded.Of("S"),
                Lines = $"Fenwharf House Approved Premises\n2 Weir Close\n{_who.Home.Town}\nQX4 1AB",
                Postcode = "QX4 1AB",
                NoFixedAbode = false,
            }));
        }
    }

    private void Managers()
    {
        var (isSoon, takes, isNamed) = (_staff.Chance(0.8), _staff.Between(5, 40), _staff.Chance(ShareWithManager));
        foreach (var spell in _spells.Where(spell => spell.Prison is not null))
        {
            InPrison(spell, spell.From.AddWorkingDays(isSoon || _world.DoesEverythingRight ? 2 : 6));
        }

        var hasManager = _part.InCustody ? isNamed || _world.DoesEverythingRight : true;
        if (!hasManager)
        {
            return;
        }

        var com = _world.Staff.Draw(ref _staff, _unit.Code, Role.Com);
        _com = com;
        var day = _part.InCustody ? Sentenced().AddWorkingDays(takes) : (_serves.ReleasedOn ?? _serves.From).AddWorkingDays(1);
        day = day < _world.AsOf ? day : Later(_serves.From, _world.AsOf.AddDays(-1));
        if (_special is Special.MovedAcrossRegions && day < _world.AsOf.AddDays(-1))
        {
            MovedHere(com, day);
            return;
        }

        Assign(com, _world.Staff.The(_unit.Code, Role.Spo), day, Verb.AllocateCom, _unit.Name);
        if (_world.IsDemo && _part is { InCustody: false, RankAtPlace: > 20 and <= 25 } && ((_part.Place == "N55P07" && _part.RankAtPlace <= 23) || (_part.Place == "N54P05" && _part.RankAtPlace <= 22)))
        {
            // three to the other area are proposed, two the other way accepted
            Transfer(_world.AsOf.AddDays(-_part.RankAtPlace / 3), _part.Place == "N55P07" ? "Proposed" : "Accepted");
        }
    }

    /// <summary>Who manages and sees the person in one prison; whoever did so before ends with the transfer.</summary>
    private void InPrison(Spell spell, DateOnly day)
    {
        var prison = spell.Prison!.Code;
        var (pom, keyWorker, residential) = (_world.Staff.Draw(ref _staff, prison, Role.Pom), _world.Staff.Draw(ref _staff, prison, Role.KeyWorker), _world.Staff.Draw(ref _staff, prison, Role.Residential));
        _authors[spell] = (pom, keyWorker, residential);
        var isLast = spell == _spells[^1];
        if (day >= spell.Until || day >= _world.AsOf || (!isLast && spell.From < _world.HistoryFrom))
        {
            return;
        }

        var by = _world.Staff.The(prison, Role.HeadOmu);
        if (_serves.IsSentenced)
        {
            Assign(pom, by, Later(day, Sentenced()), Verb.AllocatePom, Places.Name(pom.Place), isLast ? null : spell.Until);
        }

        Assign(keyWorker, by, day, Verb.AllocateKeyWorker, Places.Name(pom.Place), isLast ? null : spell.Until);
    }

    private void MovedHere(StaffMember com, DateOnly day)
    {
        var other = PrisonTables.Shared.Units.Items.First(unit => unit.RegionCode != _unit.RegionCode);
        var moved = DateOnly.FromDayNumber((day.DayNumber + _world.AsOf.DayNumber) / 2);
        var first = _record.FromFile(day, SourceSystem.Ndelius, 9, 30);
        var before = new ManagerAssignment
        {
            Id = _record.NewId(first),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = day,
            Recorded = first,
            Role = Role.Com,
            Name = Population.People.Managers.NameOf(_world.Root, other, 1),
            Team = other.Name,
            Place = new PlaceCode(other.Code),
        };
        _record.Add(first, "Community offender manager", new Write(null, before));
        Transfer(moved.AddDays(-10) < day ? day : moved.AddDays(-10), "Completed");
        var then = _record.FromFile(moved, SourceSystem.Ndelius, 9, 30);
        _record.Add(then, "Community offender manager",
        [
            new Write(before, before.EndedOn(moved.AddDays(-1) < day ? day : moved.AddDays(-1), then)),
            new Write(null, AssignmentOf(com, moved, then, _unit.Name)),
        ]);
    }

    private void Transfer(DateOnly on, string status)
    {
        var entry = _record.FromFile(Later(on, _serves.From), SourceSystem.Ndelius, 11, 0);
        _record.Add(entry, "Area transfer", new Write(null, new AreaTransfer
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = Later(on, _serves.From),
            Recorded = entry,
            Reason = "Change of address",
            Status = status,
        }));
    }

    /// <param name="left">The day on which the person left the place; <see langword="null"/> while there.</param>
    private void Assign(StaffMember staff, StaffMember by, DateOnly day, Verb verb, string team, DateOnly? left = null)
    {
        if (day >= (left ?? _world.AsOf) && left is not null)
        {
            return;
        }

        day = day < _world.AsOf ? day : _world.AsOf.AddDays(-1);
        var entry = _record.By(by, London.At(day, new TimeOnly(14, 20 + (int)verb % 30)), verb);
        var assignment = AssignmentOf(staff, day, entry, team);
        _record.Add(entry, "Managers", new Write(null, assignment));
        if (left is { } last)
        {
            var over = _record.By(by, London.At(last, new TimeOnly(16, 5)), verb);
            _record.Add(over, "Managers", new Write(assignment, assignment.EndedOn(last, over)));
        }
    }

    private ManagerAssignment AssignmentOf(StaffMember staff, DateOnly day, Entry entry, string team) => new()
    {
        Id = _record.NewId(entry),
        PersonId = _record.PersonId,
        CaseId = _case,
        ValidFrom = day,
        Recorded = entry,
        Role = staff.Role,
        StaffId = staff.Id,
        Name = NationStaff.LastFirst(staff),
        Team = team,
        Place = staff.Place,
    };

    private readonly Dictionary<Spell, (StaffMember Pom, StaffMember KeyWorker, StaffMember Residential)> _authors = [];
    private StaffMember? _com;

    /// <summary>The contacts of the case from its opening on: in prison by those who manage and see the person there, on licence and on orders
    /// by the community manager; and beside the prison's those of the community manager who prepares the release.</summary>
    private void Contacts()
    {
        var draw = Stream("contacts");
        var aYear = NationContacts.AYear(_rosh, _isPpo, _part.InCustody);
        var com = _com ?? _world.Staff.The(_unit.Code, Role.Spo);
        foreach (var spell in _spells)
        {
            if (spell.Prison is null)
            {
                Add(ref draw, spell.From, spell.Until, ContactMix.Community, _ => com);
                continue;
            }

            var (pom, keyWorker, residential) = _authors[spell];
            StaffMember Author(string type) => type switch { "TC01" or "TC17" => pom, "TC02" => keyWorker, _ => residential };
            var sentenced = _serves.IsSentenced ? Sentenced() : spell.Until;
            if (sentenced > spell.From)
            {
                Add(ref draw, spell.From, Earlier(sentenced, spell.Until), ContactMix.CustodyUnsentenced, Author);
            }

            if (sentenced < spell.Until)
            {
                Add(ref draw, Later(sentenced, spell.From), spell.Until, ContactMix.Custody, Author);
            }
        }

        if (_part is { OnProbation: true, InCustody: true })
        {
            Add(ref draw, Sentenced(), _world.AsOf, ContactMix.BeforeRelease, _ => com);
        }
        else if (_spells.Count == 0)
        {
            Add(ref draw, _serves.From, _world.AsOf, _hasUnpaidWork ? ContactMix.CommunityWithUnpaidWork : ContactMix.Community, _ => com);
        }

        void Add(ref SeededNumbers numbers, DateOnly from, DateOnly until, ContactMix mix, Func<string, StaffMember> author) => _world.Contacts.Add(
            _record, ref numbers, new ContactSpan(from, until, mix, aYear, _case) { Author = author, Rosh = _rosh }, _who.Forename, _unit.Name);
    }

    /// <summary>The day of sentence; that of reception for those who wait for one.</summary>
    private DateOnly Sentenced() => _serves.Sentence?.On ?? _serves.From;

    private SeededNumbers Stream(string of) => _world.Root.Of(FormattableString.Invariant($"person|{_part.Number}|{of}"));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
