using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Whose a row is that its source has not named before.</summary>
/// <param name="Person">Somebody on record; <see langword="null"/> where the row opens a record of its own.</param>
/// <param name="Queue">Whom somebody has to compare with that new record.</param>
/// <param name="IsNumberDisputed">The row's own number belongs to one of them.</param>
internal sealed record Whose(PersonId? Person, IReadOnlyList<MatchDecision.Queued> Queue, bool IsNumberDisputed)
{
    public static Whose Nobody { get; } = new(null, [], false);
}

/// <summary>Finds whose rows are, in the order of the published rules: the source's own number, then everything else by its weight.</summary>
internal static class RowMatching
{
    /// <param name="askers">What is compared of each row; at most <see cref="MatchCandidates.Most"/>.</param>
    /// <returns>One answer for each, in the same order.</returns>
    public static async Task<IReadOnlyList<Whose>> OfAsync(ThroughcareDb db, IReadOnlyList<MatchFeatures> askers, CancellationToken stop)
    {
        var candidates = await MatchCandidates.LoadAsync(db, askers, stop);
        return [.. askers.Select((asker, i) => Of(asker, candidates[i]))];
    }

    /// <summary>Which rows can be applied together: of rows that may be each other's person the first alone; the others wait until it
    /// is on record.</summary>
    public static IReadOnlyList<bool> Together(IReadOnlyList<MatchFeatures> askers)
    {
        Dictionary<string, List<MatchFeatures>> taken = new(StringComparer.Ordinal);
        var together = new bool[askers.Count];
        for (var i = 0; i < together.Length; i++)
        {
            var asker = askers[i];
            var blocks = MatchCandidates.BlocksOf(asker).ToList();
            together[i] = !blocks.Exists(b => taken.GetValueOrDefault(b)?.Exists(other => MayBe(asker, other)) is true);
            if (!together[i])
            {
                continue;
            }

            foreach (var block in blocks)
            {
                if (!taken.TryGetValue(block, out var there))
                {
                    taken.Add(block, there = []);
                }

                there.Add(asker);
            }
        }

        return together;
    }

    private static bool MayBe(MatchFeatures one, MatchFeatures other) =>
        MatchScore.SharesNumber(one, other) || one.Crns.Intersect(other.Crns).Any() || MatchScore.Of(one, other).Probability >= MatchDecision.WorthALook;

    private static Whose Of(MatchFeatures asker, IReadOnlyList<MatchFeatures> candidates)
    {
        if (candidates.Count == 0)
        {
            return Whose.Nobody;
        }

        var own = asker.Side is MatchSide.Prison ? asker.PrisonNumbers : asker.Crns;
        if (candidates.FirstOrDefault(c => own.Intersect(asker.Side is MatchSide.Prison ? c.PrisonNumbers : c.Crns).Any()) is { } holder
            && !MatchScore.KeyDisagrees(asker, holder))
        {
            return new(holder.PersonId, [], false);
        }

        return MatchDecision.Of(asker, candidates) switch
        {
            MatchDecision.Auto auto => new(auto.Person.PersonId, [], false),
            MatchDecision.Queue queue => new(null, queue.Candidates, queue.Candidates.Any(c =>
                c.Candidate.Features.PrisonNumbers.Intersect(asker.PrisonNumbers).Any() || c.Candidate.Features.Crns.Intersect(asker.Crns).Any())),
            _ => Whose.Nobody,
        };
    }
}
