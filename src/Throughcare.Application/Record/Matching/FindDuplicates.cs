using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Looks through everybody on record for records that may be one person's, batch by batch, and puts each new pair before
/// somebody. Stopped on its way, it goes on where it stopped.</summary>
/// <remarks>Nothing is linked by it, however sure: an import may link a row, but two records have two histories.</remarks>
public sealed class FindDuplicates(ThroughcareDb db, MatchQueue queue, TimeProvider clock)
{
    /// <summary>People in one batch.</summary>
    public const int Batch = 500;

    /// <param name="People">People looked at.</param>
    /// <param name="Raised">Pairs that were not there before.</param>
    public sealed record Result(long People, int Raised);

    public async Task<Result> DoAsync(CancellationToken stop)
    {
        var search = await db.DuplicateSearches.SingleOrDefaultAsync(stop) ?? new DuplicateSearch();
        var after = search.FinishedAt is null ? search.After : null;
        long people = 0;
        var raised = 0;
        while (true)
        {
            var batch = await BatchAsync(after, stop);
            if (batch.Count == 0)
            {
                break;
            }

            raised += await RaiseAsync(batch, stop);
            people += batch.Count;
            after = batch[^1];
            await KeepAsync(after, null, stop);
        }

        await KeepAsync(null, clock.GetUtcNow().ToMicrosecond(), stop);
        return new(people, raised);
    }

    private Task<List<PersonId>> BatchAsync(PersonId? after, CancellationToken stop)
    {
        var people = db.People.Where(p => p.SurvivorId == null);
        people = after is { } last ? people.Where(p => p.Id.CompareTo(last) > 0) : people;
        return people.OrderBy(p => p.Id).Select(p => p.Id).Take(Batch).ToListAsync(stop);
    }

    private async Task<int> RaiseAsync(List<PersonId> batch, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToMicrosecond();
        var features = await MatchCandidates.FeaturesAsync(db, batch, stop);
        var askers = batch.Where(features.ContainsKey).Select(p => features[p]).ToList();
        var candidates = await MatchCandidates.LoadAsync(db, askers, stop);
        var pairs = askers.Zip(candidates).SelectMany(pair => QueuedOf(pair.First, pair.Second).Select(q => (Asker: pair.First.PersonId!.Value, Queued: q))).ToList();
        if (pairs.Count == 0)
        {
            return 0;
        }

        var owners = await OwnersAsync([.. pairs.SelectMany(p => new[] { p.Asker, p.Queued.Candidate.PersonId }).Distinct()], now.LondonDate, stop);
        return await queue.AddAsync(
            [.. pairs.Select(p => queue.ItemOf(p.Asker, p.Queued, owners.GetValueOrDefault(p.Asker, owners.GetValueOrDefault(p.Queued.Candidate.PersonId, PlaceCode.Nation)), null, now))], stop);
    }

    private static IEnumerable<MatchDecision.Queued> QueuedOf(MatchFeatures asker, IReadOnlyList<MatchFeatures> candidates) => MatchDecision.Of(asker, candidates) switch
    {
        MatchDecision.Auto { Person: var sure } => [new(sure, MatchReasons.None)],
        MatchDecision.Queue { Candidates: var queued } => queued,
        _ => [],
    };

    /// <summary>Who holds or supervises each.</summary>
    private async Task<Dictionary<PersonId, PlaceCode>> OwnersAsync(List<PersonId> people, DateOnly today, CancellationToken stop)
    {
        var reach = await db.Reach
            .Where(r => EF.Parameter(people).Contains(r.PersonId) && r.Kind == ReachKind.Unit && r.From <= today && (r.Until == null || r.Until >= today))
            .Select(r => new { r.PersonId, r.Holder, r.From }).ToListAsync(stop);
        return reach.GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => new PlaceCode(g.OrderByDescending(r => r.From).ThenBy(r => r.Holder, StringComparer.Ordinal).First().Holder[2..]));
    }

    private async Task KeepAsync(PersonId? after, DateTimeOffset? finished, CancellationToken stop)
    {
        var changed = await db.DuplicateSearches.ExecuteUpdateAsync(set => set.SetProperty(s => s.After, after).SetProperty(s => s.FinishedAt, finished), stop);
        if (changed == 0)
        {
            db.Add(new DuplicateSearch { After = after, FinishedAt = finished });
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
