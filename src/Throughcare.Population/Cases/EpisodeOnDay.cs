using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Cases;

internal sealed record ManagerRow(int At, DateOnly From, DateOnly? To, DeliveryUnit Unit, int Number, bool IsAreaChange);

internal sealed record AddressRow(int At, DateOnly From, bool IsCurrent, Address Address);

/// <param name="Level">0 for low to 3 for very high.</param>
internal sealed record RoshRow(int At, DateOnly On, int Level, bool IsCurrent);

/// <param name="Category">M1 to M4 for MAPPA; otherwise empty.</param>
/// <param name="Level">M1 to M3 for MAPPA; otherwise empty.</param>
internal sealed record RegistrationRow(int At, DateOnly On, RiskFlag Flag, bool IsOver, string Category = "", string Level = "");

internal sealed record CircumstanceRow(int At, DateOnly From, DateOnly? To, int Kind);

/// <summary>What has happened in an episode up to a day.</summary>
/// <remarks>Each kind of event comes at a fixed rate from a phase of the episode's own, so that the state of any day follows without the
/// days before. Events count from the middle of 2025, however long the episode has been open. <c>At</c> numbers the rows of a kind.</remarks>
internal sealed class EpisodeOnDay
{
    private static readonly DateOnly KeptSince = new(2025, 7, 1);

    /// <summary>Events for each open case and day.</summary>
    private const double ManagerChanges = 0.0015;
    private const double AddressChanges = 0.0013;
    private const double RoshChanges = 0.0010;
    private const double RegistrationChanges = 0.0010;
    private const double CircumstanceChanges = 0.0005;
    private const double Mistakes = 0.0003;

    /// <summary>A registration made by mistake is withdrawn after so many days.</summary>
    private const int MistakeDays = 5;

    private const int FirstPassing = 100;
    private const int FirstMistake = 500;
    private const int FirstRosh = 20;

    private static readonly string[] RoshFlags = ["RLRH", "RMRH", "RHRH", "RVHR"];

    private static readonly string[] PassingFlags = ["RVLN", "RCCO", "RMDO", "RPIR", "TC-RTS", "STRG", "ALSH", "TC-DAV"];

    /// <summary>Flags that stay, with the share of cases and the offence groups that have them; no group is all.</summary>
    private static readonly (string Code, double Share, string[] Groups)[] LastingFlags =
    [
        ("TC-RSO", 0.8, ["SEX"]), ("RCPR", 0.3, ["SEX"]), ("RCHD", 0.04, []), ("ADVP", 0.35, ["VAP"]), ("RMDO", 0.12, []),
        ("ALSH", 0.10, []), ("RVAD", 0.03, []), ("STRG", 0.08, ["DRU", "WEA", "ROB"]), ("IIOM", 0.08, ["THE", "ROB"]), ("TC-PPO", 0.01, []),
        ("TC-WEA", 0.5, ["WEA"]), ("TC-ARS", 0.5, ["CDA"]), ("TC-RTS", 0.02, []), ("TC-SVC", 0.25, ["VAP", "SEX"]), ("RTAO", 0.001, []),
        ("REG30", 0.06, []), ("SPO", 0.02, ["VAP"]), ("HREG", 0.03, []),
    ];

    private readonly Episode _episode;
    private readonly DateOnly _since;
    private readonly DateOnly _until;
    private readonly ulong _mark;

    public EpisodeOnDay(StreamRoot root, CasePerson person, Episode episode, DateOnly day)
    {
        _episode = episode;
        HasEnded = day >= episode.EndsOn;
        _since = episode.ListedFrom > KeptSince ? episode.ListedFrom : KeptSince;
        _until = HasEnded ? episode.EndsOn.AddDays(-1) : day;

        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|life|{episode.Index}"));
        _mark = draw.Next();
        Managers = ManagersOf(Days(ManagerChanges, draw.Uniform()));
        Addresses = AddressesOf(person, Days(AddressChanges, draw.Uniform()));
        var assessedOn = episode.ListedFrom.AddDays(draw.Between(5, 40));
        Rosh = RoshOf(assessedOn, Days(RoshChanges, draw.Uniform()));
        Circumstances = CircumstancesOf(Days(CircumstanceChanges, draw.Uniform()), draw.Below(6));
        var (passing, mistakes) = (Days(RegistrationChanges, draw.Uniform()), Days(Mistakes, draw.Uniform()));
        Registrations = RegistrationsOf(ref draw, passing, mistakes);
    }

    public bool HasEnded { get; }

    public bool IsReleased => _episode.ReleasedOn <= _until;

    public IReadOnlyList<ManagerRow> Managers { get; }

    public IReadOnlyList<AddressRow> Addresses { get; }

    /// <summary>Empty for those who are not assessed yet.</summary>
    public IReadOnlyList<RoshRow> Rosh { get; }

    public IReadOnlyList<RegistrationRow> Registrations { get; }

    public IReadOnlyList<CircumstanceRow> Circumstances { get; }

    /// <summary>The days of the events after the first day up to the last.</summary>
    private List<DateOnly> Days(double perDay, double phase)
    {
        var (before, after) = (Count(_since, perDay, phase), _until < _since ? 0 : Count(_until, perDay, phase));
        var days = new List<DateOnly>(Math.Max(0, after - before));
        for (var count = before + 1; count <= after; count++)
        {
            var day = DateOnly.FromDayNumber((int)((count - phase) / perDay));
            while (Count(day, perDay, phase) < count)
            {
                day = day.AddDays(1);
            }

            days.Add(day);
        }

        return days;
    }

    private static int Count(DateOnly day, double perDay, double phase) => (int)Math.Floor(day.DayNumber * perDay + phase);

