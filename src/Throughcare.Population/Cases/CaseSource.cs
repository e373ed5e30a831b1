using Throughcare.Population.People;
using Throughcare.Population.Sentences;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Cases;

/// <summary>A place in the caseload which so many people always fill, one after the other.</summary>
internal abstract class CaseSource
{
    /// <summary>How many CRNs each of its people has.</summary>
    public required int Records { get; init; }

    /// <summary>How many of its people are on probation on a day, the same on every day.</summary>
    public abstract int Open { get; }

    /// <summary>Who is in prison or on probation on a day, and whether on probation.</summary>
    public abstract IReadOnlyList<(int Member, bool IsOpen)> On(DateOnly day);

    /// <summary>The person number of a member.</summary>
    public abstract int NumberOf(int member);

    public abstract CasePerson Person(int member);

    /// <summary>A member's case as it stands on a day.</summary>
    public abstract PersonCase Case(int member, DateOnly day);
}

/// <summary>The person in a bed, and the one who had it before and is on licence.</summary>
/// <remarks>A licence lasts as long as the stay before it: a simplification that keeps the number of cases the same on every day.</remarks>
internal sealed class BedCases(StreamRoot root, Bed bed, Weighted<DeliveryUnit> homes) : CaseSource
{
    /// <summary>Shares of sentenced and of remanded people who are on the caseload: together 78% of all in prison.</summary>
    private const double ShareOfSentenced = 0.92;
    private const double ShareOfRemanded = 0.36;

    /// <summary>The member who had the bed before the first day's; a case of its own.</summary>
    private const int BeforeTheFirst = -1;

    /// <summary>Whether the people of the bed are on probation: a draw for each bed, so that it holds for all of them.</summary>
    public required bool IsOnCaseload { get; init; }

    private bool HasLicence => IsOnCaseload && bed.IsSentenced && bed.Kind != SentenceKind.Ipp;

    public override int Open => !IsOnCaseload ? 0 : HasLicence ? 2 : 1;

    public static BedCases Of(StreamRoot root, Bed bed, Weighted<DeliveryUnit> homes)
    {
        var draw = root.Of(FormattableString.Invariant($"bed|{bed.Number}|probation"));
        var share = bed.IsSentenced ? ShareOfSentenced : bed.IsRemand ? ShareOfRemanded : 0;
        return new BedCases(root, bed, homes) { IsOnCaseload = draw.Chance(share), Records = draw.Chance(Caseload.ShareOfDuplicates) ? 2 : 1 };
    }

    public override IReadOnlyList<(int Member, bool IsOpen)> On(DateOnly day)
    {
        var turn = bed.TurnOn(day);
        var inside = (turn % bed.People, IsOnCaseload);
        return HasLicence ? [inside, (turn == 0 ? BeforeTheFirst : (turn - 1) % bed.People, true)] : [inside];
    }

    public override int NumberOf(int member) => member == BeforeTheFirst ? CasePerson.LeaverNumber(bed) : bed.FirstPerson + member;

    public override CasePerson Person(int member) => CasePerson.Of(root, Prisoner(member));

    public override PersonCase Case(int member, DateOnly day)
    {
        var person = Prisoner(member);
        var episodes = new List<Episode>();
        var last = member == BeforeTheFirst ? BeforeTheFirst : bed.TurnOn(day);
        for (var turn = member; IsOnCaseload && turn <= last; turn += bed.People)
        {
            episodes.Add(EpisodeOf(person, turn, episodes.Count, day));
        }

        return new PersonCase(CasePerson.Of(root, person), episodes, Records);
    }

    private PrisonPerson Prisoner(int member) => member == BeforeTheFirst
        ? PrisonPerson.Draw(root, bed, CasePerson.LeaverNumber(bed), bed.ArrivalOf(BeforeTheFirst), withWrongLetters: false)
        : PrisonPerson.Draw(root, bed, member, withWrongLetters: false);

