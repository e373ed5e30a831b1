using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Refuses a merge that was asked for. The records stay two; whether they are two people's is not said by it.</summary>
public sealed class RefuseMerge(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <param name="MadeFrom">The version of the request that the form showed.</param>
    /// <param name="Answer">Why: 20 characters or more.</param>
    public sealed record Request(FactId MergeId, int MadeFrom, string? Answer);

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == request.MergeId, stop) is not { } merge)
        {
            return Refusals.NotFound;
        }

        if (await MatchAccess.RefusalAsync(access, Verb.MergePeople, merge.SurvivorId, merge.AbsorbedId, actor, stop) is { } refusal)
        {
            return refusal;
        }

        if (ReasonRule.TooShort(nameof(request.Answer), request.Answer) is { } tooShort)
        {
            return tooShort;
        }

        var (now, answer) = (clock.GetUtcNow().ToMicrosecond(), request.Answer!.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var changed = await db.PersonMerges.Where(m => m.Id == merge.Id && m.Version == request.MadeFrom && m.Status == MergeStatus.Requested)
            .ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Status, MergeStatus.Refused).SetProperty(m => m.DecidedBy, actor.StaffId).SetProperty(m => m.DecidedAt, now)
                .SetProperty(m => m.Answer, answer).SetProperty(m => m.Version, m => m.Version + 1), stop);
        if (changed == 0)
        {
            return MergeRefusals.Decided;
        }

        // the pair is looked at again
        await db.MatchItems.Where(m => m.Status == MatchStatus.MergeRequested
                && ((m.AskerId == merge.SurvivorId && m.CandidateId == merge.AbsorbedId) || (m.AskerId == merge.AbsorbedId && m.CandidateId == merge.SurvivorId)))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MatchStatus.Open).SetProperty(m => m.Version, m => m.Version + 1), stop);
        await transaction.CommitAsync(stop);
        return merge.Id;
    }
}
