using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Books a move to another prison: from then on that prison reads the record, and has a first handover pack.</summary>
public sealed class BookTransfer(ThroughcareDb db, Recorder recorder, MakeDuePacks packs)
{
    /// <param name="Token">The form's own: becomes the booking's id.</param>
    /// <param name="To">Code of a prison.</param>
    /// <param name="Reason">Code of a transfer, such as <c>T-PLAN</c>.</param>
    public sealed record Request(PersonId PersonId, FactId Token, string? To, DateOnly? MoveOn, string? Reason, bool? IsConsistentWithPlan, string? Comment);

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = await recorder.WriteAsync<FactId>(request.PersonId, Verb.BookTransfer, actor, async entry =>
        {
            var state = await MovementState.LoadAsync(db, request.PersonId, stop);
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await db.TransferBookings.AnyAsync(b => records.Contains(b.PersonId) && b.Id == request.Token, stop))
            {
                return AlreadyDone.With(request.PersonId, request.Token);
            }

            var (today, from) = (entry.At.LondonDate, state.Location?.Prison);
            if (from is not { } prison || Establishments.Find(prison.Text) is not { IsPrison: true })
            {
                return new Refusal("", "The person is not in a prison. Record where they are first");
            }

            var wrong = TransferBookings.Check(prison, request.To, request.MoveOn, request.Reason, request.IsConsistentWithPlan, request.Comment, today);
            if (wrong.Count > 0)
            {
                return new Outcome<Change<FactId>>.Refused(wrong);
            }

            if (state.Bookings.Any(b => b.StandsOn(today)))
            {
                return new Refusal("", "A transfer is booked already. Call it off first");
            }

            var booking = new TransferBooking
            {
                Id = request.Token,
                PersonId = request.PersonId,
                CaseId = state.Case?.AsCase,
                From = prison,
                To = new(request.To!.Trim()),
                MoveOn = request.MoveOn!.Value,
                Reason = request.Reason!,
                IsConsistentWithPlan = request.IsConsistentWithPlan!.Value,
                Comment = ContactForm.Tidy(request.Comment),
                ValidFrom = today,
                Recorded = entry,
            };
            return new Change<FactId>(booking.Id, new TransferBooked(booking.PersonId, booking.Id, booking.To, booking.MoveOn), new Write(null, booking));
        }, stop);
        if (outcome is Outcome<FactId>.Done)
        {
            await packs.OfPersonAsync(request.PersonId, stop);   // one that is missed here is made by the job that looks for them
        }

        return outcome;
    }
}

/// <summary>A move to another prison was booked.</summary>
public sealed record TransferBooked(PersonId PersonId, FactId BookingId, PlaceCode To, DateOnly MoveOn) : RecordEvent(PersonId);
