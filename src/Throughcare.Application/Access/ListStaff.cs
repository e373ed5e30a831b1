using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Puts a member of staff on one of a person's two lists, or takes them off it.</summary>
public sealed class ListStaff(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <param name="On">Whether they are to be on the list.</param>
    public sealed record Request(PersonId PersonId, StaffId StaffId, ListingKind Kind, bool On, string Reason);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.RestrictPerson, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var there = await db.Listings.Current()
                .Where(l => records.Contains(l.PersonId) && l.StaffId == request.StaffId && l.Kind == request.Kind && l.ValidTo == null).ToListAsync(stop);
            var limited = await db.Restrictions.Current()
                .Where(r => records.Contains(r.PersonId) && r.PersonId != request.PersonId && r.ValidTo == null).Select(r => r.PersonId).Distinct().ToListAsync(stop);
            return Everywhere(Decide(there.Find(l => l.PersonId == request.PersonId) ?? (request.On ? null : there.FirstOrDefault()), request, new(ids.Next()), entry), there, limited, entry);
        }, stop, request.Reason);
    }

    /// <summary>A record that was merged into this one keeps its own limit, so its own list is changed with it.</summary>
    private Outcome<Change<FactId>> Everywhere(Outcome<Change<FactId>> outcome, List<AccessListing> there, List<PersonId> limited, Entry entry) =>
        outcome is not Outcome<Change<FactId>>.Done { Value: { Rows: [var first, ..] } change } ? outcome
        : first is (null, AccessListing { Kind: ListingKind.Allowed } fresh)
            ? change with { Rows = [first, .. limited.Where(p => !there.Exists(l => l.PersonId == p)).Select(p => new Write(null, fresh with { Id = new(ids.Next()), PersonId = p }))] }
        : change with { Rows = [first, .. there.Where(l => l.Id != first.After.Id && first.Before is not null).Select(l => Listings.End(l, entry))] };

    public static Outcome<Change<FactId>> Decide(AccessListing? there, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            return tooShort;
        }

        if (request is { Kind: ListingKind.Excluded, On: true } && request.StaffId == entry.By)
        {
            return new Refusal(nameof(request.StaffId), "You cannot exclude yourself. Ask another manager to");
        }

        var happened = new ListChanged(request.PersonId, request.StaffId, request.Kind, request.On);
        return (there, request.On) switch
        {
            (null, true) => new Change<FactId>(id, happened, new Write(null, new AccessListing
            {
                Id = id,
                PersonId = request.PersonId,
                ValidFrom = entry.At.LondonDate,
                Recorded = entry,
                StaffId = request.StaffId,
                Kind = request.Kind,
                Reason = request.Reason,
            })),
            ({ } running, false) => new Change<FactId>(running.Id, happened, Listings.End(running, entry)),
            (null, false) => new Refusal(nameof(request.StaffId), "They are not on this list"),
            _ => new Refusal(nameof(request.StaffId), "They are on this list already"),
        };
    }
}

/// <summary>A member of staff was put on, or taken off, one of a person's lists.</summary>
public sealed record ListChanged(PersonId PersonId, StaffId StaffId, ListingKind Kind, bool On) : RecordEvent(PersonId);
