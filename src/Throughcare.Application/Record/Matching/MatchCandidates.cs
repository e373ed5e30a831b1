using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Who a row or a record may be: people who share a number with it, or sound of surname and date of birth. For up to
/// 1,000 at a time, in a handful of queries by index.</summary>
public static class MatchCandidates
{
    /// <summary>More than this are asked about in several goes.</summary>
    public const int Most = 1_000;

    /// <param name="askers">Rows of a file or records, at most <see cref="Most"/>.</param>
    /// <returns>For each asker, in the same order, everybody on record whom it may be: survivors of merges, never the asker
    /// itself, and nobody who was told apart from it.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<MatchFeatures>>> LoadAsync(
        ThroughcareDb db, IReadOnlyList<MatchFeatures> askers, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(askers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(askers.Count, Most);

        if (askers.Count == 0)
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(stop);   // once for all of them
        try
        {
            var numbers = await ByNumberAsync(db, askers, stop);
            var births = await ByBirthAsync(db, askers, stop);
            var found = askers.Select(asker => NumbersOf(asker).SelectMany(n => numbers[n]).Concat(KeysOf(asker).SelectMany(k => births[k])).ToHashSet()).ToList();

            var records = await MergedRecords.OfAsync(db, [.. found.SelectMany(f => f), .. askers.Select(a => a.PersonId).OfType<PersonId>()], stop);
            var features = await FeaturesAsync(db, [.. found.SelectMany(f => f).Distinct().Where(records.ContainsKey).Select(f => records[f]).DistinctBy(r => r[0])], stop);
            var apart = await ApartAsync(db, [.. askers.Select(a => a.PersonId).OfType<PersonId>().Where(records.ContainsKey)], records, stop);
            return [.. askers.Select((asker, i) => Others(asker, found[i]))];

            List<MatchFeatures> Others(MatchFeatures asker, HashSet<PersonId> people)
            {
                var own = asker.PersonId is { } id && records.TryGetValue(id, out var mine) ? mine[0] : (PersonId?)null;
                return [.. people.Where(records.ContainsKey).Select(p => records[p][0]).Distinct()
                    .Where(p => p != own && (own is not { } one || !apart.Contains(NotSamePerson.Ordered(one, p))))
                    .OrderBy(p => p.Value).Where(features.ContainsKey).Select(p => features[p])];
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What is compared of people on record, by the id of the surviving record. Nobody that has no name.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, MatchFeatures>> FeaturesAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, people, stop);
        return await FeaturesAsync(db, [.. records.Values.DistinctBy(r => r[0])], stop);
    }

    /// <summary>What is compared of two records as they stand alone, merged or not, as the asker and the candidate of an item.</summary>
    internal static async Task<IReadOnlyDictionary<PersonId, MatchFeatures>> FeaturesOfRecordsAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> records, CancellationToken stop) =>
        await FeaturesAsync(db, [.. records.Distinct().Select(r => new List<PersonId> { r })], stop);

    /// <summary>What candidates are found by: two rows that have none of these in common are never each other's candidates.</summary>
    public static IEnumerable<string> BlocksOf(MatchFeatures asker) =>
        NumbersOf(asker).Select(n => $"{n.Kind} {n.Number}").Concat(KeysOf(asker).Select(k => $"{k.Day:yyyyMMdd} {k.Sound}"));

    private static async Task<ILookup<(IdentifierKind, string), PersonId>> ByNumberAsync(ThroughcareDb db, IReadOnlyList<MatchFeatures> askers, CancellationToken stop)
    {
        var numbers = askers.SelectMany(NumbersOf).Select(n => n.Number).Distinct().ToList();
        if (numbers.Count == 0)
        {
            return Array.Empty<PersonId>().ToLookup(_ => (default(IdentifierKind), ""));
        }

        var found = await MatchLookups.Numbers(db, numbers).Select(i => new { i.Kind, i.Canonical, i.PersonId }).ToListAsync(stop);
        return found.ToLookup(i => (i.Kind, i.Canonical), i => i.PersonId);
    }

    private static async Task<ILookup<(DateOnly, string), PersonId>> ByBirthAsync(ThroughcareDb db, IReadOnlyList<MatchFeatures> askers, CancellationToken stop)
    {
        var keys = askers.SelectMany(KeysOf).Distinct().ToList();
        if (keys.Count == 0)
        {
            return Array.Empty<PersonId>().ToLookup(_ => (default(DateOnly), ""));
        }

        var wanted = keys.ToHashSet();
        var found = await MatchLookups.Births(db, [.. keys.Select(k => (DateOnly?)k.Day).Distinct()]).ToListAsync(stop);
        return found.Select(f => (Key: (f.Day, SoundOf(MatchName.Of(f.Last, null, null)) ?? ""), f.PersonId))
            .Where(f => wanted.Contains(f.Key)).Distinct().ToLookup(f => f.Key, f => f.PersonId);
    }

