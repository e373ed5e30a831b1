using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Nation;

/// <content>Alerts, registrations, summaries of assessments, nominations and contact with victims.</content>
internal sealed partial class RecordOfPerson
{
    private const int DaysOfAssessment = 30;

    private static readonly RoshLevel[] Levels = [RoshLevel.Low, RoshLevel.Medium, RoshLevel.High, RoshLevel.VeryHigh];
    private static readonly string[] RoshFlags = ["RLRH", "RMRH", "RHRH", "RVHR"];

    private void Risk()
    {
        var draw = Stream("risk|facts");
        var mappa = Mappa(ref draw);
        if (_part.InCustody)
        {
            Alerts(mappa);
        }

        if (_part.OnProbation)
        {
            Registrations(mappa, ref draw);
        }

        if (_serves.IsSentenced || _serves.Order is not OrderKind.None)
        {
            Assessment();
        }

        if (_isPpo)
        {
            Nominate(ref draw);
        }

        if (_special is Special.VictimContact || (_serves.OffenceGroup is "SEX" or "VAP" && _serves.Sentence?.Term.IsAtLeastMonths(12) is true && draw.Chance(0.1)))
        {
            Victim(ref draw);
        }
    }

    /// <summary>Category 1 for sexual offences, category 2 for violence of twelve months or more; the level by risk.</summary>
    private (int Category, int Level)? Mappa(ref SeededNumbers draw)
    {
        var at = draw.Uniform();
        var category = _serves.OffenceGroup == "SEX" && _serves.Custody is not (CustodyType.RemandUntried or CustodyType.RemandUnsentenced) ? 1
            : _serves.OffenceGroup == "VAP" && _serves.Sentence is { } sentence && (sentence.Term.IsAtLeastMonths(12) || sentence.Kind is Sentences.SentenceKind.Life) ? 2
            : _special is Special.MappaLevel3 ? 2 : 0;
        if (category == 0)
        {
            return null;
        }

        return (category, _special is Special.MappaLevel3 ? 3 : _rosh switch { 3 => at < 0.08 ? 3 : at < 0.38 ? 2 : 1, 2 => at < 0.12 ? 2 : 1, _ => 1 });
    }

    private void Alerts((int Category, int Level)? mappa)
    {
        var draw = Stream("alerts");
        var age = _who.BornOn.AgeAsAt(_world.AsOf);
        Raise(ref draw, _rosh switch { 3 => "ROV", 2 => "ROH", _ => "ROM" }, 0.8, _serves.IsSentenced && _rosh > 0);
        Raise(ref draw, (mappa?.Category, mappa?.Level) switch { (1, 1) => "P22", (1, 2) => "P33", (1, _) => "P44", (_, 1) => "P66", (_, 2) => "P77", _ => "P88" }, 1, mappa is not null);
        Raise(ref draw, "SOR", 0.8, _serves.OffenceGroup == "SEX" && _serves.IsSentenced);
        Raise(ref draw, "CPC", 0.35, _serves.OffenceGroup == "SEX");
        Raise(ref draw, "RDV", 0.3, _serves.OffenceGroup == "VAP");
        Raise(ref draw, "XA", 0.4, _serves.OffenceGroup == "CDA");
        Raise(ref draw, "RSS", 0.04, true);
        Raise(ref draw, "HA", _special is Special.OpenAcct ? 1 : 0.025, true);
        Raise(ref draw, "HA2", 0.09, true);
        Raise(ref draw, "HC", 0.08, true);
        Raise(ref draw, "CSIP", 0.015, true);
        Raise(ref draw, "PEEP", 0.05, true);
        Raise(ref draw, "LCE", 0.2, age < 25);
        Raise(ref draw, "XGANG", 0.06, age < 30);
        Raise(ref draw, "OPPO", 1, _isPpo);
        Raise(ref draw, "XSDEPORT", 1, _serves.Sentence?.ToBeDeported is true);
        Raise(ref draw, "XLDEPORT", 0.2, _who.IsForeign);
        Raise(ref draw, "XEL", 0.003, true);
        Raise(ref draw, "TAP", 0.03, _serves.IsSentenced);
    }

