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

    /// <summary>The surviving records of these people, each once: what a list of people shows. Merges of merges are followed four
    /// deep, which is as far as they go.</summary>
    public static IQueryable<PersonId> Survivors(ThroughcareDb db, IQueryable<PersonId> people)
    {
        var merged = db.People.Where(p => p.SurvivorId != null);   // few
        var alone = people.Where(p => !merged.Any(m => m.Id == p));
        var read =
            from p in people
            join one in merged on p equals one.Id
            join two in merged on one.SurvivorId equals (PersonId?)two.Id into twos
            from two in twos.DefaultIfEmpty()
            join three in merged on two.SurvivorId equals (PersonId?)three.Id into threes
            from three in threes.DefaultIfEmpty()
            join four in merged on three.SurvivorId equals (PersonId?)four.Id into fours
            from four in fours.DefaultIfEmpty()
            select (four.SurvivorId ?? three.SurvivorId ?? two.SurvivorId ?? one.SurvivorId)!.Value;
        return alone.Union(read);
    }

    /// <summary>Those of the people whom rows name whose record became part of another, which is among <paramref name="people"/>: a list
    /// of rows shows theirs besides those of the people themselves.</summary>
    /// <param name="people">Surviving records, as the access policy gives them.</param>
    /// <param name="named">Whom the rows name.</param>
    public static async Task<List<PersonId>> AbsorbedAsync(ThroughcareDb db, IQueryable<PersonId> people, IQueryable<PersonId> named, CancellationToken stop)
    {
        var absorbed = await db.People.Where(p => p.SurvivorId != null && named.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);   // few
        if (absorbed.Count == 0)
        {
            return absorbed;
        }

        var records = await OfAsync(db, absorbed, stop);
        var survivors = records.Values.Select(r => r[0]).Distinct().ToList();
        var reached = (await people.Where(p => survivors.Contains(p)).ToListAsync(stop)).ToHashSet();
        return absorbed.FindAll(id => reached.Contains(records[id][0]));
    }

    /// <summary>How many merges lie between a record and the survivor at the end: no more than <see cref="MostMerges"/>.</summary>
    public const int MostMerges = 4;

    /// <returns>The surviving record first; empty for somebody who is not on record.</returns>
    public static async Task<List<PersonId>> OfAsync(ThroughcareDb db, PersonId person, CancellationToken stop) =>
        (await OfAsync(db, [person], stop)).GetValueOrDefault(person) ?? [];
}
