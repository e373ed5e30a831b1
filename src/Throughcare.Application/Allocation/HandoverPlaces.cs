using Throughcare.Domain.Record;

namespace Throughcare.Application.Allocation;

/// <summary>Which delivery unit a manager's place is of.</summary>
internal static class HandoverPlaces
{
    /// <summary>The unit of a team; the place itself where it is a unit, a region or no place of probation.</summary>
    public static PlaceCode UnitOf(PlaceCode place) => ProbationPlaces.Find(place.Text) is null && Places.PduOfTeam(place.Text) is { } unit ? new(unit.Code) : place;
}