    private SeededNumbers Drawn(int kind, int at) => new(SeededNumbers.Mix(_mark + (ulong)(1000 * kind + at)));

    private List<ManagerRow> ManagersOf(List<DateOnly> changes)
    {
        var pool = _episode.Kind is EpisodeKind.Sentence or EpisodeKind.Remand
            ? (First: 1, Last: People.Managers.OfSentences)
            : (First: People.Managers.OfSentences + 1, Last: People.Managers.All);
        var (unit, number, from, moves) = (_episode.Unit, _episode.ManagerNumber, _episode.OpenedOn, false);
        var rows = new List<ManagerRow>(changes.Count + 1);
        for (var at = 0; at < changes.Count; at++)
        {
            rows.Add(new ManagerRow(at, from, changes[at], unit, number, moves));
            var draw = Drawn(1, at);
            var next = draw.Between(pool.First, pool.Last - 1);
            var other = PrisonTables.Shared.Units.Draw(ref draw);
            moves = draw.Chance(0.1) && other != unit;
            (unit, number, from) = (moves ? other : unit, next < number ? next : next + 1, changes[at]);
        }

        rows.Add(new ManagerRow(changes.Count, from, HasEnded ? _episode.EndsOn : null, unit, number, moves));
        return rows;
    }

    private List<AddressRow> AddressesOf(CasePerson person, List<DateOnly> changes)
    {
        var rows = new List<AddressRow>(changes.Count + 1) { new(0, _episode.OpenedOn, changes.Count == 0 && !HasEnded, person.Home) };
        for (var at = 0; at < changes.Count; at++)
        {
            var draw = Drawn(2, at);
            rows.Add(new AddressRow(at + 1, changes[at], at == changes.Count - 1 && !HasEnded, Address.Draw(ref draw)));
        }

        return rows;
    }

    private List<RoshRow> RoshOf(DateOnly assessedOn, List<DateOnly> changes)
    {
        var rows = new List<RoshRow>();
        if (assessedOn > _until)
        {
            return rows;
        }

        var later = changes.FindAll(day => day > assessedOn);
        var level = _episode.Rosh;
        rows.Add(new RoshRow(0, assessedOn, level, later.Count == 0));
        for (var at = 0; at < later.Count; at++)
        {
            var draw = Drawn(3, at);
            level = level switch { 0 => 1, 3 => 2, _ => draw.Chance(0.5) ? level + 1 : level - 1 };
            rows.Add(new RoshRow(at + 1, later[at], level, at == later.Count - 1));
        }

        return rows;
    }

    private List<CircumstanceRow> CircumstancesOf(List<DateOnly> changes, int kind)
    {
        var rows = new List<CircumstanceRow>(changes.Count + 1);
        var from = _episode.OpenedOn;
        for (var at = 0; at < changes.Count; at++)
        {
            rows.Add(new CircumstanceRow(at, from, changes[at], kind));
            (from, kind) = (changes[at], (kind + 1 + Drawn(4, at).Below(5)) % 6);
        }

        rows.Add(new CircumstanceRow(changes.Count, from, HasEnded ? _episode.EndsOn : null, kind));
        return rows;
    }

    private List<RegistrationRow> RegistrationsOf(ref SeededNumbers draw, List<DateOnly> passing, List<DateOnly> mistakes)
    {
        var tables = ProbationTables.Shared;
        var rows = new List<RegistrationRow>();
        if (_episode.IsIndeterminate)
        {
            rows.Add(new RegistrationRow(0, _episode.OpenedOn, tables.Flag("INLL"), HasEnded));
        }

        if (Mappa(ref draw) is { } mappa)
        {
            rows.Add(new RegistrationRow(1, _episode.OpenedOn, tables.Flag("MAPP"), HasEnded, mappa.Category, mappa.Level));
        }

        for (var at = 0; at < LastingFlags.Length; at++)
        {
            var (code, share, groups) = LastingFlags[at];
            if (draw.Chance(share) && (groups.Length == 0 || groups.Contains(_episode.OffenceGroup, StringComparer.Ordinal)))
            {
                rows.Add(new RegistrationRow(2 + at, _episode.OpenedOn, tables.Flag(code), HasEnded));
            }
        }

        rows.AddRange(Rosh.Select(rosh =>
            new RegistrationRow(FirstRosh + rosh.At, rosh.On, tables.Flag(RoshFlags[rosh.Level]), HasEnded || !rosh.IsCurrent)));
        for (var at = 0; at < passing.Count; at += 2)
        {
            var code = PassingFlags[Drawn(5, at).Below(PassingFlags.Length)];
            rows.Add(new RegistrationRow(FirstPassing + at, passing[at], tables.Flag(code), HasEnded || at + 1 < passing.Count));
        }

        for (var at = 0; at < mistakes.Count; at++)
        {
            if (mistakes[at].AddDays(MistakeDays) > _until)
            {
                rows.Add(new RegistrationRow(FirstMistake + at, mistakes[at], tables.Flag("TC-CON"), HasEnded));
            }
        }

        return rows;
    }

    private (string Category, string Level)? Mappa(ref SeededNumbers draw)
    {
        var (at, violent) = (draw.Uniform(), draw.Chance(0.35));
        var level = _episode.Rosh switch
        {
            3 => at switch { < 0.08 => "M3", < 0.38 => "M2", _ => "M1" },
            2 => at < 0.12 ? "M2" : "M1",
            _ => "M1",
        };
        return _episode.Kind == EpisodeKind.Remand ? null
            : _episode.OffenceGroup == "SEX" ? ("M1", level)
            : _episode.OffenceGroup == "VAP" && violent && _episode.Kind == EpisodeKind.Sentence ? ("M2", level)
            : null;
    }
}
