using Microsoft.EntityFrameworkCore;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Deletes drafts of contacts that nobody has saved for 14 days.</summary>
public sealed class PurgeDrafts(ThroughcareDb db, TimeProvider clock)
{
    public static TimeSpan Keep { get; } = TimeSpan.FromDays(14);

    /// <returns>How many.</returns>
    public Task<int> DoAsync(CancellationToken stop)
    {
        var oldest = clock.GetUtcNow() - Keep;
        return db.ContactDrafts.Where(d => d.SavedAt < oldest).ExecuteDeleteAsync(stop);
    }
}
