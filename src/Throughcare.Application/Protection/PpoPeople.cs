using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>Loads everybody whom some rows of a list may mean: those who share a number, and those who share the date of birth as it stands
/// or with day and month swapped.</summary>
public static class PpoPeople
{
    public static async Task<IReadOnlyList<PpoPerson>> OfAsync(ThroughcareDb db, IReadOnlyCollection<PpoListing> rows, CancellationToken stop)
    {
        var numbers = rows.SelectMany(r => new[] { r.Pnc, r.Cro }).OfType<string>().Distinct().ToArray();
        DateOnly?[] births = [.. rows.SelectMany(r => new DateOnly?[] { r.DateOfBirth, PpoMatching.Swapped(r.DateOfBirth) }).OfType<DateOnly>().Distinct()];
        var people = (await db.Identifiers.Current()
                .Where(i => (i.Kind == IdentifierKind.Pnc || i.Kind == IdentifierKind.Cro) && i.Check == IdentifierCheck.Valid && numbers.Contains(i.Canonical))
                .Select(i => i.PersonId).ToListAsync(stop))
            .Concat(await db.Details.Current().Where(d => births.Contains(d.DateOfBirth)).Select(d => d.PersonId).ToListAsync(stop))
            .Concat(await db.Names.Current().Where(n => n.DateOfBirth != null && births.Contains(n.DateOfBirth)).Select(n => n.PersonId).ToListAsync(stop))
            .Distinct().ToList();
        if (people.Count == 0)
        {
            return [];
        }

        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(r => r).Distinct().ToArray();
        var found = await db.Identifiers.Current()
            .Where(i => all.Contains(i.PersonId) && (i.Kind == IdentifierKind.Pnc || i.Kind == IdentifierKind.Cro) && i.Check == IdentifierCheck.Valid).ToListAsync(stop);
        var names = await db.Names.Current().Where(n => all.Contains(n.PersonId)).ToListAsync(stop);
        var details = await db.Details.Current().Where(d => all.Contains(d.PersonId) && d.DateOfBirth != null).ToListAsync(stop);
        var (byNumber, byName, byDetail) = (found.ToLookup(i => i.PersonId), names.ToLookup(n => n.PersonId), details.ToLookup(d => d.PersonId));
        return
        [
            .. records.Values.DistinctBy(r => r[0]).Select(ids => new PpoPerson(
                ids[0],
                [.. ids.SelectMany(id => byNumber[id]).Select(i => (i.Kind, i.Canonical))],
                [.. ids.SelectMany(id => byName[id]).Select(n => (n.Last, n.First))],
                [.. ids.SelectMany(id => byDetail[id]).Select(d => d.DateOfBirth).Concat(ids.SelectMany(id => byName[id]).Select(n => n.DateOfBirth)).OfType<DateOnly>().Distinct()])),
        ];
    }
}
