using Throughcare.Domain.Record;

namespace Throughcare.Domain.Protection;

/// <summary>What of a person is compared with a row of the list.</summary>
/// <param name="Id">The surviving record.</param>
/// <param name="Numbers">PNC and CRO numbers that may be matched on.</param>
/// <param name="Names">Every current name and alias.</param>
/// <param name="Births">Dates of birth, those given with aliases too.</param>
public sealed record PpoPerson(
    PersonId Id, IReadOnlyList<(IdentifierKind Kind, string Canonical)> Numbers, IReadOnlyList<(string Last, string? First)> Names, IReadOnlyList<DateOnly> Births);

/// <summary>Who is meant.</summary>
/// <param name="Person">The one who is linked; <see langword="null"/> where nobody is.</param>
/// <param name="Candidates">Those between whom a person decides.</param>
/// <param name="Because">The rule that decided, in words.</param>
public sealed record PpoMatch(PpoMatchState State, PersonId? Person, IReadOnlyList<PersonId> Candidates, string Because);

/// <summary>Decides whom a row of an area's list means: the first of five rules that fits. Nobody is created from the list.</summary>
public static class PpoMatching
{
    /// <summary>The rule of a probable link, in words.</summary>
    public const string SameNameAndBirth = "Surname, forename and date of birth are the same";

    /// <param name="row">Numbers with a wrong check letter are left out of it.</param>
    /// <param name="people">Everybody who shares a number or the date of birth, as it stands or with day and month swapped.</param>
    /// <param name="refused">Those of whom somebody said that they are not meant.</param>
    public static PpoMatch Of(PpoListing row, IEnumerable<PpoPerson> people, IReadOnlySet<PersonId> refused)
    {
        var (surname, forename) = (NameText.Normalise(row.Surname), NameText.Normalise(row.Forename));
        var swapped = Swapped(row.DateOfBirth);
        List<PpoPerson> all = [.. people.Where(p => !refused.Contains(p.Id))];

        if (ByNumber(IdentifierKind.Pnc, row.Pnc, "PNC number") is { } pnc)
        {
            return pnc;
        }

        if (ByNumber(IdentifierKind.Cro, row.Cro, "CRO number") is { } cro)
        {
            return cro;
        }

        var same = all.FindAll(p => p.Births.Contains(row.DateOfBirth) && p.Names.Any(n => Last(n) == surname && First(n) == forename));
        if (same.Count > 0)
        {
            return same is [var one] ? new(PpoMatchState.Probable, one.Id, [], SameNameAndBirth) : Several(same, SameNameAndBirth);
        }

        var alike = all.FindAll(p =>
            (p.Births.Contains(row.DateOfBirth) && p.Names.Any(n => Last(n) == surname && SameInitial(First(n), forename)))
            || (swapped is { } other && p.Births.Contains(other) && p.Names.Any(n => Last(n) == surname && SameInitial(First(n), forename))));
        return alike switch
        {
            [] => new(PpoMatchState.Unmatched, null, [], "Nobody on record fits"),
            [var one] => new(PpoMatchState.Possible, null, [one.Id], one.Births.Contains(row.DateOfBirth)
                ? "Surname, date of birth and the first letter of the forename are the same"
                : "Surname and first letter of the forename are the same, and the date of birth with day and month swapped"),
            _ => Several(alike, "Surname, first letter of the forename and date of birth fit"),
        };

        PpoMatch? ByNumber(IdentifierKind kind, string? number, string what)
        {
            if (number is null)
            {
                return null;
            }

            var hits = all.FindAll(p => p.Numbers.Contains((kind, number)));
            return hits switch
            {
                [] => null,
                [var one] when Disagrees(one) => new(PpoMatchState.Possible, null, [one.Id], $"The {what} is the same, but surname and date of birth both differ"),
                [var one] => new(PpoMatchState.Confirmed, one.Id, [], $"The {what} is the same"),
                _ => Several(hits, $"The {what} is the same"),
            };
        }

        bool Disagrees(PpoPerson person) =>
            !person.Births.Contains(row.DateOfBirth) && person.Names.All(n => JaroWinkler.Similarity(Last(n), surname) < JaroWinkler.Alike);
    }

    /// <summary>The date with day and month exchanged; <see langword="null"/> where that is no date, or the same one.</summary>
    public static DateOnly? Swapped(DateOnly born) =>
        born.Day <= 12 && born.Day != born.Month ? new(born.Year, born.Day, born.Month) : null;

    private static PpoMatch Several(List<PpoPerson> people, string because) =>
        new(PpoMatchState.Ambiguous, null, [.. people.Select(p => p.Id)], $"{because}, of more than one person");

    private static string Last((string Last, string? First) name) => NameText.Normalise(name.Last);

    private static string First((string Last, string? First) name) => NameText.Normalise(name.First);

    private static bool SameInitial(string one, string other) => one.Length > 0 && other.Length > 0 && one[0] == other[0];
}
