using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Record;

/// <summary>Writes what was decided for many people at once, past EF's change tracker: the same rows, lines, keys, reach and
/// events as <see cref="Recorder"/> writes for one.</summary>
/// <remarks>The caller opens the transaction, takes the locks with <see cref="LockAsync"/>, reads, decides, writes and commits.</remarks>
public sealed class BulkRecorder(ThroughcareDb db)
{
    /// <summary>Takes the locks of people who are already on record, in id order.</summary>
    public Task<Dictionary<PersonId, RecordHead>> LockAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop) =>
        db.Dialect.LockHeadsAsync(db, people, stop);

    /// <param name="heads">The locked heads of those who are on record; whoever has none is new.</param>
    /// <param name="changes">At most one for a person.</param>
    /// <exception cref="DbUpdateConcurrencyException">A version was replaced by another writer since it was read.</exception>
    public async Task WriteAsync(
        IReadOnlyDictionary<PersonId, RecordHead> heads, IReadOnlyList<Change<PersonId>> changes, Entry entry, CancellationToken stop)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var positions = await db.Dialect.NextPositionsAsync(db, changes.Count, stop);
        List<RecordEventRow> events = new(changes.Count);
        List<RecordHead> fresh = [];
        List<RecordHead> moved = [];
        foreach (var (change, position) in changes.Zip(positions))
        {
            var isNew = !heads.TryGetValue(change.Result, out var head);
            head ??= new RecordHead { PersonId = change.Result };
            events.Add(RecordChain.Append(head, change.Happened, entry, position));
            (isNew ? fresh : moved).Add(head);
        }

        await InsertAsync(fresh.Select(h => new Person { Id = h.PersonId, CreatedAt = entry.At }), stop);
        await InsertAsync(fresh, stop);
        await db.Dialect.UpdateAsync(db, "record_heads", ["seq", "hash"], ["person_id"], [.. moved.Select(h => new object?[] { h.Seq, h.Hash, h.PersonId.Value })], stop);

        var writes = changes.SelectMany(c => c.Rows).ToList();
        foreach (var group in writes.GroupBy(w => w.After.GetType()))
        {
            var type = db.Model.FindEntityType(group.Key) ?? throw new InvalidOperationException($"{group.Key.Name} is not mapped.");
            await db.Dialect.StampAsync(db, type, [.. group.Where(w => w.Before is not null).Select(w => w.Before!)], entry.At, stop);
            await db.Dialect.InsertAsync(db, type, [.. group.Select(w => w.After)], stop);
        }

        await TimelineAsync(writes, entry, stop);
        await FindableAsync(changes, heads, stop);
        await ReachableAsync(changes, heads, stop);
        await InsertAsync(events, stop);
        await StaleAsync(changes, entry.At, stop);
    }

    /// <summary>Marks those of whom something else may be due now; a job works it out.</summary>
    private async Task StaleAsync(IReadOnlyList<Change<PersonId>> changes, DateTimeOffset at, CancellationToken stop)
    {
        var stale = changes.Where(c => c.Rows.Any(row => StandardsRead.Reads(row.After))).Select(c => c.Result).Distinct().ToList();
        if (stale.Count > 0)
        {
            await db.StalePeople.Where(s => stale.Contains(s.PersonId)).ExecuteDeleteAsync(stop);
            await InsertAsync(stale.Select(person => new StalePerson { PersonId = person, Since = at }), stop);
        }
    }

    private async Task TimelineAsync(List<Write> writes, Entry entry, CancellationToken stop)
    {
        foreach (var person in writes.Where(TimelineLines.Replaces).GroupBy(w => w.After.PersonId, w => w.After.Id))
        {
            var ids = person.ToList();
            await db.Timeline.Where(t => t.PersonId == person.Key && ids.Contains(t.EntryId) && t.ReplacedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.ReplacedAt, entry.At), stop);
        }

        await InsertAsync(writes.SelectMany(TimelineLines.For), stop);
    }

    private async Task FindableAsync(IReadOnlyList<Change<PersonId>> changes, IReadOnlyDictionary<PersonId, RecordHead> heads, CancellationToken stop)
    {
        var wanted = changes
            .SelectMany(c => c.Rows.Select(r => r.After).OfType<PersonName>().KeysToFind()
                .Select(k => new NameKeyRow { Kind = k.Kind, Key = k.Key, PersonId = c.Result }))
            .ToList();
        var known = wanted.Select(k => k.PersonId).Distinct().Where(heads.ContainsKey).ToList();
        if (known.Count > 0)
        {
            var there = (await db.NameKeys.Where(k => known.Contains(k.PersonId)).ToListAsync(stop))
                .Select(k => (k.PersonId, k.Kind, k.Key)).ToHashSet();
            wanted.RemoveAll(k => there.Contains((k.PersonId, k.Kind, k.Key)));
        }

        await InsertAsync(wanted, stop);
    }

    private async Task ReachableAsync(IReadOnlyList<Change<PersonId>> changes, IReadOnlyDictionary<PersonId, RecordHead> heads, CancellationToken stop)
    {
        var known = changes.Select(c => c.Result).Where(heads.ContainsKey).ToList();
        var existing = known.Count == 0
            ? []
            : (await db.Reach.Where(r => known.Contains(r.PersonId)).ToListAsync(stop)).GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => g.ToList());

        List<PersonReach> added = [];
        List<object?[]> changed = [];
        foreach (var change in changes)
        {
            var before = existing.GetValueOrDefault(change.Result) ?? [];
            foreach (var row in ReachRules.After(before, [.. change.Rows]))
            {
                if (before.Exists(b => b.Holder == row.Holder && b.Kind == row.Kind))
                {
                    changed.Add([row.From, row.Until, row.PersonId.Value, row.Holder, row.Kind.ToString()]);
                }
                else
                {
                    added.Add(row);
                }
            }
        }

        await InsertAsync(added, stop);
        await db.Dialect.UpdateAsync(db, "person_reach", ["\"from\"", "until"], ["person_id", "holder", "kind"], changed, stop);
    }

    private Task InsertAsync<T>(IEnumerable<T> rows, CancellationToken stop)
        where T : class =>
        db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(T))!, [.. rows], stop);
}
