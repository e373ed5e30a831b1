using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Drafts of contacts that the actor has not saved yet: nobody else sees them.</summary>
public sealed class ContactDrafts(ThroughcareDb db)
{
    /// <summary>A draft is deleted so many days after it was last saved.</summary>
    public const int KeptDays = 14;

    /// <param name="Id">The form token that it was saved under.</param>
    /// <param name="Form">The form as typed, as JSON.</param>
    /// <param name="DeletedOn">The day after which it is gone.</param>
    public sealed record Draft(FactId Id, PersonId PersonId, string Form, DateTimeOffset SavedAt, DateOnly DeletedOn);

    /// <returns>The actor's drafts about a person, the latest first.</returns>
    public async Task<List<Draft>> OfAsync(PersonId person, Actor actor, CancellationToken stop) =>
        [.. (await db.ContactDrafts.Where(d => d.AuthorId == actor.StaffId && d.PersonId == person).OrderByDescending(d => d.SavedAt).ToListAsync(stop)).Select(Of)];

    public async Task<Draft?> FindAsync(FactId id, Actor actor, CancellationToken stop) =>
        await db.ContactDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == actor.StaffId, stop) is { } draft ? Of(draft) : null;

    private static Draft Of(ContactDraft draft) => new(draft.Id, draft.PersonId, draft.Form, draft.SavedAt, draft.SavedAt.LondonDate.AddDays(KeptDays));
}
