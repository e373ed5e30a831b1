using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Puts pairs of records before somebody: for imports and for the nightly search, in the caller's transaction.</summary>
public sealed class MatchQueue(ThroughcareDb db, IdSource ids)
{
    /// <summary>A pair to look at, as a decision about a record gives it.</summary>
    /// <param name="asker">The record that was looked for; it is on record by the time the items are added.</param>
    /// <param name="owner">The establishment or delivery unit whose task it is.</param>
    /// <param name="run">The import that found it; <see langword="null"/> for the nightly search.</param>
    public MatchItem ItemOf(PersonId asker, MatchDecision.Queued queued, PlaceCode owner, FactId? run, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(queued);
        return new()
        {
            Id = new(ids.Next()),
            Kind = MatchDecision.KindOf(queued),
            AskerId = asker,
            CandidateId = queued.Candidate.PersonId,
            Total = (double)queued.Candidate.Score.Total,
            Probability = queued.Candidate.Score.Probability,
            Reasons = queued.Reasons,
            Owner = owner,
            RunId = run,
            RaisedAt = at,
        };
    }

    /// <summary>Adds those whose pair has no item yet, either way round, whatever was decided of it.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(IReadOnlyList<MatchItem> items, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(items);

        if (items.Count == 0)
        {
            return 0;
        }

        var people = items.SelectMany(i => new[] { i.AskerId, i.CandidateId }).OfType<PersonId>().Distinct().ToList();
        var nominations = items.Select(i => i.NominationId).OfType<FactId>().Distinct().ToList();
        var there = await db.MatchItems
            .Where(m => (m.AskerId != null && EF.Parameter(people).Contains(m.AskerId.Value)) || (m.NominationId != null && EF.Parameter(nominations).Contains(m.NominationId.Value)))
            .Select(m => new { m.AskerId, m.NominationId, m.CandidateId }).ToListAsync(stop);
        var known = there.Select(m => Pair(m.AskerId, m.NominationId, m.CandidateId)).ToHashSet();
        var fresh = items.Where(i => known.Add(Pair(i.AskerId, i.NominationId, i.CandidateId))).ToList();
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(MatchItem))!, fresh, stop);
        return fresh.Count;
    }

    private static (Guid, Guid) Pair(PersonId? asker, FactId? nomination, PersonId candidate) => asker is { } person
        ? NotSamePerson.Ordered(person, candidate) is var (one, other) ? (one.Value, other.Value) : default
        : (nomination?.Value ?? Guid.Empty, candidate.Value);
}
