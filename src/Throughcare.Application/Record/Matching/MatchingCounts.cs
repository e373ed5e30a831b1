using Throughcare.Application.Access;
using Throughcare.Application.Protection;
using Throughcare.Domain.Access;

namespace Throughcare.Application.Record.Matching;

/// <summary>What waits for a reader of matching and merging, for the first page.</summary>
public sealed class MatchingCounts(MatchList matches, PpoMatchList listed, MergeRequests merges, DataQuality quality)
{
    /// <param name="Matches">Pairs to decide; <see langword="null"/> for a role that does not.</param>
    /// <param name="Nominations">Rows of the PPO and IOM list to confirm; <see langword="null"/> for a role that does not.</param>
    /// <param name="Merges">Merges to approve; <see langword="null"/> for a role that does not.</param>
    /// <param name="DataQuality">Tasks of the reader's own place.</param>
    public sealed record Counts(int? Matches, int? Nominations, int? Merges, int DataQuality);

    /// <returns><see langword="null"/> for a role that has no part in it.</returns>
    public async Task<Counts?> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var (decides, merging) = (actor.Has(Verb.DecideMatch), actor.Has(Verb.MergePeople));
        return decides || merging
            ? new(decides ? await matches.CountAsync(actor, stop) : null, decides ? await listed.CountAsync(actor, stop) : null, merging ? await merges.CountAsync(actor, stop) : null, await quality.CountAsync(actor, stop))
            : null;
    }
}
