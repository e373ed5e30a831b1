using System.Globalization;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Cases;

/// <summary>Another name under which somebody is known.</summary>
internal sealed record OtherName(string Surname, string Forename, DateOnly BornOn);

/// <summary>Who one record of the probation service says somebody is, right or wrong.</summary>
internal sealed record ProbationIdentity
{
    /// <summary>Shares of the records of people whom a prison knows.</summary>
    private const double WithPrisonNumber = 0.85;
    private const double WithOneLetterOther = 0.03;
    private const double WithDayAndMonthSwapped = 0.005;
    private const double WithOtherSpelling = 0.03;

    /// <summary>Shares of all records; a number that is missing here may be known to the prison.</summary>
    private const double WithoutPnc = 0.02;
    private const double WithWrongPncLetter = 0.03;
    private const double WithoutCro = 0.15;
    private const double WithWrongCroLetter = 0.01;
    private const double WithoutSecondForename = 0.15;
    private const double WithAliases = 0.12;

    /// <summary>The share of days in a year that make another date with day and month swapped: 132 of 365.</summary>
    private const double CanBeSwapped = 132 / 365.0;

    /// <summary>The source's own number of the record, 7 digits.</summary>
    public required int OffenderId { get; init; }

    public required string Crn { get; init; }

    /// <summary>Empty for those who can be found by other numbers or by name alone.</summary>
    public required string PrisonNumber { get; init; }

    public required string Pnc { get; init; }

    public required string Cro { get; init; }

    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public required string SecondForename { get; init; }

    /// <summary>Empty for most.</summary>
    public required string PreviousSurname { get; init; }

    public required DateOnly BornOn { get; init; }

    public required IReadOnlyList<OtherName> Aliases { get; init; }

    /// <param name="record">0 for the first record of the person, 1 for the second.</param>
    public static ProbationIdentity Of(StreamRoot root, CasePerson person, int record)
    {
        var first = First(root, person);
        return record == 0 ? first : Second(root, person, first);
    }

    /// <summary>Day and month changed for each other; <see langword="null"/> where that is no other date.</summary>
    public static DateOnly? Swapped(DateOnly day) =>
        day.Day <= 12 && day.Day != day.Month ? new DateOnly(day.Year, day.Day, day.Month) : null;

    private static ProbationIdentity First(StreamRoot root, CasePerson person)
    {
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|probation"));
        var (hasNumber, letter, swaps, respells) = (draw.Chance(WithPrisonNumber), draw.Chance(WithOneLetterOther),
            draw.Chance(WithDayAndMonthSwapped / CanBeSwapped), draw.Chance(WithOtherSpelling));
        var (pnc, cro) = (PncOf(ref draw, person), CroOf(ref draw, person));
        var second = draw.Chance(WithoutSecondForename) ? "" : person.SecondForename;
        var previous = draw.Chance(0.15) && person.Sex == 'F' ? Surnames.Draw(ref draw, "EUR") : "";
        var aliases = AliasesOf(ref draw, person);
        var isKnown = person.PrisonNumber.Length > 0;
        var (surname, forename) = (person.Surname, person.Forename);
        if (letter && isKnown)
        {
            (surname, forename) = WithOtherLetter(ref draw, surname, forename);
        }
        else if (respells && isKnown)
        {
            forename = OtherSpelling(ref draw, forename);
        }

        return new ProbationIdentity
        {
            OffenderId = 1_000_000 + person.Number,
            Crn = FictionalNumbers.Crn(person.Number, 0),
            PrisonNumber = hasNumber ? person.PrisonNumber : "",
            Pnc = pnc,
            Cro = cro,
            Surname = surname,
            Forename = forename,
            SecondForename = second,
            PreviousSurname = previous,
            BornOn = swaps && isKnown ? Swapped(person.BornOn) ?? person.BornOn : person.BornOn,
            Aliases = aliases,
        };
    }

    /// <summary>A record made by mistake: one character of the name, or day and month of birth, differ from the first.</summary>
    private static ProbationIdentity Second(StreamRoot root, CasePerson person, ProbationIdentity first)
    {
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|probation|second"));
        var (hasNumber, hasPnc, hasCro, swaps) = (draw.Chance(0.3), draw.Chance(0.7), draw.Chance(0.5), draw.Chance(0.5));
        var born = swaps ? Swapped(first.BornOn) : null;
        var (surname, forename) = born is null ? WithOtherLetter(ref draw, first.Surname, first.Forename) : (first.Surname, first.Forename);
        return first with
        {
            OffenderId = 2_000_000 + person.Number,
            Crn = FictionalNumbers.Crn(person.Number, 1),
            PrisonNumber = hasNumber ? first.PrisonNumber : "",
            Pnc = hasPnc ? first.Pnc : "",
            Cro = hasCro ? first.Cro : "",
            Surname = surname,
            Forename = forename,
            BornOn = born ?? first.BornOn,
            PreviousSurname = "",
            Aliases = [],
        };
    }

    private static string PncOf(ref SeededNumbers draw, CasePerson person)
    {
        var (missing, wrong) = (draw.Chance(WithoutPnc), draw.Chance(WithWrongPncLetter));
        return missing || person.Pnc.Length == 0 ? "" : wrong ? FictionalNumbers.WithWrongLetter(person.Pnc) : person.Pnc;
    }

    private static string CroOf(ref SeededNumbers draw, CasePerson person)
    {
        var (missing, wrong) = (draw.Chance(WithoutCro), draw.Chance(WithWrongCroLetter));
        return missing || person.Cro.Length == 0 ? "" : wrong ? FictionalNumbers.WithWrongLetter(person.Cro) : person.Cro;
    }

    private static (string Surname, string Forename) WithOtherLetter(ref SeededNumbers draw, string surname, string forename) =>
        draw.Chance(0.7) ? (OtherLetter(ref draw, surname), forename) : (surname, OtherLetter(ref draw, forename));

    /// <summary>A letter after the first is another, is missing, or stands twice.</summary>
    private static string OtherLetter(ref SeededNumbers draw, string name)
    {
        var kind = draw.Uniform();
        var at = name.Length < 3 ? name.Length - 1 : draw.Between(1, name.Length - 1);
        var letter = (char)('a' + (char.ToLowerInvariant(name[at]) - 'a' + draw.Between(1, 25)) % 26);
        return kind switch
        {
            < 0.6 => name[..at] + letter + name[(at + 1)..],
            < 0.8 when name.Length > 3 => name[..at] + name[(at + 1)..],
            _ => name[..at] + name[at] + name[at..],
        };
    }

    private static string OtherSpelling(ref SeededNumbers draw, string forename)
    {
        var others = ProbationTables.Shared.OtherSpellings(forename);
        return others.Count == 0 ? forename : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(draw.One(others).ToLowerInvariant());
    }

    private static List<OtherName> AliasesOf(ref SeededNumbers draw, CasePerson person)
    {
        var aliases = new List<OtherName>();
        var (has, count) = (draw.Chance(WithAliases), draw.Between(1, 3));
        for (var i = 0; has && i < count; i++)
        {
            var (kind, born) = (draw.Uniform(), draw.Chance(0.1) ? person.BornOn.AddYears(1) : person.BornOn);
            var respelt = OtherSpelling(ref draw, person.Forename);
            var surname = Surnames.Draw(ref draw, "EUR");
            aliases.Add(kind < 0.6 || respelt == person.Forename
                ? new OtherName(surname, person.Forename, born)
                : new OtherName(person.Surname, respelt, born));
        }

        return aliases;
    }
}
