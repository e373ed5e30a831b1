using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Withdraws a contact that was recorded on the wrong person, leaving a stub, and records it anew on the right one.</summary>
public sealed class MoveContact(ThroughcareDb db, Recorder recorder)
{
    /// <param name="From">The wrong person.</param>
    /// <param name="To">The right one.</param>
    /// <param name="Token">The form's own: becomes the id of the contact that is recorded anew.</param>
    public sealed record Request(PersonId From, PersonId To, FactId ContactId, FactId Token, int MadeFrom, string? Reason);

    /// <returns>The contact on the right person.</returns>
    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        if (request.From == request.To)
        {
            return new Refusal(nameof(request.To), "Enter the number of another person");
        }

        if (await db.Contacts.Current().AnyAsync(c => c.PersonId == request.To && c.Id == request.Token, stop))
        {
            return request.Token;
        }

        return await recorder.WriteBothAsync(request.From, request.To, Verb.MoveContact, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.From, stop);
            var contact = await db.Contacts.Current().SingleOrDefaultAsync(c => records.Contains(c.PersonId) && c.Id == request.ContactId, stop);
            var day = contact?.ValidFrom ?? entry.At.LondonDate;
            var cases = await db.Cases.Current().Where(c => c.PersonId == request.To).ToListAsync(stop);
            var belongs = cases.Where(c => c.IsTrueOn(day)).MaxBy(c => c.ValidFrom) ?? cases.MaxBy(c => c.ValidFrom);
            return Decide(contact, belongs, request, entry);
        }, stop, ContactForm.Tidy(request.Reason));
    }

    internal static Outcome<(Change<FactId> First, Change<FactId> Second)> Decide(Contact? contact, PersonCase? belongs, Request request, Entry entry)
    {
        if (contact is null)
        {
            return Refusals.NotFound;
        }

        if (contact.Version != request.MadeFrom)
        {
            return new Outcome<(Change<FactId>, Change<FactId>)>.Conflict(contact);
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Refusal(nameof(request.Reason), "Enter why this entry is moved");
        }

        var anew = contact with { Id = request.Token, Version = 1, PersonId = request.To, CaseId = belongs?.AsCase, Recorded = entry };
        return (
            new Change<FactId>(contact.Id, new ContactWithdrawn(request.From, contact.Id), new Write(contact, contact.WithdrawnBy(entry))),
            new Change<FactId>(anew.Id, new ContactMovedHere(request.To, anew.Id, contact.AuthorId, contact.FirstRecordedAt), new Write(null, anew)));
    }
}

/// <summary>A contact was withdrawn: it had been recorded in error.</summary>
public sealed record ContactWithdrawn(PersonId PersonId, FactId ContactId) : RecordEvent(PersonId);

/// <summary>A contact that had been recorded on somebody else was recorded anew here, with its author and time of recording.</summary>
public sealed record ContactMovedHere(PersonId PersonId, FactId ContactId, StaffId AuthorId, DateTimeOffset FirstRecordedAt) : RecordEvent(PersonId);
