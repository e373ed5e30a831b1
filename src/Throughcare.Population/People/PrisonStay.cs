using Throughcare.Domain.Rules;
using Throughcare.Population.Sentences;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.People;

/// <summary>A stay in prison as it stands on one day.</summary>
/// <remarks>What changes from day to day is counted, not remembered: each kind of event happens to a person at a fixed rate
/// from a phase of the person's own, so the number of events up to a day is a multiplication, and the state follows from it.</remarks>
internal sealed record PrisonStay
{
    /// <summary>Events for each person and day; those of the dates apply to people whose dates can change.</summary>
    private const double TransfersPerDay = 0.0025;
    private const double CellChangesPerDay = 0.015;
    private const double AlertChangesPerDay = 0.004;
    private const double DateChangesPerDay = 0.0004;
    private const double ActivityChangesPerDay = 0.002;

    private const int DaysOfNotice = 28;

    private static readonly string[] PassingAlerts = ["HA1", "RCON", "XCDV", "VU", "OCVM", "TAP", "OFR", "XB"];

    private static readonly Weighted<string> TransferReasons =
        new([("NOTR", 45), ("OVCROW", 22), ("PROAT", 14), ("SEC", 8), ("COMP", 4), ("MED", 3), ("ACCVISIT", 4)]);

    private static readonly (string Activity, string Place)[] Work =
    [
        ("Kitchen work", "Kitchen"), ("Wing cleaning", "Wing"), ("Textiles workshop", "Workshop 2"), ("English level 1", "Education"),
        ("Maths entry 3", "Education"), ("Gardens party", "Grounds"), ("Laundry", "Laundry"), ("Woodwork", "Workshop 5"),
        ("Library orderly", "Library"), ("Digital skills", "Education"),
    ];

    public required Bed Bed { get; init; }

    public required PrisonPerson Person { get; init; }

    /// <summary>How often the person has had a stay before.</summary>
    public required int Round { get; init; }

    public required string Booking { get; init; }

