using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>Writes one batch within the transaction that its caller has begun: people, what was last said of them, errors, counters.</summary>
internal sealed class OfflocBatchWriter(ThroughcareDb db, ImportRun run, bool fillGaps, TimeProvider clock, IdSource ids)
{
    public const string UseCase = "ImportOffloc";

    private readonly BulkRecorder _bulk = new(db);

    public async Task WriteAsync(OfflocBatch batch, CancellationToken stop)
    {
        var errors = batch.Errors.ToList();
        if (batch.Changed.Count > 0)
        {
            await PeopleAsync(batch, errors, stop);
        }

        if (!fillGaps)
        {
            await db.Dialect.UpdateAsync(
                db, "source_rows", ["last_seen_on", "missed"], ["source", "\"key\""],
                [.. batch.Seen.Select(key => new object?[] { run.SourceDate!.Value, 0, run.Source, key })], stop);
        }

        await db.AddErrorsAsync(run, errors, stop);
        run.Read += batch.Rows;
        run.Unchanged += batch.Unchanged;
        run.Skipped += batch.Skipped;
        run.LastBatch++;
    }

    private async Task PeopleAsync(OfflocBatch batch, List<RowError> errors, CancellationToken stop)
    {
        var known = await KnownAsync(batch.Changed, stop);
        var heads = await _bulk.LockAsync([.. known.Values.Distinct()], stop);
        var records = await PrisonRecords.LoadAsync(db, [.. known.Values.Distinct()], stop);
        var entry = batch.Entry with { At = clock.GetUtcNow().ToMicrosecond() };
        var context = new OfflocContext(run.SourceDate!.Value, entry, () => new(ids.Next()), fillGaps);

        List<Change<PersonId>> made = [];
        List<Change<PersonId>> changed = [];
        List<SourceRow> newKeys = [];
        List<object?[]> oldKeys = [];
        HashSet<PersonId> done = [];
        foreach (var row in batch.Changed)
        {
            var isKnown = known.TryGetValue(row.Key, out var person);
            if (isKnown && !done.Add(person))
            {
                errors.Add(new(row.Row.Line, row.Key, RowProblem.Error(
                    OfflocField.PrisonNumber, row.Key, OfflocChecks.ConcurrentChange, "Another row of the file is about the same person; send the file again")));
                continue;
            }

            var decision = isKnown || row.Made is null ? DecideOffloc.Of(records[person], row.Row, context) : row.Made;
            errors.AddRange(decision.Problems.Select(p => new RowError(row.Row.Line, row.Key, p)));
            if (decision.Change is { } change)
            {
                (isKnown ? changed : made).Add(change);
            }

            person = isKnown ? person : decision.Change!.Result;
            if (row.Before is null)
            {
                newKeys.Add(new SourceRow { Source = run.Source, Key = row.Key, PersonId = person, Hash = row.Hash, LastSeenOn = run.SourceDate.Value });
            }
            else if (!fillGaps)
            {
                oldKeys.Add([row.Hash, run.SourceDate.Value, 0, false, run.Source, row.Key]);
            }

            run.Created += isKnown ? 0 : 1;
            run.Updated += isKnown && decision.Change is not null ? 1 : 0;
            run.Unchanged += decision.Change is null ? 1 : 0;
        }

        await _bulk.WriteAsync(NoHeads, made, batch.Entry, stop);
        await _bulk.WriteAsync(heads, changed, entry, stop);
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(SourceRow))!, [.. newKeys], stop);
        await db.Dialect.UpdateAsync(
            db, "source_rows", ["hash", "last_seen_on", "missed", "\"left\""], ["source", "\"key\""], oldKeys, stop);
    }

    private static readonly Dictionary<PersonId, RecordHead> NoHeads = [];

    /// <summary>Who is on record already: from an earlier file, or under the prison number from elsewhere.</summary>
    private async Task<Dictionary<string, PersonId>> KnownAsync(List<ChangedRow> rows, CancellationToken stop)
    {
        var known = rows.Where(r => r.Before is not null).ToDictionary(r => r.Key, r => r.Before!.PersonId, StringComparer.Ordinal);
        var others = rows.Where(r => r.Before is null).Select(r => r.Key).ToArray();
        if (others.Length > 0)
        {
            var found = await db.Identifiers.Current()
                .Where(i => i.Kind == IdentifierKind.Noms && others.Contains(i.Canonical))
                .Select(i => new { i.Canonical, i.PersonId }).ToListAsync(stop);
            foreach (var one in found.OrderBy(f => f.PersonId.Value))
            {
                known.TryAdd(one.Canonical, one.PersonId);
            }
        }

        return known;
    }
}
