using Throughcare.Domain.Rules;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.People;

/// <summary>Seven lines of an address as a prison keeps them: the first is house and street, the second the town, the last the postcode.</summary>
internal sealed record Address(string Street, string Town, string Postcode)
{
    private const string Inward = "ABDEFGHJLNPQRSTUWXYZ";

    public static readonly Address NoFixedAbode = new("No fixed abode", "", "");

    /// <summary>An address that can not be: no postcode begins with QX or QV.</summary>
    public static Address Draw(ref SeededNumbers draw)
    {
        var tables = PrisonTables.Shared;
        var street = FormattableString.Invariant($"{draw.Between(1, 220)} {draw.One(tables.Streets)}");
        var town = draw.One(tables.Towns);
        return new Address(street, town, FormattableString.Invariant(
            $"Q{(draw.Chance(0.5) ? 'X' : 'V')}{draw.Between(1, 20)} {draw.Between(1, 9)}{Inward[draw.Below(20)]}{Inward[draw.Below(20)]}"));
    }
}

/// <summary>Someone who does not exist, the same on every day and in every stay.</summary>
internal sealed record PrisonPerson
{
    private const int DozenYears = 4383;

    private static readonly DateOnly AgesAsAt = new(2026, 7, 1);

    /// <summary>Codes of ethnic origin within each published group.</summary>
    internal static readonly Dictionary<string, Weighted<string>> Ethnicities = new(StringComparer.Ordinal)
    {
        ["White"] = new([("W1", 85), ("W2", 4), ("W3", 4), ("W9", 7)]),
        ["Black"] = new([("B1", 40), ("B2", 40), ("B9", 20)]),
        ["Asian"] = new([("A1", 25), ("A2", 45), ("A3", 15), ("A4", 2), ("A9", 13)]),
        ["Mixed"] = new([("M1", 55), ("M2", 10), ("M3", 20), ("M9", 15)]),
        ["Other"] = new([("O2", 35), ("O9", 65)]),
    };

    internal static readonly Dictionary<string, Weighted<string>> Religions = new(StringComparer.Ordinal)
    {
        ["Christian"] = new([("COFE", 50), ("RC", 30), ("CHRST", 20)]),
        ["No religion"] = new([("NIL", 80), ("AGNO", 10), ("ATHE", 10)]),
        ["Muslim"] = new([("MOS", 95), ("SHIA", 5)]),
        ["Buddhist"] = new([("BUDD", 1)]),
        ["Other"] = new([("HIND", 20), ("SIKH", 25), ("PAG", 25), ("RAST", 15), ("OTH", 15)]),
        ["Not known"] = new([("TPRNTS", 1)]),
    };

    internal static readonly Weighted<string> MaritalStatuses = new([("S", 62), ("C", 17), ("M", 11), ("D", 6), ("P", 3), ("W", 1)]);

    internal static readonly Dictionary<string, string[]> OtherNationalities = new(StringComparer.Ordinal)
    {
        ["White"] = ["Lithuanian", "Portuguese"],
        ["Black"] = ["Nigerian", "Somali"],
        ["Asian"] = ["Vietnamese", "Indian", "Pakistani"],
        ["Mixed"] = ["Portuguese", "Nigerian"],
        ["Other"] = ["Iraqi", "Vietnamese"],
    };

    internal static readonly (string Relationship, char Sex)[] Kin =
    [
        ("Mother", 'F'), ("Father", 'M'), ("Sister", 'F'), ("Brother", 'M'), ("Aunt", 'F'), ("Uncle", 'M'), ("Friend", 'F'), ("Partner", ' '),
    ];

    /// <summary>The person number, from 1.</summary>
    public required int Number { get; init; }

    public required string PrisonNumber { get; init; }

    /// <summary>Empty for 4%, and with a wrong check letter for 3% of the others.</summary>
    public required string Pnc { get; init; }

    public required bool PncIsWrong { get; init; }

    /// <summary>Empty for a third.</summary>
    public required string Cro { get; init; }

    public required char Sex { get; init; }

    public required DateOnly BornOn { get; init; }

    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public required string SecondForename { get; init; }

    public required string Ethnicity { get; init; }

    public required string Nationality { get; init; }

    public required string Religion { get; init; }

    public required string MaritalStatus { get; init; }

    public required DateOnly FirstConvictedOn { get; init; }

    public required Address Home { get; init; }

    /// <summary>Empty for those who name nobody.</summary>
    public required string KinName { get; init; }

    public required string KinRelationship { get; init; }

    public required Address? KinAddress { get; init; }

    /// <param name="member">Which of the people of the bed.</param>
    /// <param name="withWrongLetters">Whether some PNC numbers have a wrong check letter.</param>
    public static PrisonPerson Draw(StreamRoot root, Bed bed, int member, bool withWrongLetters) =>
        Draw(root, bed, bed.FirstPerson + member, bed.ArrivalOf(member), withWrongLetters);

