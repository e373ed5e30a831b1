using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Throws away what its author has typed and not saved.</summary>
public sealed class DeleteContactDraft(ThroughcareDb db)
{
    /// <returns>Whether there was one of the actor's own.</returns>
    public async Task<bool> DoAsync(FactId id, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await db.ContactDrafts.Where(d => d.Id == id && d.AuthorId == actor.StaffId).ExecuteDeleteAsync(stop) > 0;
    }
}
