using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who has which numbers: one query for many. A merged record counts as its survivor.</summary>
public sealed class PeopleByNumber
{
    private readonly Dictionary<(IdentifierKind, string), List<PersonId>> _people = [];

    private PeopleByNumber()
    {
    }

    /// <summary>Everybody who has the number, each once.</summary>
    public IReadOnlyList<PersonId> this[IdentifierKind kind, string? canonical] =>
        canonical is not null && _people.TryGetValue((kind, canonical), out var found) ? found : [];

    /// <param name="numbers">In their canonical form; those that are not valid are found too, and are never to be matched on.</param>
    public static async Task<PeopleByNumber> OfAsync(ThroughcareDb db, IEnumerable<string?> numbers, CancellationToken stop)
    {
        var asked = numbers.OfType<string>().Distinct().ToArray();
        var lookup = new PeopleByNumber();
        var found = asked.Length == 0
            ? []
            : await db.Identifiers.Current().Where(i => asked.Contains(i.Canonical) && i.Check == IdentifierCheck.Valid)
                .Select(i => new { i.Kind, i.Canonical, i.PersonId }).ToListAsync(stop);
        var survivors = await SurvivorsAsync(db, [.. found.Select(f => f.PersonId)], stop);
        foreach (var one in found.OrderBy(f => f.PersonId.Value))
        {
            var people = lookup._people.TryGetValue((one.Kind, one.Canonical), out var there) ? there : lookup._people[(one.Kind, one.Canonical)] = [];
            if (survivors[one.PersonId] is var survivor && !people.Contains(survivor))
            {
                people.Add(survivor);
            }
        }

        return lookup;
    }

    /// <summary>The surviving record of each.</summary>
    public static async Task<Dictionary<PersonId, PersonId>> SurvivorsAsync(ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop) =>
        people.Count == 0 ? [] : (await MergedRecords.OfAsync(db, people, stop)).ToDictionary(r => r.Key, r => r.Value[0]);

    /// <summary>Those of some people whom a unit holds or supervises today.</summary>
    public static async Task<HashSet<PersonId>> OfUnitAsync(ThroughcareDb db, PlaceCode unit, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var (holder, ids) = (ReachHolder.Of(unit), people.ToArray());
        return [.. await db.Reach.Where(r => r.Holder == holder && r.Kind == ReachKind.Unit && r.Until == null && ids.Contains(r.PersonId)).Select(r => r.PersonId).ToListAsync(stop)];
    }
}
