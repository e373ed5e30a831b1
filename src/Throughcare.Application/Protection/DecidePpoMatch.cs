using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>Says whether a person is the one whom a row of the list means. "Not the same" is kept for ever; a link that was probable is
/// confirmed by it, or taken back.</summary>
public sealed class DecidePpoMatch(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <param name="Force">Home Office code of the force.</param>
    /// <param name="IsSame">Whether the person is meant.</param>
    public sealed record Request(string Force, string Reference, PersonId PersonId, bool IsSame);

    /// <param name="verb">The permission under which it is decided.</param>
    public Task<Outcome<PpoMatchState>> DoAsync(Request request, Verb verb, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, verb, actor, async entry =>
        {
            if (await db.PpoListings.SingleOrDefaultAsync(l => l.ForceCode == request.Force && l.ListRef == request.Reference, stop) is not { } row)
            {
                return new Refusal("", "The list has no such row", RefusalKind.NotFound);
            }

            var candidate = await db.PpoCandidates.SingleOrDefaultAsync(c => c.ForceCode == row.ForceCode && c.ListRef == row.ListRef && c.PersonId == request.PersonId, stop);
            if (row.PersonId is { } linked ? linked != request.PersonId : candidate is null or { IsRefused: true })
            {
                return new Refusal("", "Somebody else has decided this. Look at it again");
            }

            return request.IsSame ? await LinkAsync(row, candidate, entry, stop) : await RefuseAsync(row, candidate, request.PersonId, entry, stop);
        }, stop);

    private async Task<Outcome<Change<PpoMatchState>>> LinkAsync(PpoListing row, PpoCandidate? candidate, Entry entry, CancellationToken stop)
    {
        var now = row with { PersonId = candidate?.PersonId ?? row.PersonId, Match = PpoMatchState.ByHand };
        var writes = await PpoRecording.WritesAsync(db, [now], entry.At.LondonDate, entry with { Source = SourceSystem.PpoList }, () => new(ids.Next()), stop);
        db.Entry(now).State = EntityState.Modified;
        if (candidate is not null)
        {
            db.Entry(candidate with { DecidedBy = entry.By, DecidedAt = entry.At }).State = EntityState.Modified;
        }

        await BindAsync(now, now.PersonId, stop);
        return new Change<PpoMatchState>(now.Match, new PpoMatchDecided(now.PersonId!.Value, row.Key, true), [.. writes.Select(w => w.Write)]);
    }

    private async Task<Outcome<Change<PpoMatchState>>> RefuseAsync(PpoListing row, PpoCandidate? candidate, PersonId person, Entry entry, CancellationToken stop)
    {
        var others = await db.PpoCandidates.CountAsync(c => c.ForceCode == row.ForceCode && c.ListRef == row.ListRef && !c.IsRefused && c.PersonId != person, stop);
        var now = row with { PersonId = null, Match = others > 1 ? PpoMatchState.Ambiguous : others == 1 ? PpoMatchState.Possible : PpoMatchState.Unmatched };
        var refused = (candidate ?? new PpoCandidate { ForceCode = row.ForceCode, ListRef = row.ListRef, PersonId = person, Because = PpoMatching.SameNameAndBirth })
            with
        { IsRefused = true, DecidedBy = entry.By, DecidedAt = entry.At };
        db.Entry(now).State = EntityState.Modified;
        db.Entry(refused).State = candidate is null ? EntityState.Added : EntityState.Modified;
        await BindAsync(now, null, stop);

        List<Write> writes = [];
        if (row.PersonId is not null)
        {
            var all = await db.PpoNominations.Current().Where(n => n.PersonId == person).ToListAsync(stop);
            var alerts = await db.Alerts.Current().Where(a => a.PersonId == person).ToListAsync(stop);
            writes.AddRange(all.Where(n => n.SourceId == row.Key).Select(n => new Write(n, n.WithdrawnBy(entry))));
            writes.AddRange(PpoAlerts.Decide(all.FindAll(n => n.SourceId != row.Key), alerts, person, entry.At.LondonDate, entry, () => new(ids.Next())));
        }

        return new Change<PpoMatchState>(now.Match, new PpoMatchDecided(person, row.Key, false), writes);
    }

    private Task<int> BindAsync(PpoListing row, PersonId? person, CancellationToken stop) =>
        db.SourceRows.Where(r => r.Source == ImportSource.PpoList && r.Key == row.Key).ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonId, person), stop);
}

/// <summary>Somebody said whether a person is the one whom a row of an area's list means.</summary>
/// <param name="Row">Force and reference.</param>
public sealed record PpoMatchDecided(PersonId PersonId, string Row, bool IsSame) : RecordEvent(PersonId);
