using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Approves a merge that somebody else asked for: from then on one record is read as part of the other. No row of either
/// moves or changes.</summary>
public sealed class ApproveMerge(ThroughcareDb db, Recorder recorder, AccessPolicy access)
{
    /// <param name="MadeFrom">The version of the request that the form showed.</param>
    public sealed record Request(FactId MergeId, int MadeFrom);

    /// <returns>The person whose record stands.</returns>
    public async Task<Outcome<PersonId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == request.MergeId, stop) is not { } merge)
        {
            return Refusals.NotFound;
        }

        return await recorder.WriteBothAsync(
            merge.AbsorbedId, merge.SurvivorId, Verb.MergePeople, actor,
            () => MatchAccess.RefusalAsync(access, Verb.MergePeople, merge.SurvivorId, merge.AbsorbedId, actor, stop),
            entry => DecideAsync(request, entry, stop), stop, merge.Reason);
    }

    private async Task<Outcome<(Change<PersonId> First, Change<PersonId> Second)>> DecideAsync(Request request, Entry entry, CancellationToken stop)
    {
        var merge = await db.PersonMerges.SingleAsync(m => m.Id == request.MergeId, stop);   // again, under the locks
        if (merge.RequestedBy == entry.By)
        {
            return MergeRefusals.Requester;
        }

        if (merge.Version != request.MadeFrom || merge.Status is not MergeStatus.Requested)
        {
            return MergeRefusals.Decided;
        }

        if (await Merging.RefusalAsync(db, merge.SurvivorId, merge.AbsorbedId, stop) is { } cannot)
        {
            return cannot;
        }

        await Merging.MergeAsync(db, merge.SurvivorId, merge.AbsorbedId, entry, stop);
        await db.PersonMerges.Where(m => m.Id == merge.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Status, MergeStatus.Merged).SetProperty(m => m.DecidedBy, entry.By).SetProperty(m => m.DecidedAt, entry.At)
            .SetProperty(m => m.Version, m => m.Version + 1), stop);
        return MergeEvents.Merged(merge.SurvivorId, merge.AbsorbedId, merge.ReasonCode, merge.RequestedBy);
    }
}
