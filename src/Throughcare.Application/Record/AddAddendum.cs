using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Adds to a contact, or corrects it, without changing what it said.</summary>
public sealed class AddAddendum(ThroughcareDb db, Recorder recorder)
{
    /// <param name="Token">The form's own: becomes the addendum's id.</param>
    public sealed record Request(PersonId PersonId, FactId ContactId, FactId Token, AddendumKind Kind, string? Text);

    /// <param name="IsBelowFloor">Of the contact with all that was added, where it could still be tested; else as it was.</param>
    public sealed record Added(FactId Id, bool IsBelowFloor);

    public Task<Outcome<Added>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.RecordContact, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var contact = await db.Contacts.Current().SingleOrDefaultAsync(c => records.Contains(c.PersonId) && c.Id == request.ContactId, stop);
            var addenda = await db.Addenda.Current().Where(a => a.ContactId == request.ContactId).OrderBy(a => a.Recorded.At).ToListAsync(stop);
            var reader = await EntryReaders.OfAsync(db, records, actor, entry.At.LondonDate, stop);
            return Decide(contact, addenda, contact is null ? Reading.Hidden : reader.Of(contact), request, entry);
        }, stop);

    internal static Outcome<Change<Added>> Decide(Contact? contact, IReadOnlyList<Addendum> addenda, Reading reading, Request request, Entry entry)
    {
        if (contact is null || reading is Reading.Hidden)
        {
            return Refusals.NotFound;
        }

        if (reading is not Reading.Whole)
        {
            return new Refusal("", "You do not have access to this entry", RefusalKind.Sensitivity);
        }

        if (addenda.FirstOrDefault(a => a.Id == request.Token) is { } earlier)
        {
            return AlreadyDone.With(request.PersonId, new Added(earlier.Id, contact.BelowFloor));
        }

        if (contact.AuthorId != entry.By && ContactTypes.Find(contact.Type) is { } written && !ContactRecorders.MayRecord(entry.Role, written))
        {
            return new Refusal("", "Your role cannot add to this kind of contact", RefusalKind.Role);
        }

        if (ContactForm.Tidy(request.Text) is not { } text)
        {
            return new Refusal(nameof(request.Text), "Enter what you want to add");
        }

        if (text.Length > ContactRules.LongestText)
        {
            return new Refusal(nameof(request.Text), "Addendum must be 4,000 characters or fewer");
        }

        var addendum = new Addendum
        {
            Id = request.Token,
            PersonId = contact.PersonId,
            CaseId = contact.CaseId,
            ContactId = contact.Id,
            Kind = request.Kind,
            Text = text,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
        };
        List<Write> rows = [new(null, addendum)];
        var isBelow = contact.BelowFloor;
        if (contact.BelowFloor && entry.At - contact.FirstRecordedAt <= ContactEditing.Grace && contact.PersonId == request.PersonId && ContactTypes.Find(contact.Type) is { } type)
        {
            isBelow = NoteQuality.Of(new NoteToCheck(type, contact.Text) { Addenda = [.. addenda.Select(a => a.Text), text] }).IsBelowFloor;
            if (!isBelow)
            {
                rows.Add(new(contact, contact.Next(entry) with { BelowFloor = false }));
            }
        }

        return new Change<Added>(new Added(addendum.Id, isBelow), new AddendumAdded(request.PersonId, contact.Id, addendum.Id, addendum.Kind), rows);
    }
}

/// <summary>Something was added to a contact, or a contact was corrected, without changing its text.</summary>
public sealed record AddendumAdded(PersonId PersonId, FactId ContactId, FactId AddendumId, AddendumKind Kind) : RecordEvent(PersonId);