    private Episode EpisodeOf(PrisonPerson person, int turn, int round, DateOnly day)
    {
        var arrived = bed.ArrivalOf(turn);
        var leaves = arrived.AddDays(bed.StayDays);
        var stay = PrisonStay.On(day < leaves ? day : leaves.AddDays(-1), root, bed, homes, person, round, arrived);
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|case|{round}"));
        var manager = draw.Between(1, Managers.OfSentences);
        var rosh = Draws.Rosh(ref draw, bed.IsSentenced ? "PROBATION_PRE_RELEASE" : "PROBATION");
        return new Episode
        {
            Index = round,
            Kind = bed.IsSentenced ? EpisodeKind.Sentence : EpisodeKind.Remand,
            ListedFrom = arrived,
            OpenedOn = stay.Sentence?.On ?? stay.ReceivedOn,
            ReleasedOn = bed.IsSentenced ? leaves : null,
            EndsOn = HasLicence ? leaves.AddDays(bed.StayDays) : leaves,
            Disposal = stay.Sentence is { } sentence ? DisposalOf(sentence) : null,
            Offence = stay.Offence,
            OffenceGroup = bed.OffenceGroup,
            Unit = stay.HomeUnit,
            ManagerNumber = stay.ManagerNumber > 0 ? stay.ManagerNumber : manager,
            Booking = stay.Booking,
            Rosh = RoshOfAlerts(stay.Alerts) ?? rosh,
            IsIndeterminate = bed.Custody == CustodyType.Indeterminate,
        };
    }

    /// <summary>Both sides know the same risk where the prison has an alert for it.</summary>
    private static int? RoshOfAlerts(IReadOnlyList<string> alerts)
    {
        var tables = PrisonTables.Shared;
        return alerts.Contains(tables.Alert("ROV"), StringComparer.Ordinal) ? 3
            : alerts.Contains(tables.Alert("ROH"), StringComparer.Ordinal) ? 2
            : alerts.Contains(tables.Alert("ROM"), StringComparer.Ordinal) ? 1
            : null;
    }

    private static CourtDisposal DisposalOf(RecordedSentence sentence)
    {
        var (code, detail) = sentence.Kind switch
        {
            SentenceKind.Life => ("LIFE", "Life imprisonment"),
            SentenceKind.Ipp => ("IPP", "Imprisonment for public protection"),
            SentenceKind.Eds => ("EDS21", "Extended determinate sentence"),
            SentenceKind.Sopc => ("SOPC21", "Sentence for offenders of particular concern"),
            _ => ("ADIMP_ORA", "Standard determinate sentence"),
        };
        if (sentence.Kind is SentenceKind.Life or SentenceKind.Ipp)
        {
            return new CourtDisposal(code, detail, sentence.On, "", "");
        }

        var term = sentence.Term;
        var (length, unit) = (12 * term.Years + term.Months, term.Weeks, term.Days) switch
        {
            ( > 0, _, _) => (12 * term.Years + term.Months, "M"),
            (_, > 0, _) => (term.Weeks, "W"),
            _ => (term.Days, "D"),
        };
        return new CourtDisposal(code, detail, sentence.On, FormattableString.Invariant($"{length}"), unit);
    }
}

/// <summary>People on orders in the community, two by turns.</summary>
internal sealed class OrderCases : CaseSource
{
    private const int Members = 2;

    private static readonly (EpisodeKind Kind, string Category)[] Kinds =
    [
        (EpisodeKind.CommunityOrder, "COMMUNITY_ORDER"), (EpisodeKind.SuspendedSentence, "SUSPENDED_SENTENCE_ORDER"),
        (EpisodeKind.PostSentenceSupervision, "POST_SENTENCE_SUPERVISION"), (EpisodeKind.Other, "OTHER"),
    ];

    private readonly StreamRoot _root;
    private readonly int _number;
    private readonly EpisodeKind _kind;
    private readonly SentenceLength _length;
    private readonly int _days;
    private readonly int _phase;

