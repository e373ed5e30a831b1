using Throughcare.Domain.Rules;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Nation;

/// <summary>Somebody who does not exist: who they are, apart from what they did.</summary>
internal sealed record NationPerson
{
    private const double NoPnc = 0.04;
    private const double WrongPnc = 0.03;
    private const double Aliases = 0.12;
    private const double Transgender = 339.0 / 87_465;

    public required int Number { get; init; }

    public required char Sex { get; init; }

    public required DateOnly BornOn { get; init; }

    public required string EthnicGroup { get; init; }

    /// <summary>Code of <c>ethnicity.csv</c>.</summary>
    public required string Ethnicity { get; init; }

    /// <summary>Code of <c>nationality.csv</c>.</summary>
    public required string Nationality { get; init; }

    public required bool IsForeign { get; init; }

    /// <summary>Code of <c>religion.csv</c>.</summary>
    public required string Religion { get; init; }

    public required string MaritalStatus { get; init; }

    public required string? GenderIdentity { get; init; }

    public required string Forename { get; init; }

    public required string? SecondForename { get; init; }

    public required string Surname { get; init; }

    public required IReadOnlyList<(string Forename, string Surname)> OtherNames { get; init; }

    public required Address Home { get; init; }

    public required string? KinName { get; init; }

    public required string KinRelationship { get; init; }

    /// <summary>As written by the police; <see langword="null"/> for 4%.</summary>
    public required string? Pnc { get; init; }

    public required string? Cro { get; init; }

    public required DateOnly FirstConvictedOn { get; init; }

    /// <summary>Whether nobody has written the date of birth down.</summary>
    public bool HasNoDateOfBirth { get; init; }

    /// <param name="population">PRISON_SENTENCED, PRISON_REMAND or PROBATION: whose tables.</param>
    /// <param name="sexOfPlace">The sex that the place decides.</param>
    /// <param name="atLeast">The least age in years, where what the person serves asks for one.</param>
    /// <param name="isForeign">Whether the person must be of another nationality.</param>
    public static NationPerson Draw(StreamRoot root, int number, DateOnly asOf, string population, char? sexOfPlace, int? atLeast, bool isForeign)
    {
        var tables = PrisonTables.Shared;
        var set = population == "PROBATION" ? "PROBATION" : "PRISON";
        var who = root.Of(FormattableString.Invariant($"person|{number}"));
        var drawnSex = tables.Marginal(set, "sex").Draw(ref who)[0];
        var sex = sexOfPlace ?? drawnSex;
        var band = tables.Marginal(set, "age_band").Draw(ref who);
        var born = PrisonPerson.BornWithin(ref who, band, asOf);
        var (years, days) = (who.Uniform(), who.Below(365));
        if (born.AgeAsAt(asOf) < atLeast)
        {
            born = asOf.AddYears(-(atLeast.Value + (int)(years * 30))).AddDays(-days);
        }

        var group = tables.Marginal(population, "ethnic_group").Draw(ref who);
        var nationality = tables.Marginal("PRISON", "nationality").Draw(ref who);
        nationality = isForeign && nationality == "British" ? "Albanian" : nationality;
        nationality = nationality == "Other foreign national" ? who.One(PrisonPerson.OtherNationalities[group]) : nationality;
        var convicted = born.AddYears(14).AddDays((int)(who.Uniform() * Math.Max(1, asOf.DayNumber - born.AddYears(14).DayNumber - 30)));

        var name = root.Of(FormattableString.Invariant($"person|{number}|name"));
        var cluster = tables.NameClusters(group).Draw(ref name);
        var forename = name.One(tables.Forenames(cluster, sex));
        var second = name.Chance(0.55) ? name.One(tables.Forenames(cluster, sex)) : null;
        var surname = Surnames.Draw(ref name, cluster);
        var kin = who.One(PrisonPerson.Kin);
        var kinSex = kin.Sex != ' ' ? kin.Sex : sex == 'M' ? 'F' : 'M';
        var hasKin = who.Chance(0.85);
        var kinName = $"{name.One(tables.Forenames(cluster, kinSex))} {(name.Chance(0.7) ? surname : Surnames.Draw(ref name, cluster))}";
        var hasPnc = !who.Chance(NoPnc);
        var isWrong = who.Chance(WrongPnc);
        return new NationPerson
        {
            Number = number,
            Sex = sex,
            BornOn = born,
            EthnicGroup = group,
            Ethnicity = PrisonPerson.Ethnicities[group].Draw(ref who),
            Nationality = ProbationTables.Shared.NationalityCode(nationality),
            IsForeign = nationality is not ("British" or "Irish"),
            Religion = PrisonPerson.Religions[tables.Marginal("PRISON", "religion").Draw(ref who)].Draw(ref who),
            MaritalStatus = PrisonPerson.MaritalStatuses.Draw(ref who),
            GenderIdentity = who.Chance(Transgender) ? sex == 'M' ? "GIF" : "GIM" : null,
            Forename = forename,
            SecondForename = second == forename ? null : second,
            Surname = surname,
            OtherNames = Others(ref name, cluster, sex, forename, surname),
            Home = who.Chance(0.03) ? Address.NoFixedAbode : Address.Draw(ref who),
            KinName = hasKin ? kinName : null,
            KinRelationship = kin.Relationship,
            Pnc = !hasPnc ? null : isWrong ? FictionalNumbers.WithWrongLetter(FictionalNumbers.LongPnc(number, convicted.Year)) : FictionalNumbers.LongPnc(number, convicted.Year),
            Cro = who.Chance(0.35) ? null : FictionalNumbers.Cro(number, convicted.Year),
            FirstConvictedOn = convicted,
        };
    }

    /// <summary>Somebody whose record is a second one of <paramref name="first"/>: one letter of the surname or the day and month differ.</summary>
    public static NationPerson SecondRecordOf(NationPerson first, int number)
    {
        var swapped = first.BornOn is { Day: <= 12 } born && born.Day != born.Month ? new DateOnly(born.Year, born.Day, born.Month) : (DateOnly?)null;
        return first with
        {
            Number = number,
            BornOn = swapped ?? first.BornOn,
            Surname = swapped is not null ? first.Surname : first.Surname[..^1] + (first.Surname[^1] == 'e' ? 'a' : 'e'),
            SecondForename = null,
            OtherNames = [],
            Pnc = null,
        };
    }

    private static List<(string Forename, string Surname)> Others(ref SeededNumbers name, string cluster, char sex, string forename, string surname)
    {
        var others = new List<(string, string)>();
        for (var left = name.Chance(Aliases) ? name.Between(1, 3) : 0; left > 0; left--)
        {
            var isSurname = name.Chance(0.6);
            others.Add((isSurname ? forename : name.One(PrisonTables.Shared.Forenames(cluster, sex)), isSurname ? Surnames.Draw(ref name, cluster) : surname));
        }

        return [.. others.Where(other => other != (forename, surname)).Distinct()];
    }
}
