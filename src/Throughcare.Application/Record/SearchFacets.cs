using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Record;

/// <summary>The ways in which a list of people found can be narrowed: by where they are, the reader's place, sex and age.</summary>
/// <remarks>A choice may not tell what the list itself keeps back: sex and age count only for people whom the reader works with.</remarks>
public static class SearchFacets
{
    /// <summary>Names of the facets in addresses, in the order of the page.</summary>
    public const string Now = "now", Place = "place", Sex = "sex", Age = "age";

    private const string MyPlace = "mine";

    /// <summary>Bands of age in completed years, both ends included, as the statistics of the prison population have them.</summary>
    private static readonly (string Value, int From, int To)[] Bands =
        [("15-17", 0, 17), ("18-20", 18, 20), ("21-24", 21, 24), ("25-29", 25, 29), ("30-39", 30, 39), ("40-49", 40, 49), ("50-59", 50, 59), ("60-69", 60, 69), ("70+", 70, int.MaxValue)];

    private static readonly (string Name, string Legend, (string Value, string Text)[] Choices)[] All =
    [
        (Now, "Where they are now", [("custody", "In custody"), ("community", "In the community"), ("ended", "Ended")]),
        (Place, "Place", [(MyPlace, "My place")]),
        (Sex, "Sex", [("F", "Female"), ("M", "Male")]),
        (Age, "Age", [.. Bands.Select(band => (band.Value, Words(band)))]),
    ];

    public static IEnumerable<string> Names => All.Select(facet => facet.Name);

    /// <param name="Name">In addresses.</param>
    /// <param name="Legend">What the reader sees.</param>
    public sealed record Facet(string Name, string Legend, IReadOnlyList<Choice> Choices);

    /// <param name="Count">How many of the people the list would have with this choice alone of its facet, the other facets standing as they are.</param>
    public sealed record Choice(string Value, string Text, int Count);

    /// <summary>What can be chosen of one person, by facet; <see langword="null"/> where nothing of a facet fits or may be told.</summary>
    internal sealed record Traits(string? Now, bool IsMine, string? Sex, string? Age)
    {
        public static Traits Of(CaseFacts facts, bool isReached, bool isMine) => new(
            Standing(facts.RulePlace),
            isMine,
            isReached && facts.Sex.HasValue ? facts.Sex.Value switch { Domain.Facts.Sex.Female => "F", Domain.Facts.Sex.Male => "M", _ => null } : null,
            isReached && facts.AgeYears.HasValue ? Array.Find(Bands, band => facts.AgeYears.Value >= band.From && facts.AgeYears.Value <= band.To).Value : null);

        public bool Has(string facet, string value) => value == facet switch
        {
            SearchFacets.Now => Now,
            Place => IsMine ? MyPlace : null,
            SearchFacets.Sex => Sex,
            _ => Age,
        };

        /// <summary>Detained in hospital or for removal counts as custody, unlawfully at large as the community: each is looked for there.</summary>
        private static string? Standing(Known<RulePlace> place) => !place.HasValue ? null : place.Value switch
        {
            RulePlace.Custody or RulePlace.Hospital or RulePlace.ImmigrationRemoval => "custody",
            RulePlace.Community or RulePlace.UnlawfullyAtLarge => "community",
            _ => "ended",
        };
    }

    /// <summary>Keeps the people who fit a choice of each facet that has one, in their order, and counts every choice.</summary>
    /// <param name="people">In the order of the list.</param>
    /// <param name="chosen">Values by facet; values that a facet does not have choose nothing.</param>
    internal static (List<PersonId> Kept, IReadOnlyList<Facet> Facets) Narrow(
        IReadOnlyList<PersonId> people, IReadOnlyDictionary<PersonId, Traits> traits, IReadOnlyDictionary<string, IReadOnlyList<string>> chosen)
    {
        var narrowing = All.Select(facet => (facet.Name, Values: facet.Choices.Select(c => c.Value).Where(v => chosen.GetValueOrDefault(facet.Name)?.Contains(v) is true).ToList()))
            .Where(facet => facet.Values.Count > 0).ToList();

        return (
            [.. people.Where(person => Fits(person, except: null))],
            [.. All.Select(facet =>
            {
                var rest = people.Where(person => Fits(person, except: facet.Name)).ToList();
                return new Facet(facet.Name, facet.Legend, [.. facet.Choices.Select(c => new Choice(c.Value, c.Text, rest.Count(person => traits[person].Has(facet.Name, c.Value))))]);
            })]);

        bool Fits(PersonId person, string? except) => narrowing.TrueForAll(facet => facet.Name == except || facet.Values.Exists(value => traits[person].Has(facet.Name, value)));
    }

    private static string Words((string Value, int From, int To) band) => band switch
    {
        { From: 0 } => "Under 18",
        { To: int.MaxValue } => $"{band.From} and over",
        _ => $"{band.From} to {band.To}",
    };
}
