using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Undoes a merge, at any time: each row is again where it always was, and the two are told apart for good. What was
/// written since, to the survivor, stays there unless it is said to be the other's: then it is withdrawn and recorded anew.</summary>
public sealed class Unmerge(ThroughcareDb db, Recorder recorder, AccessPolicy access, IdSource ids)
{
    /// <param name="Absorbed">The record that becomes a person of its own again.</param>
    /// <param name="Theirs">Entries written since the merge that belong to the absorbed record's person.</param>
    /// <param name="Reason">20 characters or more.</param>
    public sealed record Request(PersonId Absorbed, IReadOnlyCollection<FactId> Theirs, string? Reason);

    /// <returns>The person whose record is one of its own again.</returns>
    public async Task<Outcome<PersonId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (await db.People.Where(p => p.Id == request.Absorbed).Select(p => p.SurvivorId).SingleOrDefaultAsync(stop) is not { } survivor)
        {
            return Refusals.NotFound;
        }

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            return tooShort;
        }

        // what is written goes to the record at the end of the line, whichever record this one was merged into
        var holder = await access.SurvivorAsync(survivor, stop) ?? survivor;
        return await recorder.WriteBothAsync(
            holder, request.Absorbed, Verb.MergePeople, actor,
            () => MatchAccess.RefusalAsync(access, Verb.MergePeople, holder, request.Absorbed, actor, stop),
            entry => DecideAsync(holder, survivor, request, entry, stop), stop, request.Reason!.Trim());
    }

    private async Task<Outcome<(Change<PersonId> First, Change<PersonId> Second)>> DecideAsync(PersonId holder, PersonId survivor, Request request, Entry entry, CancellationToken stop)
    {
        if (!await db.People.AnyAsync(p => p.Id == request.Absorbed && p.SurvivorId == survivor, stop))
        {
            return MergeRefusals.Decided;
        }

        var since = await EntriesSinceMerge.OfAsync(db, holder, await MergedAt.OfAsync(db, request.Absorbed, stop), stop);
        var moved = since.Where(f => request.Theirs.Contains(f.Id)).ToList();
        var renamed = moved.ToDictionary(f => f.Id, _ => new FactId(ids.Next()));

        await Merging.UnmergeAsync(db, survivor, request.Absorbed, entry, stop);
        await db.PersonMerges.Where(m => m.AbsorbedId == request.Absorbed && m.Status == MergeStatus.Merged).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Status, MergeStatus.Undone).SetProperty(m => m.UndoneBy, entry.By).SetProperty(m => m.UndoneAt, entry.At)
            .SetProperty(m => m.Version, m => m.Version + 1), stop);
        return (
            new Change<PersonId>(holder, new PeopleUnmerged(holder, survivor, request.Absorbed, moved.Count), [.. moved.Select(f => new Write(f, f.WithdrawnBy(entry)))]),
            new Change<PersonId>(request.Absorbed, new PeopleUnmerged(request.Absorbed, survivor, request.Absorbed, moved.Count), [.. moved.Select(f => new Write(null, Anew(f, request.Absorbed, renamed, entry)))]));
    }

    /// <summary>The same entry, as the first version of one of the other record. What it belongs to goes with it where that moves too.</summary>
    private static FactVersion Anew(FactVersion fact, PersonId person, Dictionary<FactId, FactId> renamed, Entry entry)
    {
        var caseId = fact.CaseId is { } of && renamed.TryGetValue(new(of.Value), out var moved) ? new CaseId(moved.Value) : (CaseId?)null;
        var anew = fact with { Id = renamed[fact.Id], PersonId = person, Version = 1, CaseId = caseId, Recorded = entry with { Source = fact.Recorded.Source } };
        return anew is Addendum addendum && renamed.TryGetValue(addendum.ContactId, out var contact) ? addendum with { ContactId = contact } : anew;
    }
}

internal static class MergedAt
{
    /// <summary>When a record became part of another; the beginning of time where no event says.</summary>
    public static async Task<DateTimeOffset> OfAsync(ThroughcareDb db, PersonId absorbed, CancellationToken stop) =>
        await db.RecordEvents.Where(e => e.PersonId == absorbed && e.Kind == nameof(PeopleMerged)).OrderByDescending(e => e.Seq).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop)
        ?? DateTimeOffset.MinValue;
}
