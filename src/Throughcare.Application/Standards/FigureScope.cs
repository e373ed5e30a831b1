using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Standards;

/// <summary>Of which places an actor reads figures.</summary>
/// <param name="Places">Codes; <see langword="null"/> for everywhere.</param>
public sealed record FigureScope(IReadOnlyList<PlaceCode>? Places)
{
    /// <summary>Fair dates are for figures of the nation.</summary>
    public bool IsNational => Places is null;

    /// <returns><see langword="null"/> for a role that reads no figures.</returns>
    public static FigureScope? Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);

        return !actor.Has(Verb.ReadFigures) ? null : Reach.Of(actor, Verb.ReadFigures) switch
        {
            Reach.Everyone => new(default(IReadOnlyList<PlaceCode>)),
            Reach.Holders { Names: var names } => new([.. names.Where(name => name.StartsWith("P:", StringComparison.Ordinal)).Select(name => new PlaceCode(name[2..])), .. PrisonsOf(actor.Place)]),
            _ => new([]),
        };
    }

    /// <summary>The places of this scope that a place stands for: itself, or the delivery units and prisons of a region.</summary>
    public FigureScope Within(PlaceCode place)
    {
        List<PlaceCode> asked = [place, .. ProbationPlaces.PdusOf(place.Text).Select(pdu => new PlaceCode(pdu.Code)), .. PrisonsOf(place)];
        return new([.. asked.Where(Reaches)]);
    }

    /// <summary>Whether figures of a place are read.</summary>
    public bool Reaches(PlaceCode place) => Places is null || Places.Contains(place) || (ProbationPlaces.Find(place.Text) is null && Places.Any(of => TeamOf(place, of)));

    private static IEnumerable<PlaceCode> PrisonsOf(PlaceCode region) => ProbationPlaces.Find(region.Text) is { Level: ProbationLevel.Region } of
        ? Establishments.OfRegion(of).Select(prison => new PlaceCode(prison.Code))
        : [];

    /// <summary>A team belongs to its delivery unit.</summary>
    private static bool TeamOf(PlaceCode team, PlaceCode unit) => Domain.Record.Places.PduOfTeam(team.Text)?.Code == unit.Text;
}
