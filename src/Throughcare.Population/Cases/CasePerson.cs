using Throughcare.Domain.Rules;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Cases;

/// <summary>Who somebody really is, whatever the files say.</summary>
internal sealed record CasePerson
{
    /// <summary>Person numbers from here on belong to people who left prison before the first day.</summary>
    public const int FirstLeaver = 400_000;

    /// <summary>Person numbers from here on belong to people who have not been in prison.</summary>
    private const int FirstInCommunity = 500_000;

    /// <summary>How many people who have not been in prison there are numbers for, with 9,900 for those on a police list alone.</summary>
    public const int MostInCommunity = 494_900;

    /// <summary>How many of them can be on probation.</summary>
    public const int MostOnOrders = MostInCommunity - 9_900;

    /// <summary>The person number, 1 to 999,999; no two people share one, in prison or out.</summary>
    public required int Number { get; init; }

    /// <summary>Empty for those who have not been in prison.</summary>
    public required string PrisonNumber { get; init; }

    /// <summary>With its year in full and the right check letter; empty for 2%, who have none.</summary>
    public required string Pnc { get; init; }

    /// <summary>A second PNC number of one person in a hundred of those in prison; otherwise empty.</summary>
    public required string SecondPnc { get; init; }

    /// <summary>Empty for those who have none.</summary>
    public required string Cro { get; init; }

    public required char Sex { get; init; }

    public required DateOnly BornOn { get; init; }

    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public required string SecondForename { get; init; }

    /// <summary>Description of a code in use.</summary>
    public required string Ethnicity { get; init; }

    public required string Nationality { get; init; }

    public required Address Home { get; init; }

    /// <summary>The number of someone who is on a police list alone.</summary>
    /// <param name="at">From 1 to 9,900.</param>
    public static int StrangerNumber(int at) => CommunityNumber(MostInCommunity - at);

    public static int LeaverNumber(Bed bed) => FirstLeaver + bed.Number;

    /// <param name="at">From 0, less than <see cref="MostInCommunity"/>.</param>
    /// <remarks>Multiples of 100 are left out: the second PNC numbers of people in prison have their serials.</remarks>
    public static int CommunityNumber(int at) => FirstInCommunity + 1 + at + at / 99;

    /// <summary>Someone whom a prison knows. What the prison has not recorded may be known elsewhere.</summary>
    public static CasePerson Of(StreamRoot root, PrisonPerson person)
    {
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|truth"));
        var year = person.FirstConvictedOn.Year;
        var hasPnc = draw.Chance(0.5) || person.Pnc.Length > 0;
        var hasCro = draw.Chance(0.4) || person.Cro.Length > 0;
        return new CasePerson
        {
            Number = person.Number,
            PrisonNumber = person.PrisonNumber,
            Pnc = hasPnc ? FictionalNumbers.LongPnc(person.Number, year) : "",
            SecondPnc = hasPnc && person.Number % 100 == 0 ? FictionalNumbers.LongPnc(person.Number + 500_000, year) : "",
            Cro = hasCro ? FictionalNumbers.Cro(person.Number, year) : "",
            Sex = person.Sex,
            BornOn = person.BornOn,
            Surname = person.Surname,
            Forename = person.Forename,
            SecondForename = person.SecondForename,
            Ethnicity = person.Ethnicity,
            Nationality = person.Nationality,
            Home = person.Home,
        };
    }

    /// <summary>Someone who has not been in prison.</summary>
    /// <param name="number">The person number.</param>
    /// <param name="sentencedOn">The first day of sentence: the person is 18 or more then.</param>
    public static CasePerson Draw(StreamRoot root, int number, DateOnly sentencedOn)
    {
        var tables = PrisonTables.Shared;
        var who = root.Of(FormattableString.Invariant($"person|{number}"));
        var sex = tables.Marginal("PROBATION", "sex").Draw(ref who)[0];
        var born = PrisonPerson.BornWithin(ref who, tables.Marginal("PROBATION", "age_band").Draw(ref who), new DateOnly(2026, 7, 1));
        var older = who.Below(2500);
        born = born.AgeAsAt(sentencedOn) >= 18 ? born : sentencedOn.AddYears(-18).AddDays(-1 - older);
        var ethnicGroup = tables.Marginal("PROBATION", "ethnic_group").Draw(ref who);
        var nationality = tables.Marginal("PRISON", "nationality").Draw(ref who);
        var convictedOn = born.AddYears(14).AddDays((int)(who.Uniform() * (sentencedOn.DayNumber - born.AddYears(14).DayNumber)));
        var hasPnc = !who.Chance(0.02);
        var hasCro = who.Chance(0.7);

        var name = root.Of(FormattableString.Invariant($"person|{number}|name"));
        var cluster = tables.NameClusters(ethnicGroup).Draw(ref name);
        var forename = name.One(tables.Forenames(cluster, sex));
        var second = name.Chance(0.55) ? name.One(tables.Forenames(cluster, sex)) : "";
        var surname = Surnames.Draw(ref name, cluster);
        return new CasePerson
        {
            Number = number,
            PrisonNumber = "",
            Pnc = hasPnc ? FictionalNumbers.LongPnc(number, convictedOn.Year) : "",
            SecondPnc = "",
            Cro = hasCro ? FictionalNumbers.CommunityCro(number, convictedOn.Year) : "",
            Sex = sex,
            BornOn = born,
            Surname = surname,
            Forename = forename,
            SecondForename = second == forename ? "" : second,
            Ethnicity = tables.Ethnicity(PrisonPerson.Ethnicities[ethnicGroup].Draw(ref who)),
            Nationality = nationality == "Other foreign national" ? who.One(PrisonPerson.OtherNationalities[ethnicGroup]) : nationality,
            Home = who.Chance(0.03) ? Address.NoFixedAbode : Address.Draw(ref who),
        };
    }
}
