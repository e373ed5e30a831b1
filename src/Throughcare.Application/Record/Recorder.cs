using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Writes to one person's record, in one transaction, one writer at a time.</summary>
public sealed class Recorder(ThroughcareDb db, AccessPolicy access, UpdateDueItems due, TimeProvider clock)
{
    private static readonly Refusal Merged = new("", "This record became part of another one while you were here. Open it again, then try once more");

    /// <param name="decide">Reads what it needs and says what to write; runs under the person's lock.</param>
    /// <param name="reason">Why, for corrections and late entries.</param>
    /// <returns>What came of it; <see cref="Outcome{T}.Conflict"/> is for <paramref name="decide"/> to give.</returns>
    public async Task<Outcome<T>> WriteAsync<T>(
        PersonId person, Verb verb, Actor actor, Func<Entry, Task<Outcome<Change<T>>>> decide, CancellationToken stop, string? reason = null)
    {
        db.ChangeTracker.Clear();   // whatever was read before the lock may be out of date
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var head = await db.LockHeadAsync(person, stop);

        if (await access.RefusalAsync(verb, person, actor, stop) is { } refusal)
        {
            return refusal;
        }

        if (await db.People.AnyAsync(p => p.Id == person && p.SurvivorId != null, stop))
        {
            return Merged;
        }

        var entry = new Entry(clock.GetUtcNow().ToMicrosecond(), actor.StaffId, actor.Role, actor.Place, verb.ToString(), Reason: reason);

        switch (await decide(entry))
        {
            case Outcome<Change<T>>.Done { Value: { Happened: AlreadyDone, Result: var first } }:
                return first;

            case Outcome<Change<T>>.Done { Value: var change }:
                db.Entry(head).State = head.IsNew ? EntityState.Added : EntityState.Modified;
                await WriteAsync(head, change.Happened, change.Rows, entry, stop);
                if (change.Rows.Any(row => StandardsRead.Reads(row.After)))
                {
                    await due.DoAsync([person], entry.At.LondonDate, entry.At, stop);
                }

                await transaction.CommitAsync(stop);
                return change.Result;

            case Outcome<Change<T>>.Refused no:
                return new Outcome<T>.Refused(no.Why);

            case Outcome<Change<T>>.Conflict conflict:
                return new Outcome<T>.Conflict(conflict.Theirs);

            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Writes to two people's records in one transaction: both or neither.</summary>
    /// <param name="decide">What to write to the first and to the second; runs under both locks.</param>
    /// <returns>The result of the second change.</returns>
    public Task<Outcome<T>> WriteBothAsync<T>(
        PersonId first, PersonId second, Verb verb, Actor actor, Func<Entry, Task<Outcome<(Change<T> First, Change<T> Second)>>> decide, CancellationToken stop, string? reason = null) =>
        WriteBothAsync(
            first, second, verb, actor,
            async () => await access.RefusalAsync(verb, first, actor, stop) ?? await access.RefusalAsync(verb, second, actor, stop)
                ?? (await db.People.AnyAsync(p => (p.Id == first || p.Id == second) && p.SurvivorId != null, stop) ? Merged : null),
            decide, stop, reason);

    /// <summary>Writes to two records in one transaction, where who may is not a question of each alone: a merge, and what undoes it.</summary>
    /// <param name="refuse">Says who may not; runs under both locks.</param>
    internal async Task<Outcome<T>> WriteBothAsync<T>(
        PersonId first, PersonId second, Verb verb, Actor actor, Func<Task<Refusal?>> refuse, Func<Entry, Task<Outcome<(Change<T> First, Change<T> Second)>>> decide,
        CancellationToken stop, string? reason = null)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        Dictionary<PersonId, RecordHead> heads = [];
        foreach (var person in new[] { first, second }.OrderBy(p => p.Value))   // always in one order, or two movers could wait for each other
        {
            heads[person] = await db.LockHeadAsync(person, stop);
        }

        if (await refuse() is { } refusal)
        {
            return refusal;
        }

        var entry = new Entry(clock.GetUtcNow().ToMicrosecond(), actor.StaffId, actor.Role, actor.Place, verb.ToString(), Reason: reason);
        switch (await decide(entry))
        {
            case Outcome<(Change<T> First, Change<T> Second)>.Done { Value: var (one, two) }:
                foreach (var (head, change) in new[] { (heads[first], one), (heads[second], two) })
                {
                    db.Entry(head).State = head.IsNew ? EntityState.Added : EntityState.Modified;
                    await WriteAsync(head, change.Happened, change.Rows, entry, stop);
                }

                await due.DoAsync([first, second], entry.At.LondonDate, entry.At, stop);   // also of those who were or are no longer one person
                await transaction.CommitAsync(stop);
                return two.Result;

            case Outcome<(Change<T> First, Change<T> Second)>.Refused no:
                return new Outcome<T>.Refused(no.Why);

            case Outcome<(Change<T> First, Change<T> Second)>.Conflict conflict:
                return new Outcome<T>.Conflict(conflict.Theirs);

            default:
                throw new InvalidOperationException();
        }
    }

    private async Task WriteAsync(RecordHead head, RecordEvent happened, IReadOnlyList<Write> rows, Entry entry, CancellationToken stop)
    {
        foreach (var (before, after) in rows)
        {
            if (before is not null)
            {
                db.Attach(before).Property(nameof(FactVersion.ReplacedAt)).CurrentValue = entry.At;
            }

            db.Add(after);
        }

        db.AddRange(rows.SelectMany(TimelineLines.For));

        // a fact of a record that was merged into this one stays that record's, through all its versions
        foreach (var record in rows.GroupBy(w => w.After.PersonId, (person, own) => (Person: person, Rows: own.ToList())))
        {
            var replaced = record.Rows.Where(TimelineLines.Replaces).Select(w => w.After.Id).ToList();
            if (replaced.Count > 0)
            {
                await db.Timeline.Where(t => t.PersonId == record.Person && replaced.Contains(t.EntryId) && t.ReplacedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.ReplacedAt, entry.At), stop);
            }

            await FindableAsync(record.Person, record.Rows, stop);
            await ReachableAsync(record.Person, record.Rows, stop);
        }

        var positions = await db.Dialect.NextPositionsAsync(db, 1, stop);
        db.Add(RecordChain.Append(head, happened, entry, positions[0]));
        await db.SaveChangesAsync(stop);
    }

    private async Task FindableAsync(PersonId person, IReadOnlyList<Write> rows, CancellationToken stop)
    {
        var keys = rows.Select(r => r.After).OfType<PersonName>().KeysToFind();
        if (keys.Count == 0)
        {
            return;
        }

        var there = await db.NameKeys.Where(k => k.PersonId == person).Select(k => new { k.Kind, k.Key }).ToListAsync(stop);
        db.AddRange(keys.Where(k => !there.Contains(new { k.Kind, k.Key })).Select(k => new NameKeyRow { Kind = k.Kind, Key = k.Key, PersonId = person }));
    }

    private async Task ReachableAsync(PersonId person, IReadOnlyList<Write> rows, CancellationToken stop)
    {
        var existing = await db.Reach.AsNoTracking().Where(r => r.PersonId == person).ToListAsync(stop);
        foreach (var row in ReachRules.After(existing, [.. rows]))
        {
            db.Entry(row).State = existing.Exists(e => e.Holder == row.Holder && e.Kind == row.Kind) ? EntityState.Modified : EntityState.Added;
        }
    }
}
