using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Asks the unit that holds a person to let the actor see the record.</summary>
public sealed class AskForAccess(ThroughcareDb db, Recorder recorder, AccessPolicy access, FindPerson find, IdSource ids)
{
    public sealed record Request(PersonId PersonId, string Why);

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (await access.RefusalAsync(Verb.ReadRecord, request.PersonId, actor, stop) is null)
        {
            return new Refusal("", "You have access to this record already");
        }

        return await recorder.WriteAsync(request.PersonId, Verb.RequestAccess, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var waits = await db.AccessRequests.Current().AnyAsync(
                r => records.Contains(r.PersonId) && r.AskedBy == actor.StaffId && r.Decision == AccessDecision.Waiting, stop);
            var unit = (await find.DoAsync(new PersonKey.ById(request.PersonId), stop))?.Place ?? PlaceCode.Nation;
            return Decide(waits, unit, request, new(ids.Next()), entry);
        }, stop);
    }

    /// <param name="waits">Whether the actor has asked already and nobody has answered.</param>
    /// <param name="unit">Who decides.</param>
    public static Outcome<Change<FactId>> Decide(bool waits, PlaceCode unit, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        return ReasonRule.TooShort(nameof(request.Why), request.Why) is { } tooShort ? tooShort
            : waits ? new Refusal("", "You have asked already. You will see the answer here")
            : new Change<FactId>(id, new AccessAsked(request.PersonId, entry.By, unit), new Write(null, new AccessRequest
            {
                Id = id,
                PersonId = request.PersonId,
                ValidFrom = entry.At.LondonDate,
                Recorded = entry,
                AskedBy = entry.By,
                AskedRole = entry.Role,
                AskedPlace = entry.Place,
                Why = request.Why,
                AskedAt = entry.At,
                DecidedAt = unit,
                Decision = AccessDecision.Waiting,
            }));
    }
}

/// <summary>Somebody out of reach asked to see a record.</summary>
public sealed record AccessAsked(PersonId PersonId, StaffId By, PlaceCode DecidedAt) : RecordEvent(PersonId);
