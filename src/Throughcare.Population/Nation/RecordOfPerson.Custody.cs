using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Population.People;
using Throughcare.Population.Sentences;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Nation;

/// <content>Sentence, custody and movements; orders in the community.</content>
internal sealed partial class RecordOfPerson
{
    private const double TransfersAYear = 0.9;
    private const int WeeksOfDemo = 12;
    private const int DaysOfNotice = 28;

    private static readonly string[] PlannedTransfers = ["T-PLAN", "T-INTV", "T-CAT", "T-HOME", "T-POP", "T-POP", "T-SEC"];

    private readonly List<Spell> _spells = [];
    private CellLocation? _location;
    private CustodyStatus? _status;
    private CustodyEpisode? _episode;
    private KeyDates? _keyDates;
    private DateOnly _heldSince;
    private bool _hasUnpaidWork;

    /// <summary>A time in one prison, or out on licence.</summary>
    /// <param name="Prison"><see langword="null"/> on licence.</param>
    /// <param name="Until">The first day after it.</param>
    private sealed record Spell(Prison? Prison, DateOnly From, DateOnly Until);

    private string Booking => FictionalNumbers.Booking(_part.Number);

    private void Offences(List<Write> writes)
    {
        Add(_serves.Offence, _serves.OffenceGroup, isMain: true);
        foreach (var other in _serves.OtherOffences)
        {
            Add(other, OffenceTexts.All.First(group => group.Value.Contains(other, StringComparer.Ordinal)).Key, isMain: false);
        }

        void Add(string words, string group, bool isMain) => writes.Add(new Write(null, new Offence
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = _serves.From,
            Recorded = _opening,
            Description = words,
            GroupCode = group,
            IsMain = isMain,
            CommittedOn = _serves.From.AddDays(-30 - 7 * (words.Length % 40)),
        }));
    }

    private void Custody(List<Write> opening)
    {
        var draw = Stream("movements");
        var sentence = _serves.Sentence;
        _heldSince = _serves.Sentence?.Recall?.On ?? _serves.From;
        var lastPrison = _part.InCustody ? PrisonOf(ref draw) : FirstPrison(ref draw);
        var firstPrison = _serves.ReleasedOn is null ? null : FirstPrison(ref draw);

        _episode = new CustodyEpisode { Id = _record.NewId(_opening), PersonId = _record.PersonId, CaseId = _case, ValidFrom = _serves.From, Recorded = _opening, BookingNumber = Booking };
        opening.Add(new Write(null, _episode));
        var waited = sentence is not null && sentence.On > _serves.From;
        var stays = _serves.ReleasedOn is null ? Stays(ref draw, lastPrison) : [(firstPrison!, _serves.From)];
        for (var at = 0; at < stays.Count; at++)
        {
            _spells.Add(new Spell(stays[at].Prison, stays[at].From, at + 1 < stays.Count ? stays[at + 1].From : _serves.ReleasedOn ?? _world.AsOf));
        }

        Receive(opening, _opening, stays[0].Prison, _serves.From, ReasonOfReception(waited), waited || sentence is null ? StatusBefore(ref draw) : StatusOf(sentence, ref draw), ref draw);
        if (sentence is not null && !waited)
        {
            SentencePassed(opening, _opening, sentence, ref draw);
        }
        else if (sentence is not null)
        {
            var court = _record.FromFile(sentence.On, SourceSystem.Offloc, 17, 10);
            List<Write> writes = [];
            SentencePassed(writes, court, sentence, ref draw);
            Status(writes, court, sentence.On, StatusOf(sentence, ref draw), ref draw);
            _record.Add(court, "Sentence", writes);
        }

        Transfers(stays, ref draw);
        if (_serves.ReleasedOn is { } released)
        {
            Release(released);
            _spells.Add(new Spell(null, released, sentence?.Recall is { } back && _part.InCustody ? back.On : _world.AsOf));
            if (sentence?.Recall is { } recall && _part.InCustody)
            {
                Return(recall, lastPrison, sentence, ref draw);
            }
        }

        if (_part.InCustody)
        {
            Confirm(ref draw);
            Away(lastPrison, ref draw);
        }
    }

    private Prison PrisonOf(ref SeededNumbers draw)
    {
        var (at, open) = (draw.Uniform(), draw.Uniform());
        if (_part.Place is { } place)
        {
            return PrisonTables.Shared.ByCode[place];
        }

        var sentence = _serves.Sentence;
        var soon = _serves.Dates.Crd is { } crd && crd <= _world.AsOf.AddMonths(24);
        var kind = (_who.Sex, _serves.Custody) switch
        {
            ('F', _) => soon && open < 0.08 ? "OPEN" : "FEMALE_CLOSED",
            (_, CustodyType.Immigration) => at < 0.5 ? "FOREIGN_NATIONAL" : "RECEPTION",
            (_, CustodyType.Indeterminate or CustodyType.Extended) => at switch { < 0.30 => "HIGH_SECURITY", < 0.55 => "TRAINING_B", < 0.95 => "TRAINING_C", _ => "OPEN" },
            (_, CustodyType.Recalled) => at < 0.6 ? "RECEPTION" : "TRAINING_C",
            (_, CustodyType.Standard) when !sentence!.Term.IsAtLeastMonths(24) => at switch { < 0.45 => "RECEPTION", < 0.90 => "TRAINING_C", _ => "OPEN" },
            (_, CustodyType.Standard) when soon && _rosh <= 1 && open < 0.25 => "OPEN",
            (_, CustodyType.Standard) => at switch { < 0.05 => "RECEPTION", < 0.15 => "TRAINING_B", < 0.25 => "RESETTLEMENT", _ => "TRAINING_C" },
            _ => "RECEPTION",
        };
        kind = kind == "TRAINING_C" && _who.BornOn.AgeAsAt(_world.AsOf) < 21 && open < 0.6 ? "YOI" : kind;
        return _world.Places.Draw(ref draw, kind, _who.Sex);
    }

    /// <summary>Where somebody is received: a local prison, or the women's; of the demo, one of the nation's.</summary>
    private Prison FirstPrison(ref SeededNumbers draw)
    {
        var kind = _who.Sex == 'F' ? "FEMALE_CLOSED" : "RECEPTION";
        return _world.IsDemo ? draw.One(_world.Places.Receptions.Where(prison => prison.Sex == _who.Sex).ToList()) : _world.Places.Draw(ref draw, kind, _who.Sex);
    }

    /// <summary>Prisons one after the other, the last one where the person is.</summary>
    private List<(Prison Prison, DateOnly From)> Stays(ref SeededNumbers draw, Prison last)
    {
        var start = Later(_serves.From, _world.HistoryFrom).AddDays(3);
        var days = _world.AsOf.DayNumber - start.DayNumber - 1;
        var arrivesInDemo = _world.IsDemo && _part.RankAtPlace % 8 == 1;
        var (uniform, position) = (draw.Uniform(), draw.Uniform());
        var mean = TransfersAYear * Math.Max(0, days) / 365.25 * (_serves.IsSentenced ? 1 : 0.4);
        var count = days < 5 ? 0 : arrivesInDemo ? 1 : _world.IsDemo ? 0 : Math.Min(4, PoissonAt(uniform, mean));
        var moved = new SortedSet<DateOnly>();
        for (var i = 0; i < count; i++)
        {
            moved.Add(arrivesInDemo ? _world.AsOf.AddDays(-2 - (int)(position * (Math.Min(days, WeeksOfDemo * 7) - 3))) : start.AddDays(draw.Below(days)));
        }

        var stays = new List<(Prison, DateOnly)>();
        var from = _serves.From;
        foreach (var day in moved)
        {
            var prison = stays.Count == 0 ? FirstPrison(ref draw) : _world.Places.Draw(ref draw, last.Kind, _who.Sex);
            if (stays.Count > 0 && stays[^1].Item1 == prison)
            {
                continue;
            }

            stays.Add((prison, from));
            from = day;
        }

        if (stays.Count > 0 && stays[^1].Item1 == last)
        {
            from = stays[^1].Item2;
            stays.RemoveAt(stays.Count - 1);
        }

        stays.Add((last, from));
        return stays;
    }

    private void Receive(List<Write> writes, Entry entry, Prison prison, DateOnly day, string reason, string status, ref SeededNumbers draw)
    {
        _location = new CellLocation
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = day,
            Recorded = entry,
            Prison = new PlaceCode(prison.Code),
            Cell = CellOf(prison, ref draw),
        };
        writes.Add(new Write(null, _location));
        Status(writes, entry, day, status, ref draw);
        Move(writes, entry, day, "ADM", reason, null, prison.Code, 15, 40);
    }

    private void Status(List<Write> writes, Entry entry, DateOnly day, string legal, ref SeededNumbers draw)
    {
        var incentive = PrisonTables.Shared.Marginal("PRISON", "incentive_level").Draw(ref draw) switch { "Enhanced" => "ENH", "Basic" => "BAS", "Entry" => "ENT", _ => "STD" };
        var isSentenced = _serves.IsSentenced && day >= _serves.Sentence!.On;
        var next = new CustodyStatus
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = day,
            Recorded = entry,
            Status = "ACTIVE IN",
            LegalStatus = Coded.Of(legal),
            SecurityCategory = Coded.Of(!isSentenced ? "U" : Category(_location!.Prison.Text)),
            CategoryChangedOn = isSentenced ? day : null,
            CategoryReviewOn = isSentenced ? day.AddYears(Math.Max(1, _world.AsOf.Year - day.Year + 1)) : null,
            IncentiveLevel = Coded.Of(incentive),
        };
        writes.AddRange(Succession.Of(_status, next));
        _status = (CustodyStatus)writes[^1].After;
    }

    private string Category(string prison)
    {
        var kind = PrisonTables.Shared.ByCode[prison].Kind;
        var isYoung = _who.BornOn.AgeAsAt(_world.AsOf) < 21;
        return (_who.Sex, kind) switch
        {
            ('F', "OPEN") => "T",
            ('F', _) => "R",
            (_, "OPEN") => isYoung ? "J" : "D",
            _ when isYoung => "I",
            (_, "HIGH_SECURITY") => _part.Number % 5 == 0 ? "A" : "B",
            (_, "TRAINING_B") => "B",
            _ => "C",
        };
    }

    private string ReasonOfReception(bool waited) => waited ? "R-REM" : _serves.Custody switch
    {
        CustodyType.RemandUntried or CustodyType.RemandUnsentenced => "R-REM",
        CustodyType.Immigration => "R-IMM",
        CustodyType.Civil or CustodyType.FineDefault => "R-CIV",
        _ => "R-SENT",
    };

    private string StatusBefore(ref SeededNumbers draw)
    {
        var at = draw.Uniform();
        return _serves.Custody switch
        {
            CustodyType.RemandUnsentenced => at < 0.8 ? "SEC38" : "JR",
            CustodyType.Immigration => "DET",
            CustodyType.Civil => "CIVIL",
            CustodyType.FineDefault => "A_FINE",
            _ => at < 0.6 ? "TRL" : "RX",
        };
    }

    private string StatusOf(RecordedSentence sentence, ref SeededNumbers draw)
    {
        var at = draw.Uniform();
        var isYoung = _who.BornOn.AgeAsAt(sentence.On) < 21;
        return sentence.Kind switch
        {
            SentenceKind.Ipp => "IPP",
            SentenceKind.Life => isYoung ? "SEC94" : sentence.OffenceGroup == "VAP" ? "MLP" : at < 0.5 ? "DLP" : "ALP",
            SentenceKind.Eds => "EXSENT08",
            SentenceKind.Sopc => "SEC236A",
            _ => isYoung ? "YOI_ORA" : sentence.Term.IsAtLeastMonths(24) && at < 0.3 ? "SENT03" : "ADIMP_ORA",
        };
    }

    private static string TypeOf(RecordedSentence sentence) => sentence.Kind switch
    {
        SentenceKind.Ipp => "IPP",
        SentenceKind.Life => sentence.OffenceGroup == "VAP" ? "MLP" : "DLP",
        SentenceKind.Eds => "EDS21",
        SentenceKind.Sopc => "SOPC21",
        _ => "ADIMP_ORA",
    };

    private void SentencePassed(List<Write> writes, Entry entry, RecordedSentence sentence, ref SeededNumbers draw)
    {
        var (courtCode, courtName) = draw.One(PrisonTables.Shared.Courts);
        var isLife = sentence.Kind is SentenceKind.Life or SentenceKind.Ipp;
        var term = sentence.Term;
        writes.Add(new Write(null, new SentenceRecord
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = sentence.On,
            Recorded = entry,
            Type = Coded.Of(TypeOf(sentence)),
            LegalStatus = Coded.Of(StatusOf(sentence, ref draw)),
            Years = isLife || term.Years == 0 ? null : term.Years,
            Months = isLife || term.Months == 0 ? null : term.Months,
            Days = isLife || 7 * term.Weeks + term.Days == 0 ? null : 7 * term.Weeks + term.Days,
            EffectiveDays = isLife ? null : term.DaysFrom(sentence.On),
            Court = Coded.Of(courtCode),
        }));
        Adjustments(writes, entry, sentence);
        var dates = RecordedDates.Of(sentence with { Recall = null });
        _keyDates = new KeyDates
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = sentence.On,
            Recorded = entry,
            AsOf = sentence.On,
            Crd = dates.Crd,
            Sled = dates.Sled,
            Tused = dates.Tused,
            Hdced = dates.Hdced,
            Ped = dates.Ped,
            Ted = dates.Ted,
        };
        writes.Add(new Write(null, _keyDates));
        if (_part.OnProbation)
        {
            Disposal(writes, entry, sentence, isLife, courtName);
        }
    }

    private void Disposal(List<Write> writes, Entry entry, RecordedSentence sentence, bool isLife, string courtName)
    {
        var term = sentence.Term;
        var (length, unit) = (12 * term.Years + term.Months, term.Weeks, term.Days) switch
        {
            ( > 0, _, _) => (12 * term.Years + term.Months, LengthUnit.Months),
            (_, > 0, _) => (term.Weeks, LengthUnit.Weeks),
            _ => (term.Days, LengthUnit.Days),
        };
        writes.Add(new Write(null, new Disposal
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = sentence.On,
            Recorded = entry with { Source = SourceSystem.Ndelius },
            Type = Coded.Of(TypeOf(sentence)),
            Detail = $"{TextOf(sentence.Kind)}, {courtName}",
            Length = isLife ? null : length,
            Unit = isLife ? null : unit,
        }));
    }

    private static string TextOf(SentenceKind kind) => kind switch
    {
        SentenceKind.Life => "Life imprisonment",
        SentenceKind.Ipp => "Imprisonment for public protection",
        SentenceKind.Eds => "Extended determinate sentence",
        SentenceKind.Sopc => "Sentence for offenders of particular concern",
        _ => "Standard determinate sentence",
    };

    private void Adjustments(List<Write> writes, Entry entry, RecordedSentence sentence)
    {
        var remand = sentence.RemandDays - Math.Min(_serves.TaggedBailDays, sentence.RemandDays);
        Add(AdjustmentType.Remand, remand, remand > 0 ? sentence.On.AddDays(-remand) : null, sentence.On.AddDays(-1));
        Add(AdjustmentType.TaggedBail, sentence.RemandDays - remand, null, null);
        Add(AdjustmentType.Ada, sentence.AddedDays, null, null);
        Add(AdjustmentType.Ual, sentence.DaysAtLarge, null, null);

        void Add(AdjustmentType type, int days, DateOnly? from, DateOnly? to)
        {
            if (days > 0)
            {
                writes.Add(new Write(null, new SentenceAdjustment
                {
                    Id = _record.NewId(entry),
                    PersonId = _record.PersonId,
                    CaseId = _case,
                    ValidFrom = sentence.On,
                    Recorded = entry,
                    BookingNumber = Booking,
                    Type = type,
                    Days = days,
                    From = from,
                    To = from is null ? null : to,
                }));
            }
        }
    }

    private void Transfers(List<(Prison Prison, DateOnly From)> stays, ref SeededNumbers draw)
    {
        for (var at = 1; at < stays.Count; at++)
        {
            var (prison, day) = stays[at];
            var entry = _record.FromFile(day, SourceSystem.Offloc, 18, 5);
            var reason = draw.One(PlannedTransfers);
            List<Write> writes = [];
            Move(writes, entry, day, "TRN", reason, stays[at - 1].Prison.Code, prison.Code, 9, 20);
            Move(writes, entry, day, "ADM", "R-TRN", stays[at - 1].Prison.Code, prison.Code, 14, 45);
            writes.AddRange(Succession.Of(_location, new CellLocation
            {
                Id = _record.NewId(entry),
                PersonId = _record.PersonId,
                CaseId = _case,
                ValidFrom = day,
                Recorded = entry,
                Prison = new PlaceCode(prison.Code),
                Cell = CellOf(prison, ref draw),
            }));
            _location = (CellLocation)writes[^1].After;
            _record.Add(entry, "Transfer", writes);
        }
    }

    private void Release(DateOnly day)
    {
        var entry = _record.FromFile(day, SourceSystem.Offloc, 18, 30);
        List<Write> writes = [];
        Move(writes, entry, day, "REL", "L-CRD", _location!.Prison.Text, null, 9, 5);
        writes.Add(new Write(_location, _location.EndedOn(day, entry)));
        writes.Add(new Write(_episode, _episode!.EndedOn(day, entry)));
        writes.Add(new Write(_status, _status!.EndedOn(day, entry)));
        _record.Add(entry, "Release", writes);
        (_location, _episode, _status) = (null, null, null);
    }

    private void Return(RecordedRecall recall, Prison prison, RecordedSentence sentence, ref SeededNumbers draw)
    {
        var entry = _record.FromFile(recall.On, SourceSystem.Offloc, 19, 20);
        List<Write> writes = [];
        _episode = new CustodyEpisode
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = recall.On,
            Recorded = entry,
            BookingNumber = FictionalNumbers.Booking(_part.Number, 1),
        };
        writes.Add(new Write(null, _episode));
        Receive(writes, entry, prison, recall.On, "R-RCL", recall.Days switch { 14 => "14FTR_ORA", 28 => "FTR_ORA", 56 => "FTR/08", _ => "LR_ORA" }, ref draw);
        var dates = RecordedDates.Of(sentence);
        var next = _keyDates!.Next(entry) with { Prrd = dates.Prrd, AsOf = recall.On, Hdced = null };
        writes.Add(new Write(_keyDates, next));
        writes.Add(new Write(null, new PersonIdentifier
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            ValidFrom = recall.On,
            Recorded = entry,
            Kind = IdentifierKind.Booking,
            Canonical = FictionalNumbers.Booking(_part.Number, 1),
            Check = IdentifierCheck.Valid,
        }));
        _keyDates = next;
        _spells.Add(new Spell(prison, recall.On, _world.AsOf));
        _record.Add(entry, "Recall", writes);
    }

    /// <summary>The release date is confirmed for nine in ten of those who leave within four weeks.</summary>
    private void Confirm(ref SeededNumbers draw)
    {
        var isConfirmed = draw.Chance(0.9);
        var leaves = _serves.Sentence?.Recall is not null ? _serves.Dates.Prrd : _serves.Dates.Ped is null ? _serves.Dates.Crd : null;
        if (!isConfirmed || leaves is not { } day || day <= _world.AsOf || day > _world.AsOf.AddDays(DaysOfNotice) || _keyDates is null)
        {
            return;
        }

        var on = Earlier(Later(day.AddDays(-DaysOfNotice), _keyDates.Recorded.At.LondonDate.AddDays(1)), _world.AsOf.AddDays(-1));
        var entry = _record.FromFile(on, SourceSystem.Offloc, 5, 20);
        if (entry.At <= _keyDates.Recorded.At)
        {
            return;
        }

        var next = _keyDates.Next(entry) with { ConfirmedRelease = day, AsOf = on, ReleaseReason = "CR" };
        _record.Add(entry, "Key dates", new Write(_keyDates, next));
        _keyDates = next;
    }

    /// <summary>At court, on temporary release or on the way to another prison on the day.</summary>
    private void Away(Prison prison, ref SeededNumbers draw)
    {
        var at = draw.Uniform();
        var yesterday = _world.AsOf.AddDays(-1);
        var kind = _world.IsDemo && _part.Place == "LHI"
            ? _part.RankAtPlace switch { 9 => 'T', >= 42 and <= 45 => 'C', >= 50 and <= 52 => 'W', >= 58 and <= 61 => 'T', _ => ' ' }
            : _world.IsDemo ? ' '
            : prison.Kind == "OPEN" ? at < 0.06 ? 'T' : ' '
            : _special is Special.TemporaryRelease ? 'T'
            : prison.Kind == "RECEPTION" ? at < 0.01 ? 'C' : at < 0.012 ? 'W' : ' '
            : at < 0.002 ? 'W' : ' ';
        if (kind == ' ' || _location!.ValidFrom >= yesterday || yesterday < _world.HistoryFrom)
        {
            return;
        }

        var entry = _record.FromFile(yesterday, SourceSystem.Offloc, 20, 15);
        List<Write> writes = [];
        switch (kind)
        {
            case 'C':
                Move(writes, entry, yesterday, "CRT", "C-CRT", prison.Code, null, 8, 10);
                break;
            case 'T':
                Move(writes, entry, yesterday, "TAP", "A-ROTL", prison.Code, null, 9, 30, London.At(_world.AsOf.AddDays(3), new TimeOnly(16, 0)));
                break;
            default:
                var others = _world.Places.Prisons.Concat(_world.Places.Receptions).Where(other => other.Sex == _who.Sex);
                var next = others.FirstOrDefault(other => other.Code != prison.Code);
                if (next is not null)
                {
                    Move(writes, entry, yesterday, "TRN", "T-HOME", prison.Code, next.Code, 15, 30);
                }

                break;
        }

        _record.Add(entry, "Movement", writes);
    }

    private void Move(List<Write> writes, Entry entry, DateOnly day, string type, string reason, string? from, string? to, int hour, int minute, DateTimeOffset? dueBack = null)
    {
        if (day < _world.HistoryFrom)
        {
            return;
        }

        var at = London.At(day, new TimeOnly(hour, minute));
        writes.Add(new Write(null, new Movement
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = day,
            ValidTo = day,
            Recorded = entry,
            Type = type,
            Reason = reason,
            HappenedAt = at < entry.At ? at : entry.At,
            From = from is null ? null : new PlaceCode(from),
            To = to is null ? null : new PlaceCode(to),
            DueBackAt = dueBack,
        }));
    }

    private void Order(List<Write> writes)
    {
        var draw = Stream("order");
        var kind = PrisonTables.Shared.Marginal("PROBATION", "requirement").Draw(ref draw);
        var (days, hours, other) = (5 * draw.Between(2, 9), 20 * draw.Between(2, 15), draw.Uniform());
        var court = new CourtEvent
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = _serves.From,
            Recorded = _opening,
            ReferredOn = _serves.From,
            ConvictedOn = _serves.From,
            Cohort = "COMMUNITY",
        };
        writes.Add(new Write(null, court));
        var (type, words) = _serves.Order switch
        {
            OrderKind.CommunityOrder => (Coded.Of("CO"), "Community order"),
            OrderKind.SuspendedSentence => (Coded.Of("SSO"), "Suspended sentence order"),
            _ => (Coded.Unmapped("Deferred sentence"), "Deferred sentence"),
        };
        writes.Add(new Write(null, new Disposal
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = _serves.From,
            Recorded = _opening,
            Type = type,
            Detail = words,
            Length = _serves.OrderMonths,
            Unit = LengthUnit.Months,
        }));
        if (_serves.Order is OrderKind.Other)
        {
            return;
        }

        if (kind is "ONLY_RAR" or "RAR_AND_UNPAID_WORK" or "RAR_AND_OTHER")
        {
            Add("F", "Rehabilitation activity requirement", days, LengthUnit.Days);
        }

        if (kind is "ONLY_UNPAID_WORK" or "RAR_AND_UNPAID_WORK")
        {
            _hasUnpaidWork = true;
            Add("W", "Unpaid work", hours, LengthUnit.Hours);
        }

        if (kind is "RAR_AND_OTHER" or "OTHER_ONLY")
        {
            var (code, text, length, unit) = other < 0.4 ? ("E", "Exclusion", 6, LengthUnit.Months) : other < 0.7 ? ("C", "Curfew", 90, LengthUnit.Days) : ("A", "Alcohol treatment", 6, LengthUnit.Months);
            Add(code, text, length, unit);
        }

        void Add(string code, string text, int length, LengthUnit unit) => writes.Add(new Write(null, new Requirement
        {
            Id = _record.NewId(_opening),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = _serves.From,
            Recorded = _opening,
            CategoryCode = code,
            Category = text,
            CommencedOn = _serves.From,
            Length = length,
            Unit = unit,
        }));
    }

    private static int PoissonAt(double uniform, double mean)
    {
        var (share, sum, count) = (Math.Exp(-mean), Math.Exp(-mean), 0);
        while (uniform > sum && count < 12)
        {
            count++;
            share *= mean / count;
            sum += share;
        }

        return count;
    }

    private static string CellOf(Prison prison, ref SeededNumbers draw) =>
        FormattableString.Invariant($"{prison.Code}-{(char)('A' + draw.Below(8))}-{draw.Between(1, 4)}-{draw.Between(1, 40):D3}");
}