    private void Raise(ref SeededNumbers draw, string code, double share, bool applies)
    {
        var (at, when, isClosed, closes) = (draw.Uniform(), draw.Uniform(), draw.Chance(0.12), draw.Uniform());
        var since = Later(_heldSince, _world.HistoryFrom);
        var days = _world.AsOf.DayNumber - since.DayNumber;
        if (at >= share || !applies || days < 1)
        {
            return;
        }

        var day = since.AddDays((int)(when * when * days));
        var prison = _spells.Last(spell => spell.Prison is not null && (spell.From <= day || spell == _spells[0])).Prison!.Code;
        var entry = _record.By(_world.Staff.The(prison, Role.HeadOmu), London.At(day, new TimeOnly(16, 10)), Verb.RaiseAlert);
        var alert = new Alert
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = day,
            Recorded = entry,
            Code = code,
            Description = PrisonTables.Shared.Alert(code),
        };
        _record.Add(entry, "Alert", new Write(null, alert));

        // alerts that pass are closed again; those of risk and public protection stay
        if (isClosed && (code is "HA2" or "HC" or "CSIP" or "RSS" or "PEEP") && days - (day.DayNumber - since.DayNumber) > 20 && _special is Special.None)
        {
            var end = day.AddDays(10 + (int)(closes * (_world.AsOf.DayNumber - day.DayNumber - 12)));
            var closing = _record.By(_world.Staff.The(_spells[^1].Prison!.Code, Role.HeadOmu), London.At(end, new TimeOnly(11, 25)), Verb.CloseAlert);
            _record.Add(closing, "Alert", new Write(alert, alert.EndedOn(end, closing) with { ClosingComment = "No longer needed: reviewed with the person and the wing" }));
        }
    }

    private void Registrations((int Category, int Level)? mappa, ref SeededNumbers draw)
    {
        var day = Earlier(Later(Sentenced().AddDays(7), _serves.From), _world.AsOf.AddDays(-1));
        day = Later(day, _serves.From);
        var entry = _record.FromFile(day, SourceSystem.Ndelius, 6, 40);
        List<Write> writes = [];
        Add(RoshFlags[_rosh], 1, true, ref draw);
        Add("ADVP", 0.3, _serves.OffenceGroup == "VAP", ref draw);
        Add("RCCO", 0.25, _serves.OffenceGroup is "SEX" or "VAP", ref draw);
        Add("TC-RSO", 1, _serves.OffenceGroup == "SEX", ref draw);
        Add("TC-WEA", 1, _serves.OffenceGroup == "WEA", ref draw);
        Add("TC-ARS", 0.4, _serves.OffenceGroup == "CDA", ref draw);
        Add("RMDO", 0.1, true, ref draw);
        Add("ALSH", 0.07, true, ref draw);
        Add("TC-RTS", 0.03, true, ref draw);
        Add("TC-PPO", 1, _isPpo, ref draw);
        Add("INLL", 1, _serves.Custody is CustodyType.Indeterminate, ref draw);
        if (mappa is var (category, level))
        {
            writes.Add(new Write(null, Of(RegistrationRules.Mappa) with
            {
                CategoryCode = FormattableString.Invariant($"M{category}"),
                Category = FormattableString.Invariant($"MAPPA Cat {category}"),
                RegisterCode = FormattableString.Invariant($"M{level}"),
                Register = FormattableString.Invariant($"MAPPA Level {level}"),
            }));
        }

        writes.Add(new Write(null, new RoshRecord { Id = _record.NewId(entry), PersonId = _record.PersonId, CaseId = _case, ValidFrom = day, Recorded = entry, Level = Levels[_rosh] }));
        _record.Add(entry, "Registrations", writes);

        void Add(string code, double share, bool applies, ref SeededNumbers numbers)
        {
            if (numbers.Uniform() < share && applies)
            {
                writes.Add(new Write(null, Of(code)));
            }
        }

        Registration Of(string code) => new() { Id = _record.NewId(entry), PersonId = _record.PersonId, CaseId = _case, ValidFrom = day, Recorded = entry, Code = code };
    }

    /// <summary>The last assessment, as the summary extract of OASys carries it.</summary>
    private void Assessment()
    {
        var draw = Stream("risk|oasys");
        var (isDone, takes, within) = (draw.Chance(_part.InCustody ? 0.86 : 0.97), draw.Between(5, 40), draw.Uniform());
        _ = draw.Uniform();   // what follows stays what it was
        var likelihood = Stream("risk|ogrs");
        var likely = NormalCurve.Below(NormalCurve.With(Likelihood(), 0.6, likelihood.Normal()));
        var ogrs = Band(ref draw, PrisonTables.Shared.Marginal("ALL_SENTENCED", "ogrs3_2yr_band").At(likely) switch
        {
            "Low 0-49" => (2, 49),
            "Medium 50-74" => (50, 74),
            "High 75-89" => (75, 89),
            _ => (90, 99),
        });
        var rsr = Band(ref draw, PrisonTables.Shared.Marginal("ALL_SENTENCED", "rsr_band").Draw(ref draw) switch
        {
            "Low <3.00" => (0.1, 2.99),
            "Medium 3.00-6.89" => (3.0, 6.89),
            _ => (6.9, 22.0),
        });
        var osp = Band(ref draw, PrisonTables.Shared.Marginal("SEXUAL_OFFENCE_HISTORY_MALE", "osp_dc_band").Draw(ref draw) switch
        {
            "Low" => (0.05, 0.6),
            "Medium" => (0.7, 1.6),
            "High" => (1.7, 3.8),
            _ => (3.9, 9.0),
        });
        var ovp = Math.Clamp(ogrs * 0.7 + Band(ref draw, (-6, 10)), 1, 99);
        var begun = Later(Sentenced(), _serves.ReleasedOn ?? DateOnly.MinValue).AddDays(DaysOfAssessment);

        // reviewed about once a year: of a long case the last review stands
        var years = (_world.AsOf.DayNumber - begun.DayNumber) / 365;
        begun = begun.AddDays(365 * Math.Max(0, years) - (years > 0 ? (int)(within * 60) : 0));
        var completed = begun.AddDays(takes);
        if (begun >= _world.AsOf || (!isDone && !_world.DoesEverythingRight))
        {
            return;
        }

        var isComplete = completed < _world.AsOf;
        var hasPlan = isComplete && _rosh > 0 && Does(_part.InCustody ? _rosh > 1 ? 0.86 : 0.68 : 0.96, isOfRiskOfHarm: true);
        var entry = _record.FromFile(isComplete ? completed : begun, SourceSystem.Oasys, 4, 10);
        var isSexual = _who.Sex == 'M' && _serves.OffenceGroup == "SEX";
        var level = Levels[_rosh];
        RoshLevel Lower(int by) => Levels[Math.Max(0, _rosh - by)];
        _record.Add(entry, "Assessment", new Write(null, new AssessmentSummary
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            SourceId = FormattableString.Invariant($"9{_part.Number:D6}00000"),
            ValidFrom = isComplete ? completed : begun,
            Recorded = entry,
            Type = OasysType.Layer3,
            InitiatedOn = begun,
            CompletedOn = isComplete ? completed : null,
            Status = isComplete ? OasysStatus.Complete : OasysStatus.Open,
            Assessor = _com?.Name ?? (_spells.Count > 0 && _authors.TryGetValue(_spells[^1], out var staff) ? staff.Pom.Name : null),
            AssessorUnit = _unit.Name,
            Ogrs3OneYear = isComplete ? Percent(ogrs * 0.6) : null,
            Ogrs3TwoYear = isComplete ? Percent(ogrs) : null,
            OvpOneYear = isComplete ? Percent(ovp * 0.6) : null,
            OvpTwoYear = isComplete ? Percent(ovp) : null,
            RsrDynamic = isComplete ? Percent(rsr) : null,
            OspDc = isComplete && isSexual ? Percent(osp) : null,
            PublicCommunity = isComplete ? level : null,
            ChildrenCommunity = isComplete ? Lower(_serves.OffenceGroup == "SEX" ? 0 : 2) : null,
            KnownAdultCommunity = isComplete ? Lower(1) : null,
            StaffCommunity = isComplete ? Lower(2) : null,
            PublicCustody = isComplete && _part.InCustody ? Lower(2) : null,
            StaffCustody = isComplete && _part.InCustody ? Lower(1) : null,
            PrisonersCustody = isComplete && _part.InCustody ? Lower(1) : null,
            OverallGiven = isComplete ? level : null,
            HasRiskManagementPlan = isComplete ? hasPlan : null,
            RiskManagementPlanOn = hasPlan ? completed : null,
            SentencePlanOn = isComplete ? completed : null,
            Sections = isComplete ? "13" : "0",
        }));
    }

    private void Nominate(ref SeededNumbers draw)
    {
        var force = draw.One(ProbationTables.Shared.Forces(_unit.RegionCode));
        var (scheme, days) = (draw.Uniform(), draw.Uniform());
        var day = Earlier(Later(_serves.From, _world.AsOf.AddDays(-(int)(days * 900) - 5)), _world.AsOf.AddDays(-1));
        day = Later(day, _serves.From);
        var entry = _record.FromFile(day, SourceSystem.PpoList, 7, 0);
        _record.Add(entry, "Nomination", new Write(null, new PpoNomination
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            ValidFrom = day,
            Recorded = entry,
            Scheme = _special is Special.Nominated || scheme < 0.6 ? PpoScheme.Ppo : scheme < 0.8 ? PpoScheme.IomFixed : PpoScheme.IomFlex,
            Area = PoliceAreas.OfForce(force)!.Code,
            ForceCode = force,
            ListRef = FormattableString.Invariant($"{force}F{_part.Number:D6}"),
            Status = PpoStatus.Active,
            Strand = draw.One([PpoStrand.CatchConvict, PpoStrand.RehabilitateResettle, PpoStrand.PreventDeter]),
            IsCovert = draw.Chance(0.03) && _special is Special.None,
            Link = PpoLink.Confirmed,
        }));
    }

    private void Victim(ref SeededNumbers draw)
    {
        var status = draw.Uniform() switch { < 0.5 => VictimCaseStatus.OptedIn, < 0.7 => VictimCaseStatus.Offered, < 0.9 => VictimCaseStatus.OptedOut, _ => VictimCaseStatus.NoReply };
        var day = Earlier(Sentenced().AddDays(40), _world.AsOf.AddDays(-1));
        day = Later(day, _serves.From);
        var entry = _record.FromFile(day, SourceSystem.Template, 12, 0);
        var pointer = _record.NewId(entry);
        _record.Seal(new SealedVictim { Pointer = pointer, Reference = FormattableString.Invariant($"VLU-{_part.Number:D6}"), Preference = "By letter" });
        _record.Add(entry, "Victim contact", new Write(null, new VictimContact
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = day,
            Recorded = entry,
            Pointer = pointer,
            Status = _special is Special.VictimContact ? VictimCaseStatus.OptedIn : status,
        }));
    }

    private static double Band(ref SeededNumbers draw, (double Least, double Most) band) => band.Least + (band.Most - band.Least) * draw.Uniform();

    private static decimal Percent(double value) => Math.Round((decimal)value, 2, MidpointRounding.ToEven);
}
