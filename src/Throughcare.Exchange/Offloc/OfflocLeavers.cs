using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>Those whom the file no longer names. One absence is noted; the second asks where the person is.</summary>
internal sealed class OfflocLeavers(ThroughcareDb db, ImportRun run, TimeProvider clock, IdSource ids)
{
    /// <summary>Deals with some of them, within the transaction that its caller has begun.</summary>
    /// <returns>How many; 0 when all are done.</returns>
    public async Task<int> SomeAsync(int most, CancellationToken stop)
    {
        var day = run.SourceDate!.Value;
        var missing = db.SourceRows.Where(r => r.Source == run.Source && !r.Left && r.LastSeenOn < day && (r.MissedOn == null || r.MissedOn < day));
        if (run.Unit is { } unit)
        {
            missing = missing.Where(r => db.Locations.Any(l => l.PersonId == r.PersonId && l.ReplacedAt == null && !l.Withdrawn && l.ValidTo == null && l.Prison == unit));
        }

        var rows = await missing.OrderBy(r => r.Key).Take(most).ToListAsync(stop);
        var gone = rows.Where(r => r.Missed + 1 >= DecideLeaver.Absences).ToList();
        await DecideAsync(gone, day, stop);
        await db.Dialect.UpdateAsync(
            db, "source_rows", ["missed", "missed_on", "\"left\""], ["source", "\"key\""],
            [.. rows.Select(r => new object?[] { r.Missed + 1, day, r.Missed + 1 >= DecideLeaver.Absences, r.Source, r.Key })], stop);
        run.Missing += rows.Count;
        return rows.Count;
    }

    private async Task DecideAsync(List<SourceRow> gone, DateOnly day, CancellationToken stop)
    {
        if (gone.Count == 0)
        {
            return;
        }

        var bulk = new BulkRecorder(db);
        var people = gone.Select(r => r.PersonId!.Value).Distinct().ToList();
        var heads = await bulk.LockAsync(people, stop);
        var records = await PrisonRecords.LoadAsync(db, people, stop);
        var entry = new Entry(clock.GetUtcNow().ToMicrosecond(), StaffId.System, Role.System, PlaceCode.Nation, OfflocBatchWriter.UseCase, SourceSystem.Offloc);
        var context = new OfflocContext(day, entry, () => new(ids.Next()));
        var changes = gone.DistinctBy(r => r.PersonId).Select(r => DecideLeaver.Of(records[r.PersonId!.Value], r.LastSeenOn, context)).OfType<Change<PersonId>>().ToList();
        await bulk.WriteAsync(heads, changes, entry, stop);
    }
}
