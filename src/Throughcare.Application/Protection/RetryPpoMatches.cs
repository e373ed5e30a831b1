using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>Looks every night whether somebody who has come on record is meant by a row of the list that nobody fitted.</summary>
public sealed class RetryPpoMatches(ThroughcareDb db, IdSource ids, TimeProvider clock)
{
    private const int InOneGo = 200;

    /// <returns>How many rows now have a person, or somebody who may be meant.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var found = 0;
        var after = (Force: "", Reference: "");
        while (true)
        {
            var rows = await db.PpoListings
                .Where(l => l.Match == PpoMatchState.Unmatched && l.Status != PpoStatus.Removed
                    && (l.ForceCode.CompareTo(after.Force) > 0 || (l.ForceCode == after.Force && l.ListRef.CompareTo(after.Reference) > 0)))
                .OrderBy(l => l.ForceCode).ThenBy(l => l.ListRef).Take(InOneGo).ToListAsync(stop);
            if (rows.Count == 0)
            {
                return found;
            }

            after = (rows[^1].ForceCode, rows[^1].ListRef);
            found += await SomeAsync(rows, stop);
        }
    }

    private async Task<int> SomeAsync(List<PpoListing> rows, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var people = await PpoPeople.OfAsync(db, rows, stop);
        var references = rows.Select(r => r.ListRef).ToArray();
        var refused = (await db.PpoCandidates.Where(c => c.IsRefused && references.Contains(c.ListRef)).ToListAsync(stop))
            .ToLookup(c => PpoListing.KeyOf(c.ForceCode, c.ListRef), c => c.PersonId);
        List<(PpoListing Was, PpoListing Now, PpoMatch Match)> decided =
        [
            .. rows.Select(row => (row, Match: PpoMatching.Of(row, people, refused[row.Key].ToHashSet())))
                .Where(r => r.Match.State is not PpoMatchState.Unmatched)
                .Select(r => (r.row, r.row with { PersonId = r.Match.Person, Match = r.Match.State }, r.Match)),
        ];
        var now = clock.GetUtcNow().ToMicrosecond();
        var entry = new Entry(now, StaffId.System, Role.System, PlaceCode.Nation, nameof(RetryPpoMatches), SourceSystem.PpoList);
        var bulk = new BulkRecorder(db);
        var heads = await bulk.LockAsync([.. decided.Select(d => d.Now.PersonId).OfType<PersonId>().Distinct()], stop);
        var writes = await PpoRecording.WritesAsync(db, [.. decided.Select(d => d.Now)], now.LondonDate, entry, () => new(ids.Next()), stop);
        foreach (var (was, row, match) in decided)
        {
            await db.PutAsync(was, row, match, stop);
            if (row.PersonId is { } person)
            {
                await db.SourceRows.Where(r => r.Source == ImportSource.PpoList && r.Key == row.Key)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonId, person), stop);
            }
        }

        await bulk.WriteAsync(heads, [.. writes.GroupBy(w => w.Person).Select(p => new Change<PersonId>(
            p.Key, new ListRowsImported(p.Key, ImportSource.PpoList, now.LondonDate, [.. p.Select(w => w.What).Distinct()]), [.. p.Select(w => w.Write)]))], entry, stop);
        await transaction.CommitAsync(stop);
        return decided.Count;
    }
}
