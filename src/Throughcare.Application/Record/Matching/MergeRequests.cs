using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Merges that wait for a second person, and one of them.</summary>
public sealed class MergeRequests(ThroughcareDb db, AccessPolicy access, MatchPair pairs)
{
    /// <param name="IsOwn">The reader asked for it, so another has to decide.</param>
    public sealed record Row(FactId Id, string Survivor, string Absorbed, string By, DateTimeOffset At, bool IsOwn);

    /// <param name="Decider">Who decided, where somebody has.</param>
    public sealed record Page(PersonMerge Merge, MatchPair.Pair? Pair, string Requester, string? Decider, bool IsOwn);

    public async Task<IReadOnlyList<Row>> WaitingAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var merges = await WaitingForAsync(actor, stop);
        var names = await PeopleNames.OfAsync(db, [.. merges.SelectMany(m => new[] { m.SurvivorId, m.AbsorbedId }).Distinct()], stop);
        var staff = await Access.StaffNames.OfAsync(db, [.. merges.Select(m => m.RequestedBy)], stop);
        return [.. merges.Select(m => new Row(
            m.Id, names[m.SurvivorId].LastCommaFirst, names[m.AbsorbedId].LastCommaFirst, staff(m.RequestedBy), m.RequestedAt, m.RequestedBy == actor.StaffId))];
    }

    /// <summary>How many wait for the reader to decide; none for a role that does not.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Verb.MergePeople) ? (await WaitingForAsync(actor, stop)).Count(m => m.RequestedBy != actor.StaffId) : 0;
    }

    public async Task<Outcome<Page>> OfAsync(FactId id, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } merge)
        {
            return Refusals.NotFound;
        }

        var pair = await pairs.OfPeopleAsync(merge.SurvivorId, merge.AbsorbedId, Verb.MergePeople, actor, stop);
        if (pair is Outcome<MatchPair.Pair>.Refused refused)
        {
            return new Outcome<Page>.Refused(refused.Why);
        }

        var staff = await Access.StaffNames.OfAsync(db, [.. new[] { merge.RequestedBy, merge.DecidedBy }.OfType<StaffId>()], stop);
        return new Page(
            merge, (pair as Outcome<MatchPair.Pair>.Done)?.Value, staff(merge.RequestedBy), merge.DecidedBy is { } by ? staff(by) : null, merge.RequestedBy == actor.StaffId);
    }

    /// <remarks>Few wait in the whole nation, and nearly everyone may be shown: it is asked about those few, not about everyone.</remarks>
    private async Task<List<PersonMerge>> WaitingForAsync(Actor actor, CancellationToken stop)
    {
        var waiting = await db.PersonMerges.Where(m => m.Status == MergeStatus.Requested).OrderBy(m => m.RequestedAt).ThenBy(m => m.Id).ToListAsync(stop);
        if (waiting.Count == 0)
        {
            return waiting;
        }

        var people = waiting.SelectMany(m => new[] { m.SurvivorId, m.AbsorbedId }).Distinct().ToList();
        var shown = (await access.People(actor, Verb.SearchNation).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        var reached = (await access.People(actor, Verb.MergePeople).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        return waiting.FindAll(m => shown.Contains(m.SurvivorId) && shown.Contains(m.AbsorbedId) && (reached.Contains(m.SurvivorId) || reached.Contains(m.AbsorbedId)));
    }
}