    /// <summary>Empty for most.</summary>
    public required IReadOnlyList<string> PreviousBookings { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The first day on which the person is no longer in prison.</summary>
    public required DateOnly LeavesOn { get; init; }

    public required Prison Prison { get; init; }

    public required string Cell { get; init; }

    public required string LegalStatus { get; init; }

    /// <summary>In the words of the prison system.</summary>
    public required string SecurityCategory { get; init; }

    public required DateOnly? CategoryReviewOn { get; init; }

    public required string IncentiveLevel { get; init; }

    /// <summary><see langword="null"/> for those who serve no sentence.</summary>
    public required RecordedSentence? Sentence { get; init; }

    public required RecordedDates Dates { get; init; }

    public required DateOnly? ConfirmedReleaseOn { get; init; }

    public required string Offence { get; init; }

    public required IReadOnlyList<string> OtherOffences { get; init; }

    /// <summary>Alerts in force, by their texts.</summary>
    public required IReadOnlyList<string> Alerts { get; init; }

    public required DateTime MovedAt { get; init; }

    /// <summary>A code of the prison's movement reasons.</summary>
    public required string MovementCode { get; init; }

    /// <summary>Empty where the last movement is no transfer.</summary>
    public required string TransferReason { get; init; }

    public required DeliveryUnit HomeUnit { get; init; }

    /// <summary>Which of the home unit's managers, 1 to 25; 0 for those whom nobody in the community manages.</summary>
    public required int ManagerNumber { get; init; }

    /// <summary>Surname, comma, forename; empty for those whom nobody in the community manages.</summary>
    public required string OffenderManager { get; init; }

    public required (string Code, string Name) Court { get; init; }

    public required IReadOnlyList<(string Activity, string Place)> Activities { get; init; }

    public static PrisonStay On(DateOnly day, StreamRoot root, Bed bed, Weighted<DeliveryUnit> homes, bool withWrongLetters)
    {
        var (member, round, arrived) = bed.On(day);
        return On(day, root, bed, homes, PrisonPerson.Draw(root, bed, member, withWrongLetters), round, arrived);
    }

    /// <summary>A stay of a person in a bed, now or before.</summary>
    /// <param name="day">A day of the stay.</param>
    /// <param name="person">Whose stay it is.</param>
    /// <param name="round">How often the person has had a stay before.</param>
    /// <param name="arrived">The first day of the stay.</param>
    public static PrisonStay On(
        DateOnly day, StreamRoot root, Bed bed, Weighted<DeliveryUnit> homes, PrisonPerson person, int round, DateOnly arrived)
    {
        var tables = PrisonTables.Shared;
        var leaves = arrived.AddDays(bed.StayDays);
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|stay|{round}"));
        var life = root.Of(FormattableString.Invariant($"person|{person.Number}|days|{round}"));
        var ageThen = person.BornOn.AgeAsAt(arrived);

        var kind = bed.Prison?.Kind ?? PrisonKind(ref draw, bed, person, ageThen);
        var mark = life.Next();
        var (prison, transfers, transferredOn) = Where(day, arrived, bed, kind, ref life, mark);
        var moves = Events(arrived, day, CellChangesPerDay, life.Uniform());
        var alertChanges = Events(arrived, day, AlertChangesPerDay, life.Uniform());
        var dateChanges = Events(arrived, day, DateChangesPerDay, life.Uniform());
        var activityChanges = Events(arrived, day, ActivityChangesPerDay, life.Uniform());
        var soon = leaves.DayNumber - day.DayNumber <= DaysOfNotice;

        var sentence = Sentenced(ref draw, bed, person, arrived, leaves, soon ? 0 : (int)(SeededNumbers.Mix(mark + (ulong)dateChanges) % 7));
        var offence = draw.One(bed.Kind == SentenceKind.Life && bed.Custody == CustodyType.Indeterminate
            ? OffenceTexts.OfLife(bed.OffenceGroup)
            : OffenceTexts.Of(bed.OffenceGroup));
        var homeUnit = homes.Draw(ref draw);
        var confirmed = draw.Chance(0.9) && bed.IsSentenced && bed.Custody != CustodyType.Indeterminate
            && (soon || bed.RecallDays is not null);

        var stay = new PrisonStay
        {
            Bed = bed,
            Person = person,
            Round = round,
            Booking = FictionalNumbers.Booking(person.Number, Family(round)),
            PreviousBookings = Previous(ref draw, person.Number, round),
            ReceivedOn = arrived.AddDays(-bed.DaysElsewhere),
            LeavesOn = leaves,
            Prison = prison,
            Cell = CellOf(prison, SeededNumbers.Mix(mark + (ulong)transfers * 1_000_003), moves),
            LegalStatus = tables.LegalStatus(StatusCode(ref draw, bed, ageThen)),
            SecurityCategory = Category(ref draw, bed, kind, ageThen),
            CategoryReviewOn = bed.IsRemand || kind == "OPEN" ? null : Review(arrived, leaves),
            IncentiveLevel = tables.Marginal("PRISON", "incentive_level").Draw(ref draw),
            Sentence = sentence,
            Dates = sentence is null ? new RecordedDates() : RecordedDates.Of(sentence),
            ConfirmedReleaseOn = confirmed ? leaves : null,
            Offence = offence,
            OtherOffences = Others(ref draw, bed, offence),
            Alerts = AlertsOf(ref draw, bed, person, ageThen, alertChanges, mark),
            MovedAt = Moved(transferredOn ?? arrived, SeededNumbers.Mix(mark ^ (ulong)transfers)),
            MovementCode = transferredOn is not null || bed.DaysElsewhere > 0 ? "INT" : AdmissionCode(bed),
            TransferReason = transferredOn is null && bed.DaysElsewhere == 0
                ? ""
                : TransferReasons.At((SeededNumbers.Mix(mark + 77 + (ulong)transfers) >> 11) / 9007199254740992.0),
            HomeUnit = homeUnit,
            ManagerNumber = draw.Chance(0.79) ? draw.Between(1, Managers.OfSentences) : 0,
            OffenderManager = "",
            Court = draw.One(tables.Courts),
            Activities = ActivitiesOf(SeededNumbers.Mix(mark + 211), activityChanges),
        };
        return stay.ManagerNumber == 0 ? stay : stay with { OffenderManager = Managers.NameOf(root, homeUnit, stay.ManagerNumber) };
    }

    /// <summary>Events after <paramref name="from"/> up to and with <paramref name="day"/>.</summary>
    private static int Events(DateOnly from, DateOnly day, double perDay, double phase) => Count(day, perDay, phase) - Count(from, perDay, phase);

    private static int Count(DateOnly day, double perDay, double phase) => (int)Math.Floor(day.DayNumber * perDay + phase);

    private static (Prison Prison, int Transfers, DateOnly? TransferredOn) Where(
        DateOnly day, DateOnly arrived, Bed bed, string kind, ref SeededNumbers life, ulong mark)
    {
        var phase = life.Uniform();
        if (bed.Prison is { } only)
        {
            return (only, 0, null);
        }

        var prisons = PrisonTables.Shared.Prisons(kind, bed.Sex);
        var transfers = Events(arrived, day, TransfersPerDay, phase);
        var trail = new SeededNumbers(mark);
        var prison = prisons.Draw(ref trail);
        for (var i = 0; i < transfers; i++)
        {
            var next = prisons.Draw(ref trail);
            while (next == prison)
            {
                next = prisons.Draw(ref trail);
            }

            prison = next;
        }

        if (transfers == 0)
        {
            return (prison, 0, null);
        }

        var on = DateOnly.FromDayNumber((int)((Count(day, TransfersPerDay, phase) - phase) / TransfersPerDay));
        while (Count(on, TransfersPerDay, phase) < Count(day, TransfersPerDay, phase))
        {
            on = on.AddDays(1);
        }

        return (prison, transfers, on);
    }

    /// <summary>Which kind of prison, by what a person serves: local prisons for remand and short sentences, and so on.</summary>
    private static string PrisonKind(ref SeededNumbers draw, Bed bed, PrisonPerson person, int age)
    {
        var at = draw.Uniform();
        var young = draw.Chance(0.6) && age < 21;
        if (bed.Sex == 'F')
        {
            return at < 0.08 && bed.IsSentenced && bed.Custody != CustodyType.Recalled ? "OPEN" : "FEMALE_CLOSED";
        }

        if (bed.Custody == CustodyType.Immigration)
        {
            return at < 0.5 ? "FOREIGN_NATIONAL" : "RECEPTION";
        }

        if (!bed.IsSentenced)
        {
            return "RECEPTION";
        }

        var kind = bed.Custody switch
        {
            CustodyType.Recalled => at < 0.6 ? "RECEPTION" : "TRAINING_C",
            CustodyType.Indeterminate or CustodyType.Extended =>
                at switch { < 0.30 => "HIGH_SECURITY", < 0.55 => "TRAINING_B", < 0.95 => "TRAINING_C", _ => "OPEN" },
            _ when !bed.Term.IsAtLeastMonths(24) => at switch { < 0.45 => "RECEPTION", < 0.90 => "TRAINING_C", _ => "OPEN" },
            _ => at switch { < 0.05 => "RECEPTION", < 0.16 => "TRAINING_B", < 0.24 => "RESETTLEMENT", < 0.37 => "OPEN", _ => "TRAINING_C" },
        };
        return kind != "TRAINING_C" ? kind
            : young ? "YOI"
            : person.Nationality != "British" && at > 0.8 ? "FOREIGN_NATIONAL"
            : kind;
    }

    /// <summary>The sentence with just the remand days that make its release fall on the day the person leaves.</summary>
    /// <param name="recalculated">Days that a later recalculation will take off the remand days again.</param>
    private static RecordedSentence? Sentenced(
        ref SeededNumbers draw, Bed bed, PrisonPerson person, DateOnly arrived, DateOnly leaves, int recalculated)
    {
        var position = draw.Uniform();
        var deport = draw.Chance(0.4) && person.Nationality is not ("British" or "Irish") && bed.Custody != CustodyType.Indeterminate;
        if (!bed.IsSentenced)
        {
            return null;
        }

        var on = arrived.AddDays(-bed.DaysElsewhere);
        if (bed.Custody == CustodyType.Recalled)
        {
            var days = bed.Term.FewestDays;
            var least = days / 2 + 8;
            var most = days - bed.StayDays - 5;
            on = arrived.AddDays(-(least + (int)(position * (most - least))));
        }

        var sentence = new RecordedSentence(bed.Kind, on, bed.Term, bed.OffenceGroup, person.BornOn)
        {
            Extension = bed.Extension,
            AddedDays = bed.AddedDays,
            DaysAtLarge = bed.DaysAtLarge,
            ToBeDeported = deport,
            Recall = bed.Custody == CustodyType.Recalled ? new RecordedRecall(arrived, bed.RecallDays) : null,
        };
        if (bed.Custody is not (CustodyType.Standard or CustodyType.Extended))
        {
            return sentence;
        }

        var release = RecordedDates.Of(sentence).Crd!.Value;
        return sentence with { RemandDays = release.DayNumber - leaves.DayNumber + recalculated };
    }

    /// <summary>Every booking of an earlier stay, and for some an older one.</summary>
    private static List<string> Previous(ref SeededNumbers draw, int person, int round)
    {
        var families = Enumerable.Range(0, Math.Min(round, 3)).Select(Family).Where(family => family != Family(round)).ToList();
        if (draw.Chance(0.3))
        {
            families.Add(1);
        }

        return families.ConvertAll(family => FictionalNumbers.Booking(person, family));
    }

    /// <summary>Which letter the booking of a stay has: Z the first time, then X and W by turns; Y is for older ones.</summary>
    private static int Family(int round) => round == 0 ? 0 : 2 + (round - 1) % 2;

    private static string StatusCode(ref SeededNumbers draw, Bed bed, int age)
    {
        var at = draw.Uniform();
        return bed.Custody switch
        {
            CustodyType.Standard => age < 21 ? "YOI_ORA" : bed.Term.IsAtLeastMonths(24) && at < 0.3 ? "SENT03" : "ADIMP_ORA",
            CustodyType.Indeterminate when bed.Kind == SentenceKind.Ipp => "IPP",
            CustodyType.Indeterminate => age < 21 ? "SEC94" : bed.OffenceGroup == "VAP" ? "MLP" : at < 0.5 ? "DLP" : "ALP",
            CustodyType.Extended => bed.Kind == SentenceKind.Sopc ? "SEC236A" : "EXSENT08",
            CustodyType.Recalled => bed.RecallDays switch { 14 => "14FTR_ORA", 28 => "FTR_ORA", 56 => "FTR/08", _ => "LR_ORA" },
            CustodyType.RemandUntried => at < 0.6 ? "TRL" : "RX",
            CustodyType.RemandUnsentenced => at < 0.8 ? "SEC38" : "JR",
            CustodyType.Immigration => "DET",
            CustodyType.Civil => "CIVIL",
            _ => "A_FINE",
        };
    }

    private static string Category(ref SeededNumbers draw, Bed bed, string kind, int age)
    {
        var at = draw.Uniform();
        return (bed.Sex, kind) switch
        {
            _ when !bed.IsSentenced => bed.IsRemand ? "Unsentenced" : "Unclass",
            ('F', "OPEN") => "Fem Open",
            ('F', _) => at < 0.004 ? "Fem Restricted" : "Fem Closed",
            (_, "OPEN") => age < 21 ? "YOI Open" : "Cat D",
            (_, "HIGH_SECURITY") => at < 0.2 ? "Cat A" : "Cat B",
            _ when age < 21 => "YOI Closed",
            (_, "TRAINING_B") => "Cat B",
            (_, "RECEPTION") => at < 0.25 ? "Cat B" : "Cat C",
            _ => "Cat C",
        };
    }

    /// <summary>A year after the arrival; for long stays a day in 2027 or 2028 that divides the rest into years.</summary>
    private static DateOnly Review(DateOnly arrived, DateOnly leaves)
    {
        if (leaves.DayNumber - arrived.DayNumber <= 730)
        {
            var year = arrived.AddYears(1);
            return year < leaves ? year : leaves;
        }

        var years = Math.Max(0, leaves.DayNumber - Bed.FirstDay.DayNumber - 600) / 365;
        return leaves.AddDays(-365 * years);
    }

    private static List<string> Others(ref SeededNumbers draw, Bed bed, string main)
    {
        var others = new List<string>();
        if (bed.Custody is CustodyType.Immigration or CustodyType.Civil)
        {
            return others;
        }

        for (var more = draw.Uniform(); more < 0.3 && others.Count < 3; more = draw.Uniform())
        {
            var text = draw.One(OffenceTexts.Of(PrisonTables.Shared.Marginal("PRISON", "offence_group").Draw(ref draw)));
            if (text != main && !others.Contains(text, StringComparer.Ordinal))
            {
                others.Add(text);
            }
        }

        return others;
    }

    private static List<string> AlertsOf(ref SeededNumbers draw, Bed bed, PrisonPerson person, int age, int changes, ulong mark)
    {
        var codes = new List<string>();
        void Add(ref SeededNumbers numbers, string code, double share, bool applies)
        {
            if (numbers.Uniform() < share && applies)
            {
                codes.Add(code);
            }
        }

        var rosh = PrisonTables.Shared.Marginal("PRISON", "rosh").Draw(ref draw);
        Add(ref draw, rosh switch { "VERY_HIGH" => "ROV", "HIGH" => "ROH", _ => "ROM" }, 0.8, bed.IsSentenced && rosh != "LOW");
        Add(ref draw, "SOR", 0.8, bed.OffenceGroup == "SEX" && bed.IsSentenced);
        Add(ref draw, "P22", 0.5, bed.OffenceGroup == "SEX" && bed.IsSentenced);
        Add(ref draw, "CPC", 0.35, bed.OffenceGroup == "SEX");
        Add(ref draw, "RDV", 0.3, bed.OffenceGroup == "VAP");
        Add(ref draw, "XA", 0.4, bed.OffenceGroup == "CDA");
        Add(ref draw, "RSS", 0.04, true);
        Add(ref draw, "RKC", 0.06, bed.OffenceGroup is "VAP" or "ROB");
        Add(ref draw, "HA", 0.025, true);
        Add(ref draw, "HA2", 0.09, true);
        Add(ref draw, "HC", 0.08, true);
        Add(ref draw, "CSIP", 0.015, true);
        Add(ref draw, "PEEP", 0.05, true);
        Add(ref draw, "HID", 0.06, true);
        Add(ref draw, "F1", 0.04, true);
        Add(ref draw, "LCE", 0.2, age < 25);
        Add(ref draw, "XGANG", 0.06, age < 30);
        Add(ref draw, "OPPO", 0.03, bed.IsSentenced);
        Add(ref draw, "OIOM", 0.03, bed.OffenceGroup is "THE" or "ROB");
        Add(ref draw, "VLES", 0.15, person.Nationality is not ("British" or "Irish" or "Jamaican"));
        Add(ref draw, "XLDEPORT", 0.2, person.Nationality is not ("British" or "Irish"));
        Add(ref draw, "PGWCP", 0.02, bed.Sex == 'F' && age < 45);
        Add(ref draw, "XEL", 0.003, true);
        if ((changes & 1) == 1)
        {
            codes.Add(PassingAlerts[(int)(SeededNumbers.Mix(mark + 13 + (ulong)(changes / 2)) % (ulong)PassingAlerts.Length)]);
        }

        return codes.ConvertAll(PrisonTables.Shared.Alert);
    }

    private static string AdmissionCode(Bed bed) => bed.Custody switch
    {
        CustodyType.Indeterminate when bed.Kind == SentenceKind.Ipp => "25",
        CustodyType.Extended => "26",
        CustodyType.Recalled => "L",
        CustodyType.RemandUntried => "N",
        CustodyType.RemandUnsentenced => "V",
        CustodyType.Immigration => "E",
        CustodyType.Civil => "C",
        CustodyType.FineDefault => "F",
        _ => "I",
    };

    private static DateTime Moved(DateOnly day, ulong mark) =>
        day.ToDateTime(new TimeOnly(9 + (int)(mark % 9), (int)(mark / 9 % 60), (int)(mark / 540 % 60)), DateTimeKind.Unspecified);

    private static string CellOf(Prison prison, ulong mark, int moves)
    {
        var wing = (char)('A' + (int)((mark + (ulong)(moves / 3)) % 8));
        var landing = 1 + (int)((mark / 8 + (ulong)(moves / 2)) % 4);
        var cell = 1 + (int)((mark / 32 + (ulong)moves * 7) % 40);
        return FormattableString.Invariant($"{prison.Code}-{wing}-{landing}-{cell:D3}");
    }

    /// <summary>Whoever has none stays without; the others change what they do.</summary>
    private static List<(string Activity, string Place)> ActivitiesOf(ulong mark, int changes)
    {
        var share = new SeededNumbers(mark);
        var draw = new SeededNumbers(SeededNumbers.Mix(mark + (ulong)changes));
        var count = share.Uniform() switch { < 0.3 => 0, < 0.75 => 1, _ => 2 };
        var list = new List<(string, string)>(count);
        for (var i = 0; i < count; i++)
        {
            var work = draw.One(Work);
            if (!list.Contains(work))
            {
                list.Add(work);
            }
        }

        return list;
    }
}

/// <summary>Offender managers in the community, so many in each delivery unit.</summary>
internal static class Managers
{
    /// <summary>Managers 1 to 25 have those in prison and on licence.</summary>
    public const int OfSentences = 25;

    /// <summary>Managers 26 to 53 have those on orders.</summary>
    public const int All = 53;

    /// <summary>Surname, comma, forename.</summary>
    /// <param name="number">1 to <see cref="All"/>.</param>
    public static string NameOf(StreamRoot root, DeliveryUnit unit, int number)
    {
        var (surname, forename) = Draw(root, unit, number);
        return $"{surname}, {forename}";
    }

    /// <param name="number">1 to <see cref="All"/>.</param>
    public static (string Surname, string Forename) Draw(StreamRoot root, DeliveryUnit unit, int number)
    {
        var draw = root.Of(FormattableString.Invariant($"staff|{unit.Code}|{number}"));
        var ethnicGroup = PrisonTables.Shared.Marginal("PROBATION", "ethnic_group").Draw(ref draw);
        var cluster = PrisonTables.Shared.NameClusters(ethnicGroup).Draw(ref draw);
        var forename = draw.One(PrisonTables.Shared.Forenames(cluster, draw.Chance(0.7) ? 'F' : 'M'));
        return (Surnames.Draw(ref draw, cluster), forename);
    }
}