    /// <param name="number">From 1.</param>
    public OrderCases(StreamRoot root, int number)
    {
        _root = root;
        _number = number;
        var draw = root.Of(FormattableString.Invariant($"order|{number}"));
        var type = PrisonTables.Shared.Marginal("PROBATION", "order_type");
        var kind = Kinds.FirstOrDefault(k => k.Category == type.Draw(ref draw));
        while (kind.Category is null)
        {
            kind = Kinds.FirstOrDefault(k => k.Category == type.Draw(ref draw));
        }

        _kind = kind.Kind;
        var months = draw.Uniform();
        _length = new SentenceLength(Months: _kind switch
        {
            EpisodeKind.CommunityOrder => months switch { < 0.65 => 12, < 0.80 => 18, _ => 24 },
            EpisodeKind.SuspendedSentence => 12 + (int)(months * 13),
            EpisodeKind.PostSentenceSupervision => 12,
            _ => 6 + (int)(months * 7),
        });
        _days = _length.FewestDays;
        _phase = draw.Below(_days);
    }

    public override int Open => 1;

    public static int RecordsOf(StreamRoot root, int number) =>
        root.Of(FormattableString.Invariant($"order|{number}|records")).Chance(Caseload.ShareOfDuplicates) ? 2 : 1;

    public override IReadOnlyList<(int Member, bool IsOpen)> On(DateOnly day) => [(TurnOn(day) % Members, true)];

    public override int NumberOf(int member) => CasePerson.CommunityNumber(Members * (_number - 1) + member);

    public override CasePerson Person(int member) => CasePerson.Draw(_root, NumberOf(member), StartOf(member));

    public override PersonCase Case(int member, DateOnly day)
    {
        var person = Person(member);
        var episodes = new List<Episode>();
        for (var turn = member; turn <= TurnOn(day); turn += Members)
        {
            episodes.Add(EpisodeOf(person, turn, episodes.Count));
        }

        return new PersonCase(person, episodes, Records);
    }

    private int TurnOn(DateOnly day) => (day.DayNumber - Bed.FirstDay.DayNumber - _phase + _days) / _days;

    private DateOnly StartOf(int turn) => Bed.FirstDay.AddDays(_phase + (turn - 1) * _days);

    private Episode EpisodeOf(CasePerson person, int turn, int round)
    {
        var tables = PrisonTables.Shared;
        var start = StartOf(turn);
        var draw = _root.Of(FormattableString.Invariant($"person|{person.Number}|case|{round}"));
        var group = tables.Marginal("PROBATION", "offence_group").Draw(ref draw);
        return new Episode
        {
            Index = round,
            Kind = _kind,
            ListedFrom = start,
            OpenedOn = start,
            EndsOn = start.AddDays(_days),
            Disposal = DisposalOf(start),
            Offence = draw.One(OffenceTexts.Of(group)),
            OffenceGroup = group,
            Unit = tables.Units.Draw(ref draw),
            ManagerNumber = draw.Between(Managers.OfSentences + 1, Managers.All),
            Rosh = Draws.Rosh(ref draw, "PROBATION"),
        };
    }

    private CourtDisposal DisposalOf(DateOnly start)
    {
        var (code, detail) = _kind switch
        {
            EpisodeKind.CommunityOrder => ("CO", "Community order"),
            EpisodeKind.SuspendedSentence => ("SSO", "Suspended sentence order"),
            EpisodeKind.PostSentenceSupervision => ("PSS", "Post-sentence supervision"),
            _ => ("OTHER", "Deferred sentence"),
        };
        return new CourtDisposal(code, detail, start, FormattableString.Invariant($"{_length.Months}"), "M");
    }
}

internal static class Draws
{
    private static readonly string[] Levels = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];

    /// <summary>0 for low to 3 for very high.</summary>
    public static int Rosh(ref SeededNumbers draw, string population) =>
        Array.IndexOf(Levels, PrisonTables.Shared.Marginal(population, "rosh").Draw(ref draw));
}
