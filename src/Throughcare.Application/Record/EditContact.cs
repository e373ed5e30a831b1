using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Gives a contact a new version, within 24 hours, by its author.</summary>
/// <remarks>When it happened and of which kind it is never change: a contact that says so wrongly is withdrawn and recorded anew.</remarks>
public sealed class EditContact(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Form">Kind and time are read from the contact, whatever stands here.</param>
    public sealed record Request(PersonId PersonId, FactId ContactId, int MadeFrom, ContactForm Form);

    /// <param name="Version">The version that was made; the one before it where nothing differed.</param>
    public sealed record Edited(FactId Id, int Version, bool IsBelowFloor, IReadOnlyList<Nudge> Nudges);

    public Task<Outcome<Edited>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.AmendContact, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.Contacts.Current().SingleOrDefaultAsync(c => records.Contains(c.PersonId) && c.Id == request.ContactId, stop);
            var born = await db.Details.Current().Where(d => d.PersonId == request.PersonId).Select(d => d.DateOfBirth).FirstOrDefaultAsync(stop);
            var addenda = await db.Addenda.Current().Where(a => a.ContactId == request.ContactId).Select(a => a.Text).ToListAsync(stop);
            return Decide(running, born, addenda, request, entry);
        }, stop);

    internal static Outcome<Change<Edited>> Decide(Contact? running, DateOnly? born, IReadOnlyList<string> addenda, Request request, Entry entry)
    {
        if (running is null)
        {
            return Refusals.NotFound;
        }

        // nothing yet records that somebody relied on an entry: no due items, packs or samples
        if (ContactEditing.Message(ContactEditing.Decide(running.FirstRecordedAt, entry.At, running.AuthorId == entry.By, isReliedUpon: false)) is { } message)
        {
            return new Refusal("", message, running.AuthorId == entry.By ? RefusalKind.Form : RefusalKind.Role);
        }

        var form = request.Form with { Type = running.Type, HappenedAt = running.HappenedAt, LateReason = running.LateReason ?? request.Form.LateReason };
        if (running.Version != request.MadeFrom)
        {
            return IsSame(running, form)
                ? AlreadyDone.With(request.PersonId, new Edited(running.Id, running.Version, running.BelowFloor, []))
                : new Outcome<Change<Edited>>.Conflict(running);
        }

        if (form.Check(entry.Role, running.FirstRecordedAt, born) is { Count: > 0 } wrong)
        {
            return new Outcome<Change<Edited>>.Refused(wrong);
        }

        if (IsSame(running, form))
        {
            return AlreadyDone.With(request.PersonId, new Edited(running.Id, running.Version, running.BelowFloor, []));
        }

        var quality = NoteQuality.Of(form.ToCheck(form.ContactType!) with { Addenda = addenda });
        var next = With(running, form).Next(entry) with { BelowFloor = quality.IsBelowFloor };
        return new Change<Edited>(
            new Edited(next.Id, next.Version, quality.IsBelowFloor, quality.Nudges),
            new ContactEdited(request.PersonId, next.Id, next.Version), new Write(running, next));
    }

    private static bool IsSame(Contact running, ContactForm form) => With(running, form) == running;

    private static Contact With(Contact running, ContactForm form) => running with
    {
        Mode = form.Mode ?? running.Mode,
        With = ContactForm.Tidy(form.With),
        DurationMinutes = form.DurationMinutes,
        Text = form.WholeText,
        Sensitivity = form.ContactType is { } type ? ContactRules.LevelOf(type, form.Sensitivity, form.IsThirdParty) : running.Sensitivity,
        ThirdPartySource = form.IsThirdParty ? ContactForm.Tidy(form.ThirdPartySource) : null,
        Sharing = form.Sharing,
        ShareFrom = form.Sharing is Sharing.Later ? form.ShareFrom : null,
        NotSharedBecause = form.Sharing is Sharing.No ? ContactForm.Tidy(form.NotSharedBecause) : null,
        NotAboutThePlan = ContactForm.Tidy(form.NotAboutThePlan),
    };
}

/// <summary>A contact was edited by its author.</summary>
public sealed record ContactEdited(PersonId PersonId, FactId ContactId, int Version) : RecordEvent(PersonId);