    /// <param name="number">The person number.</param>
    /// <param name="firstArrived">When the person came to the bed for the first time.</param>
    /// <inheritdoc cref="Draw(StreamRoot, Bed, int, bool)"/>
    public static PrisonPerson Draw(StreamRoot root, Bed bed, int number, DateOnly firstArrived, bool withWrongLetters)
    {
        var tables = PrisonTables.Shared;
        var who = root.Of(FormattableString.Invariant($"person|{number}"));
        var sentenced = firstArrived.AddDays(-(bed.Custody == CustodyType.Recalled ? bed.Term.FewestDays : bed.DaysElsewhere));
        var bornOn = Born(ref who, sentenced);
        var ethnicGroup = tables.Marginal(bed.IsRemand ? "PRISON_REMAND" : "PRISON_SENTENCED", "ethnic_group").Draw(ref who);
        var nationality = bed.Custody == CustodyType.Immigration ? "Other foreign national" : tables.Marginal("PRISON", "nationality").Draw(ref who);
        var convictedOn = bornOn.AddYears(14).AddDays((int)(who.Uniform() * (sentenced.DayNumber - bornOn.AddYears(14).DayNumber)));

        var name = root.Of(FormattableString.Invariant($"person|{number}|name"));
        var cluster = tables.NameClusters(ethnicGroup).Draw(ref name);
        var forename = name.One(tables.Forenames(cluster, bed.Sex));
        var second = name.Chance(0.55) ? name.One(tables.Forenames(cluster, bed.Sex)) : "";
        var surname = Surnames.Draw(ref name, cluster);

        var home = who.Chance(0.03) ? Address.NoFixedAbode : Address.Draw(ref who);
        var kin = who.One(Kin);
        var hasKin = who.Chance(0.85);
        var kinSex = kin.Sex != ' ' ? kin.Sex : bed.Sex == 'M' ? 'F' : 'M';
        var hasPnc = !who.Chance(0.04);
        var wrong = who.Chance(0.03) && hasPnc && withWrongLetters;

        return new PrisonPerson
        {
            Number = number,
            PrisonNumber = FictionalNumbers.PrisonNumber(number),
            Pnc = !hasPnc ? "" : wrong ? FictionalNumbers.PncWithWrongLetter(number, convictedOn.Year) : FictionalNumbers.Pnc(number, convictedOn.Year),
            PncIsWrong = wrong,
            Cro = who.Chance(0.35) ? "" : FictionalNumbers.Cro(number, convictedOn.Year),
            Sex = bed.Sex,
            BornOn = bornOn,
            Surname = surname,
            Forename = forename,
            SecondForename = second == forename ? "" : second,
            Ethnicity = tables.Ethnicity(Ethnicities[ethnicGroup].Draw(ref who)),
            Nationality = nationality == "Other foreign national" ? who.One(OtherNationalities[ethnicGroup]) : nationality,
            Religion = tables.Religion(Religions[tables.Marginal("PRISON", "religion").Draw(ref who)].Draw(ref who)),
            MaritalStatus = tables.MaritalStatus(MaritalStatuses.Draw(ref who)),
            FirstConvictedOn = convictedOn,
            Home = home,
            KinName = hasKin ? $"{name.One(tables.Forenames(cluster, kinSex))} {(name.Chance(0.7) ? surname : Surnames.Draw(ref name, cluster))}" : "",
            KinRelationship = hasKin ? kin.Relationship : "",
            KinAddress = !hasKin ? null : who.Chance(0.3) && home != Address.NoFixedAbode ? home : Address.Draw(ref who),
        };
    }

    /// <summary>A date of birth with the age band of the tables, and 18 or more on the first day of sentence.</summary>
    private static DateOnly Born(ref SeededNumbers draw, DateOnly first)
    {
        var asAt = first > AgesAsAt ? first : AgesAsAt;
        var born = BornWithin(ref draw, PrisonTables.Shared.Marginal("PRISON", "age_band").Draw(ref draw), asAt);
        var older = draw.Below(asAt.DayNumber - first.DayNumber > DozenYears ? 7300 : 2500);
        return born.AgeAsAt(first) >= 18 ? born : first.AddYears(-18).AddDays(-1 - older);
    }

    /// <summary>A date of birth that gives an age within the band on a day.</summary>
    internal static DateOnly BornWithin(ref SeededNumbers draw, string band, DateOnly asAt)
    {
        var (youngest, oldest) = band switch
        {
            "18-20" => (18, 20),
            "21-24" => (21, 24),
            "25-29" => (25, 29),
            "30-39" => (30, 39),
            "40-49" => (40, 49),
            "50-59" => (50, 59),
            "60-69" => (60, 69),
            _ => (70, 84),
        };
        return asAt.AddYears(-draw.Between(youngest, oldest)).AddDays(-draw.Below(365));
    }
}

/// <summary>Surnames that nobody has: two parts, joined.</summary>
internal static class Surnames
{
    public static string Draw(ref SeededNumbers draw, string cluster)
    {
        var tables = PrisonTables.Shared;
        return draw.One(tables.SurnameParts(cluster, "PREFIX")) + draw.One(tables.SurnameParts(cluster, "SUFFIX"));
    }
}
