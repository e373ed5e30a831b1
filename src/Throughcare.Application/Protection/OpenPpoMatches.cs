using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>Rows of the list of which somebody has to say who is meant, and probable links to be confirmed: the PPO part of the match queue.</summary>
public sealed class OpenPpoMatches(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Row">What the list says.</param>
    /// <param name="Candidates">Those who may be meant; for a probable link the one who is linked.</param>
    public sealed record Item(PpoListing Row, IReadOnlyList<Candidate> Candidates);

    /// <param name="Because">The rule that found the person, in words.</param>
    public sealed record Candidate(PersonId PersonId, string Because);

    /// <param name="people">Those whom the reader may see; an item is given only where all its candidates are among them.</param>
    public async Task<IReadOnlyList<Item>> ReadAsync(IQueryable<PersonId> people, int most, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var rows = await db.PpoListings
            .Where(l => l.Status != PpoStatus.Removed && (l.Match == PpoMatchState.Possible || l.Match == PpoMatchState.Ambiguous)
                && db.PpoCandidates.Any(c => c.ForceCode == l.ForceCode && c.ListRef == l.ListRef && !c.IsRefused && (c.DeferredUntil == null || c.DeferredUntil <= today))
                && !db.PpoCandidates.Any(c => c.ForceCode == l.ForceCode && c.ListRef == l.ListRef && !c.IsRefused && !people.Contains(c.PersonId)))
            .OrderBy(l => l.FirstListedOn).ThenBy(l => l.ForceCode).ThenBy(l => l.ListRef).Take(most).ToListAsync(stop);
        var references = rows.Select(r => r.ListRef).ToArray();
        var candidates = (await db.PpoCandidates.Where(c => !c.IsRefused && references.Contains(c.ListRef)).ToListAsync(stop)).ToLookup(c => PpoListing.KeyOf(c.ForceCode, c.ListRef));
        var probable = await db.PpoListings
            .Where(l => l.Status != PpoStatus.Removed && l.Match == PpoMatchState.Probable && l.PersonId != null && people.Contains(l.PersonId.Value))
            .OrderBy(l => l.FirstListedOn).ThenBy(l => l.ForceCode).ThenBy(l => l.ListRef).Take(most).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new Item(r, [.. candidates[r.Key].Select(c => new Candidate(c.PersonId, c.Because))])),
            .. probable.Select(r => new Item(r, [new(r.PersonId!.Value, "Surname, forename and date of birth are the same")])),
        ];
    }
}
