using Throughcare.Population.Cases;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.PpoList;

/// <summary>How a list knows a person.</summary>
internal enum PpoKnownBy
{
    Pnc,
    Cro,
    NameAlone,
    SwappedDateOfBirth,
    OtherForename,
    WrongPncLetter,
}

/// <summary>One line of a police force's list of prolific and priority offenders.</summary>
internal sealed record PpoEntry
{
    /// <summary>The share of people who are on a list.</summary>
    private const double Share = 0.008;

    /// <summary>A nomination is new for so many days, and stands as removed for so many before it goes.</summary>
    private const int NewDays = 28;
    private const int RemovedDays = 90;

    private static readonly Weighted<PpoKnownBy> Kinds = new(
    [
        (PpoKnownBy.Pnc, 58), (PpoKnownBy.Cro, 14), (PpoKnownBy.NameAlone, 17), (PpoKnownBy.SwappedDateOfBirth, 5),
        (PpoKnownBy.OtherForename, 4), (PpoKnownBy.WrongPncLetter, 2),
    ]);

    private static readonly Weighted<string> Schemes = new([("PPO", 55), ("", 10), ("IOM_FIXED", 15), ("IOM_FLEX", 12), ("IOM_FREE", 8)]);

    public required string Force { get; init; }

    public required string Reference { get; init; }

    public required string Scheme { get; init; }

    public required string Pnc { get; init; }

    public required string Cro { get; init; }

    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public required DateOnly BornOn { get; init; }

    public required string Status { get; init; }

    public required string Strand { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public required DateOnly? DeregisteredOn { get; init; }

    public required bool IsCovert { get; init; }

    public static bool IsListed(StreamRoot root, int person) =>
        root.Of(FormattableString.Invariant($"person|{person}|ppo")).Chance(Share);

    /// <summary>A person's line on a day.</summary>
    /// <param name="regionCode">The region of the person's police force; <see langword="null"/> for one that is drawn.</param>
    public static PpoEntry Of(StreamRoot root, CasePerson person, string? regionCode, DateOnly day)
    {
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|ppo|entry"));
        var drawnUnit = PrisonTables.Shared.Units.Draw(ref draw);
        var force = draw.One(ProbationTables.Shared.Forces(regionCode ?? drawnUnit.RegionCode));
        var kind = Kinds.Draw(ref draw);
        var (forename, hasCro) = (OtherForename(ref draw, person.Forename), draw.Chance(0.4));
        var entry = Standing(ref draw, force, person.Number, day) with
        {
            Surname = draw.Chance(0.3) ? person.Surname.ToUpperInvariant() : person.Surname,
            Forename = kind == PpoKnownBy.OtherForename ? forename : person.Forename,
            BornOn = kind == PpoKnownBy.SwappedDateOfBirth ? ProbationIdentity.Swapped(person.BornOn) ?? person.BornOn : person.BornOn,
        };
        return kind switch
        {
            PpoKnownBy.Pnc => entry with { Pnc = person.Pnc, Cro = hasCro ? person.Cro : "" },
            PpoKnownBy.WrongPncLetter when person.Pnc.Length > 0 => entry with { Pnc = FictionalNumbers.WithWrongLetter(person.Pnc) },
            PpoKnownBy.Cro => entry with { Cro = person.Cro },
            _ => entry,
        };
    }

    /// <summary>Someone whom no other file knows.</summary>
    /// <param name="number">From 1.</param>
    public static PpoEntry OfStranger(StreamRoot root, int number, DateOnly day)
    {
        var person = CasePerson.Draw(root, CasePerson.StrangerNumber(number), new DateOnly(2024, 1, 1));
        var entry = Of(root, person, null, day);
        return number % 2 == 0 ? entry : entry with { Pnc = person.Pnc };
    }

    /// <summary>What a list says of the nomination: the same person is nominated again some time after it was removed.</summary>
    private static PpoEntry Standing(ref SeededNumbers draw, string force, int person, DateOnly day)
    {
        var (length, phase, suspends) = (draw.Between(500, 2000), draw.Uniform(), draw.Chance(0.1));
        var at = (day.DayNumber - Bed.FirstDay.DayNumber + (int)(phase * length)) % length;
        var registered = day.AddDays(-at);
        var removed = registered.AddDays(length - RemovedDays);
        var time = registered.DayNumber / 500 % 1000;
        return new PpoEntry
        {
            Force = force,
            Reference = FormattableString.Invariant($"{force}F{person:D6}-{time}"),
            Scheme = Schemes.Draw(ref draw),
            Pnc = "",
            Cro = "",
            Surname = "",
            Forename = "",
            BornOn = day,
            Status = at < NewDays ? "NOMINATED" : day >= removed ? "DEREGISTERED" : suspends ? "SUSPENDED" : "ACTIVE",
            Strand = draw.One(["CATCH_CONVICT", "REHABILITATE_RESETTLE", "PREVENT_DETER"]),
            RegisteredOn = registered,
            DeregisteredOn = day >= removed ? removed : null,
            IsCovert = draw.Chance(0.03),
        };
    }

    private static string OtherForename(ref SeededNumbers draw, string forename)
    {
        var others = PrisonTables.Shared.Forenames("EUR", 'M');
        var same = others.Where(name => name[0] == forename[0] && name != forename).ToList();
        return same.Count == 0 ? forename[..1] : draw.One(same);
    }
}
