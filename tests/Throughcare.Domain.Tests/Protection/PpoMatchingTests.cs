using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Protection;

public sealed class PpoMatchingTests
{
    private static readonly DateOnly Born = new(1988, 4, 2);

    private static PpoListing Row => new()
    {
        ForceCode = "13",
        ListRef = "W1",
        Area = "13",
        Scheme = PpoScheme.Ppo,
        Surname = "O'BRIEN",
        Forename = "SEAN",
        DateOfBirth = Born,
        Status = PpoStatus.Active,
        RegisteredOn = new(2025, 6, 1),
        IsCovert = false,
        Match = PpoMatchState.Unmatched,
        FirstListedOn = new(2026, 1, 5),
    };

    private static PpoPerson Person(string last = "Obrien", string first = "Seán", DateOnly? born = null, string? pnc = null, string? cro = null) => new(
        A.PersonId,
        [.. new[] { (IdentifierKind.Pnc, pnc), (IdentifierKind.Cro, cro) }.Where(n => n.Item2 is not null).Select(n => (n.Item1, n.Item2!))],
        [(last, first)], [born ?? Born]);

    [Fact]
    public void A_pnc_number_confirms_whatever_the_forename()
    {
        var person = Person(first: "John", pnc: "2012/0001234X");

        var match = Of(Row with { Pnc = "2012/0001234X" }, person, Person());

        Assert.Equal((PpoMatchState.Confirmed, person.Id), (match.State, match.Person));
    }

    [Fact]
    public void A_cro_number_confirms_where_no_pnc_number_does() =>
        Assert.Equal(PpoMatchState.Confirmed, Of(Row with { Pnc = "2012/0001234X", Cro = "123456/07L" }, Person(cro: "123456/07L")).State);

    [Fact]
    public void The_same_number_with_another_surname_and_another_date_of_birth_is_for_a_person_to_decide()
    {
        var match = Of(Row with { Pnc = "2012/0001234X" }, Person("Wainwright", born: new(1970, 1, 1), pnc: "2012/0001234X"));

        Assert.Equal((PpoMatchState.Possible, null, 1), (match.State, match.Person, match.Candidates.Count));
    }

    [Fact]
    public void One_number_of_two_people_is_ambiguous() =>
        Assert.Equal(2, Assert.Single([Of(Row with { Pnc = "2012/0001234X" }, Person(pnc: "2012/0001234X"), Person(pnc: "2012/0001234X"))], m => m.State is PpoMatchState.Ambiguous).Candidates.Count);

    [Fact]
    public void Name_and_date_of_birth_without_signs_and_accents_are_probable() => Assert.Equal(PpoMatchState.Probable, Of(Row, Person()).State);

    [Fact]
    public void An_alias_counts_as_a_name() =>
        Assert.Equal(PpoMatchState.Probable, Of(Row, Person() with { Names = [("Wainwright", "John"), ("O’Brien", "Sean")] }).State);

    [Theory]
    [InlineData("Sam", "1988-04-02", PpoMatchState.Possible)]
    [InlineData("Sean", "1988-02-04", PpoMatchState.Possible)]
    [InlineData("Sam", "1988-02-04", PpoMatchState.Possible)]
    [InlineData("John", "1988-04-02", PpoMatchState.Unmatched)]
    [InlineData("Sean", "1988-04-03", PpoMatchState.Unmatched)]
    public void Initial_and_date_of_birth_or_day_and_month_swapped_are_possible(string first, string born, PpoMatchState state) =>
        Assert.Equal(state, Of(Row, Person(first: first, born: DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture))).State);

    [Fact]
    public void Somebody_of_whom_it_was_said_that_they_are_not_meant_is_never_offered_again()
    {
        var (one, other) = (Person(), Person());

        var match = PpoMatching.Of(Row, [one, other], new HashSet<PersonId> { one.Id });

        Assert.Equal((PpoMatchState.Probable, other.Id), (match.State, match.Person));
    }

    [Fact]
    public void There_are_42_areas_and_the_city_of_london_counts_with_the_metropolitan_area()
    {
        Assert.Equal(42, PoliceAreas.All.Count);
        Assert.Equal("01", PoliceAreas.OfForce("48")!.Code);
        Assert.Null(PoliceAreas.OfForce("99"));
    }

    private static PpoMatch Of(PpoListing row, params PpoPerson[] people) => PpoMatching.Of(row, people, new HashSet<PersonId>());
}