    private static IEnumerable<(IdentifierKind Kind, string Number)> NumbersOf(MatchFeatures asker) =>
        asker.PrisonNumbers.Select(n => (IdentifierKind.Noms, n))
            .Concat(asker.Crns.Select(n => (IdentifierKind.Crn, n)))
            .Concat(asker.Pncs.Select(n => (IdentifierKind.Pnc, n)))
            .Concat(asker.Cros.Select(n => (IdentifierKind.Cro, n)))
            .Concat(asker.Bookings.Select(n => (IdentifierKind.Booking, n)));

    private static IEnumerable<(DateOnly Day, string Sound)> KeysOf(MatchFeatures asker) => asker.BornOn is not { } born ? []
        : asker.Names.Select(SoundOf).OfType<string>().Distinct().Select(sound => (born, sound));

    /// <summary>Equal surnames sound equal; one that has no sound stands for itself.</summary>
    private static string? SoundOf(MatchName name) =>
        name.JoinedSurname.Length == 0 ? null : SoundKey.Of(name.JoinedSurname) ?? "=" + name.JoinedSurname;

    private static async Task<HashSet<(PersonId, PersonId)>> ApartAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> askers, Dictionary<PersonId, List<PersonId>> records, CancellationToken stop)
    {
        if (askers.Count == 0)
        {
            return [];
        }

        var own = askers.SelectMany(a => records[a]).Distinct().ToList();
        var said = await db.NotSamePeople.Where(n => EF.Parameter(own).Contains(n.OneId) || EF.Parameter(own).Contains(n.OtherId))
            .Select(n => new { n.OneId, n.OtherId }).ToListAsync(stop);
        var roots = records.Values.DistinctBy(r => r[0]).SelectMany(r => r.Select(id => (id, Root: r[0]))).ToDictionary(r => r.id, r => r.Root);
        return [.. said.Where(n => roots.ContainsKey(n.OneId) && roots.ContainsKey(n.OtherId)).Select(n => NotSamePerson.Ordered(roots[n.OneId], roots[n.OtherId]))];
    }

    private static async Task<IReadOnlyDictionary<PersonId, MatchFeatures>> FeaturesAsync(
        ThroughcareDb db, IReadOnlyList<List<PersonId>> records, CancellationToken stop)
    {
        if (records.Count == 0)
        {
            return new Dictionary<PersonId, MatchFeatures>();
        }

        var all = records.SelectMany(r => r).ToList();
        var names = (await db.Names.Current().Where(n => EF.Parameter(all).Contains(n.PersonId))
            .Select(n => new { n.PersonId, n.Type, n.ValidFrom, n.Last, n.First, n.Middle }).ToListAsync(stop)).ToLookup(n => n.PersonId);
        var details = (await db.Details.Current().Where(d => EF.Parameter(all).Contains(d.PersonId))
            .Select(d => new { d.PersonId, d.DateOfBirth, d.Sex }).ToListAsync(stop)).ToLookup(d => d.PersonId);
        var numbers = (await db.Identifiers.Current().Where(i => EF.Parameter(all).Contains(i.PersonId) && i.Check == IdentifierCheck.Valid)
            .Select(i => new { i.PersonId, i.Kind, i.Canonical }).ToListAsync(stop)).ToLookup(i => i.PersonId);
        var held = (await db.Episodes.Current().Where(e => EF.Parameter(all).Contains(e.PersonId) && e.ValidTo == null)
            .Select(e => e.PersonId).ToListAsync(stop)).ToHashSet();

        Dictionary<PersonId, MatchFeatures> features = [];
        foreach (var record in records)
        {
            var called = record.SelectMany(id => names[id].OrderByDescending(n => n.Type is NameType.Current).ThenByDescending(n => n.ValidFrom)
                .ThenBy(n => n.Last, StringComparer.Ordinal)).Select(n => MatchName.Of(n.Last, n.First, n.Middle)).Distinct().ToList();
            if (called.Count == 0)
            {
                continue;
            }

            var own = record.SelectMany(id => numbers[id]).ToLookup(n => n.Kind, n => n.Canonical);
            var said = record.SelectMany(id => details[id]).ToList();
            features[record[0]] = new()
            {
                PersonId = record[0],
                Side = own[IdentifierKind.Noms].Any() ? MatchSide.Prison : MatchSide.Probation,
                PrisonNumbers = Of(IdentifierKind.Noms),
                Crns = Of(IdentifierKind.Crn),
                Pncs = Of(IdentifierKind.Pnc),
                Cros = Of(IdentifierKind.Cro),
                Bookings = Of(IdentifierKind.Booking),
                Names = called,
                BornOn = said.Select(d => d.DateOfBirth).FirstOrDefault(d => d is not null),
                Sex = MatchSexText.Read(said.Select(d => d.Sex?.Code).FirstOrDefault(s => s is not null)),
                IsBookingActive = record.Exists(held.Contains),
            };

            List<string> Of(IdentifierKind kind) => [.. own[kind].Distinct().Order(StringComparer.Ordinal)];
        }

        return features;
    }
}
