using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Calls a booked transfer off: the prison that the person was to go to reads the record no more.</summary>
public sealed class CallOffTransfer(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    public sealed record Request(PersonId PersonId, FactId Id, int MadeFrom, string? Reason);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync<FactId>(request.PersonId, Verb.BookTransfer, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await db.TransferBookings.Current().SingleOrDefaultAsync(b => records.Contains(b.PersonId) && b.Id == request.Id, stop) is not { } running)
            {
                return Refusals.NotFound;
            }

            if (running.Version != request.MadeFrom || running.End is not null)
            {
                return new Outcome<Change<FactId>>.Conflict(running);
            }

            if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } wrong)
            {
                return wrong;
            }

            var off = running.EndedOn(entry.At.LondonDate, entry) with { End = BookingEnd.CalledOff, EndReason = request.Reason!.Trim() };
            return new Change<FactId>(off.Id, new TransferCalledOff(off.PersonId, off.Id), new Write(running, off));
        }, stop, request.Reason);
    }
}

/// <summary>A booked move was called off.</summary>
public sealed record TransferCalledOff(PersonId PersonId, FactId BookingId) : RecordEvent(PersonId);
