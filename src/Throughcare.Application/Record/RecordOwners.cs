using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Whose task it is to look at what is wrong with a record: the prison that holds the person, else the office of the community
/// offender manager, else a national unit.</summary>
public static class RecordOwners
{
    public static async Task<IReadOnlyDictionary<PersonId, PlaceCode>> OfAsync(ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var ids = people.ToArray();
        var prisons = (await db.Locations.Current().Where(l => ids.Contains(l.PersonId) && l.ValidTo == null).Select(l => new { l.PersonId, l.Prison, l.ValidFrom }).ToListAsync(stop)).ToLookup(l => l.PersonId);
        var offices = (await db.Managers.Current().Where(m => ids.Contains(m.PersonId) && m.ValidTo == null && m.Role == Role.Com && m.Place != null)
            .Select(m => new { m.PersonId, m.Place, m.ValidFrom }).ToListAsync(stop)).ToLookup(m => m.PersonId);
        return ids.Distinct().ToDictionary(
            id => id, id => prisons[id].MaxBy(l => l.ValidFrom)?.Prison ?? offices[id].MaxBy(o => o.ValidFrom)?.Place ?? PlaceCode.Nation);
    }
}
