using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>The lists of the police areas in which somebody works, with who is meant by each row.</summary>
public sealed class AreaNominations(ThroughcareDb db, AccessPolicy access)
{
    public const int PageSize = 50;

    /// <param name="Areas">Those that the reader works in, by name.</param>
    public sealed record Page(IReadOnlyList<PoliceArea> Areas, PoliceArea? Area, IReadOnlyList<Row> Rows, int Total);

    /// <param name="Address">What stands for the person in addresses; <see langword="null"/> where nobody is linked, or the reader may not open the record.</param>
    public sealed record Row(PpoListing Listing, string? Address);

    /// <param name="area">Code of one area; the first of the reader's that lists somebody unless said.</param>
    public async Task<Page> ReadAsync(string? area, int page, Actor actor, CancellationToken stop)
    {
        var areas = AreasOf(actor.Place);
        if (areas.Count == 0)
        {
            return new([], null, [], 0);
        }

        var shown = areas.FirstOrDefault(a => a.Code == area) ?? await FirstListedAsync(areas, stop) ?? areas[0];
        var known = access.People(actor, Verb.SearchNation);
        var mayReadCovert = Permissions.Has(actor.Role, Verb.ReadRestricted);
        var rows = db.PpoListings.Where(l => l.Area == shown.Code && l.Status != PpoStatus.Removed
            && (mayReadCovert || !l.IsCovert) && (l.PersonId == null || known.Contains(l.PersonId.Value)));
        var total = await rows.CountAsync(stop);
        var found = await rows.OrderBy(l => l.Surname).ThenBy(l => l.Forename).ThenBy(l => l.ListRef).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        PersonId[] linked = [.. found.Select(l => l.PersonId).OfType<PersonId>().Distinct()];
        var open = (await access.People(actor, Verb.ReadRecord).Where(p => linked.Contains(p)).ToListAsync(stop)).ToHashSet();
        var names = await Record.PeopleNames.OfAsync(db, [.. open], stop);
        return new(areas, shown, [.. found.Select(l => new Row(l, l.PersonId is { } person && open.Contains(person) ? names[person].Address : null))], total);
    }

    /// <summary>The first area that lists somebody.</summary>
    private async Task<PoliceArea?> FirstListedAsync(IReadOnlyList<PoliceArea> areas, CancellationToken stop)
    {
        string[] codes = [.. areas.Select(a => a.Code)];
        var listed = await db.PpoListings.Where(l => codes.Contains(l.Area) && l.Status != PpoStatus.Removed && !l.IsCovert).Select(l => l.Area).Distinct().ToListAsync(stop);
        return areas.FirstOrDefault(a => listed.Contains(a.Code));
    }

    /// <summary>The areas of the region that a unit lies in; all of them for a national unit.</summary>
    private static IReadOnlyList<PoliceArea> AreasOf(PlaceCode place)
    {
        var own = ProbationPlaces.Find(place.Text);
        var region = own is { Level: ProbationLevel.Region } ? own.Code : own?.ParentCode;
        return place == PlaceCode.Nation ? PoliceAreas.All : [.. PoliceAreas.All.Where(a => a.Region == region)];
    }
}
