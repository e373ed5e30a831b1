using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Keeps what was worked out beside what is stored: nothing for what is the same, a version for what changed.</summary>
/// <remarks>The caller holds the locks of the people, within its transaction.</remarks>
internal sealed class DueItemWriter(ThroughcareDb db, IdSource ids)
{
    /// <param name="computed">Everything that is due of each of the people, also where that is nothing.</param>
    /// <returns>How many versions were written.</returns>
    public async Task<int> SyncAsync(
        IReadOnlyDictionary<PersonId, IReadOnlyList<DueItem>> computed, DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var people = computed.Keys.ToList();
        var current = people is [var one]
            ? await db.DueItems.Where(item => item.PersonId == one && item.ReplacedAt == null).ToListAsync(stop)
            : await db.DueItems.Where(item => people.Contains(item.PersonId) && item.ReplacedAt == null).ToListAsync(stop);
        var stored = current.ToLookup(item => item.PersonId);

        List<DueItem> written = [];
        List<object?[]> replaced = [];
        foreach (var (person, items) in computed)
        {
            var before = stored[person].ToDictionary(item => item.Key, StringComparer.Ordinal);
            foreach (var item in items)
            {
                if (!before.Remove(item.Key, out var was))
                {
                    written.Add(item with { Id = new(ids.Next()), RecordedAt = at });
                }
                else if (!item.SaysTheSameAs(was))
                {
                    Replace(was, item with { Id = was.Id, Version = was.Version + 1, RecordedAt = at });
                }
            }

            foreach (var gone in before.Values.Where(item => item.State is not ItemState.Superseded && StandardsEngine.WorksOut(item, today)))
            {
                Replace(gone, gone with
                {
                    Version = gone.Version + 1,
                    State = ItemState.Superseded,
                    StateSince = today,
                    IsDeferred = false,
                    Note = "What it followed from no longer stands",
                    RecordedAt = at,
                });
            }
        }

        if (written.Count > 0)
        {
            await db.Dialect.UpdateAsync(db, "due_items", ["replaced_at"], ["id", "version"], replaced, stop);
            await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(DueItem))!, [.. written], stop);
        }

        return written.Count;

        void Replace(DueItem was, DueItem next)
        {
            replaced.Add([at, was.Id.Value, was.Version]);
            written.Add(next);
        }
    }
}
