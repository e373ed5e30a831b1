using Microsoft.EntityFrameworkCore;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Deletes drafts of contacts that nobody has touched for 14 days.</summary>
public sealed class PurgeContactDrafts(ThroughcareDb db, TimeProvider clock)
{
    /// <returns>How many were deleted.</returns>
    public Task<int> DoAsync(CancellationToken stop)
    {
        var before = clock.GetUtcNow().AddDays(-ContactDrafts.KeptDays);
        return db.ContactDrafts.Where(d => d.SavedAt < before).ExecuteDeleteAsync(stop);
    }
}
