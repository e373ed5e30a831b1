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
            var there = await db.Listings.Current().FirstOrDefaultAsync(
                l => l.PersonId == request.PersonId && l.StaffId == request.StaffId && l.Kind == request.Kind && l.ValidTo == null, stop);
            return Decide(there, request, new(ids.Next()), entry);
        }, stop, request.Reason);
    }

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
