using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Which records are one person's: a merge moves no row, so readers follow it and read them all.</summary>
internal static class MergedRecords
{
    /// <summary>Merges of merges are followed this far.</summary>
    private const int Deepest = 16;

    /// <summary>For each person asked about, the surviving record and every record that was merged into it, the survivor first.
    /// Nobody that is not on record.</summary>
    public static async Task<Dictionary<PersonId, List<PersonId>>> OfAsync(ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        Dictionary<PersonId, PersonId?> survivors = [];
        var ask = people.Distinct().ToList();
        for (var i = 0; i < Deepest && ask.Count > 0; i++)
        {
            var rows = await db.People.Where(p => ask.Contains(p.Id)).Select(p => new { p.Id, p.SurvivorId }).ToListAsync(stop);
            rows.ForEach(row => survivors[row.Id] = row.SurvivorId);
            ask = [.. rows.Select(row => row.SurvivorId).OfType<PersonId>().Where(id => !survivors.ContainsKey(id)).Distinct()];
        }

        var roots = people.Where(survivors.ContainsKey).Distinct().ToDictionary(id => id, Root);
        var members = roots.Values.Distinct().ToDictionary(id => id, id => new List<PersonId> { id });
        var owner = members.Keys.ToDictionary(id => id);
        ask = [.. members.Keys];
        for (var i = 0; i < Deepest && ask.Count > 0; i++)
        {
            var rows = await db.People.Where(p => p.SurvivorId != null && ask.Contains(p.SurvivorId.Value)).Select(p => new { p.Id, p.SurvivorId }).ToListAsync(stop);
            ask = [];
            foreach (var row in rows)
            {
                var root = owner[row.SurvivorId!.Value];
                if (owner.TryAdd(row.Id, root))
                {
                    members[root].Add(row.Id);
                    ask.Add(row.Id);
                }
            }
        }

        return roots.ToDictionary(pair => pair.Key, pair => members[pair.Value]);

        PersonId Root(PersonId id)
        {
            for (var i = 0; i < Deepest && survivors.GetValueOrDefault(id) is { } survivor; i++)
            {
                id = survivor;
            }

            return id;
        }
    }

    /// <returns>The surviving record first; empty for somebody who is not on record.</returns>
    public static async Task<List<PersonId>> OfAsync(ThroughcareDb db, PersonId person, CancellationToken stop) =>
        (await OfAsync(db, [person], stop)).GetValueOrDefault(person) ?? [];
}
