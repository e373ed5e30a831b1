using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Keeps what somebody has typed about a contact so far, for them alone.</summary>
public sealed class SaveContactDraft(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <summary>More than this is no form of ours.</summary>
    private const int LongestForm = 40_000;

    /// <param name="Token">The form's own, the same that is posted when it is saved for good.</param>
    /// <param name="Form">The form as typed, as JSON.</param>
    public sealed record Request(PersonId PersonId, FactId Token, string Form);

    /// <returns>When it was saved.</returns>
    public async Task<Outcome<DateTimeOffset>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        if (await access.RefusalAsync(Verb.RecordContact, request.PersonId, actor, stop) is { } refusal)
        {
            return refusal;
        }

        if (request.Form.Length > LongestForm)
        {
            return new Refusal("", "This draft is too long to keep. Shorten the notes");
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        if (await db.Contacts.AnyAsync(c => c.PersonId == request.PersonId && c.Id == request.Token, stop))
        {
            return now;   // it was saved for good in the meantime: no draft is left behind
        }

        db.ChangeTracker.Clear();
        var draft = await db.ContactDrafts.AsTracking().SingleOrDefaultAsync(d => d.Id == request.Token, stop);
        if (draft is null)
        {
            db.Add(new ContactDraft { Id = request.Token, PersonId = request.PersonId, AuthorId = actor.StaffId, SavedAt = now, Form = request.Form });
        }
        else if (draft.AuthorId == actor.StaffId && draft.PersonId == request.PersonId)
        {
            (draft.SavedAt, draft.Form) = (now, request.Form);
        }
        else
        {
            return Refusals.NotFound;
        }

        await db.SaveChangesAsync(stop);
        return now;
    }
}
