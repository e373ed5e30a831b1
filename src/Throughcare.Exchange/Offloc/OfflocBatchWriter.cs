using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
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
    private readonly MatchQueue _queue = new(db, ids);

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

    /// <summary>Row after row, but set-wise: those that may be each other's person wait for the next pass.</summary>
    private async Task PeopleAsync(OfflocBatch batch, List<RowError> errors, CancellationToken stop)
    {
        IReadOnlyList<ChangedRow> waiting = batch.Changed;
        while (waiting.Count > 0)
        {
            waiting = await PassAsync(waiting, batch.Entry, errors, stop);
        }
    }

    private async Task<IReadOnlyList<ChangedRow>> PassAsync(IReadOnlyList<ChangedRow> rows, Entry ahead, List<RowError> errors, CancellationToken stop)
    {
        List<ChangedRow> later = [];
        var answers = await AnswersAsync(rows, later, stop);
        var known = answers.Select(a => a.Whose.Person).OfType<PersonId>().Distinct().ToList();
        var heads = await _bulk.LockAsync(known, stop);
        var records = await PrisonRecords.LoadAsync(db, known, stop);
        var entry = ahead with { At = clock.GetUtcNow().ToMicrosecond() };
        var context = new OfflocContext(run.SourceDate!.Value, entry, () => new(ids.Next()), fillGaps);

        List<Change<PersonId>> made = [];
        List<Change<PersonId>> changed = [];
        List<SourceRow> newKeys = [];
        List<object?[]> oldKeys = [];
        List<MatchItem> items = [];
        foreach (var (row, whose) in answers)
        {
            var decision = whose switch
            {
                { Person: { } person } => DecideOffloc.Of(records[person], row.Row, context),
                { IsNumberDisputed: false } when row.Made is not null => row.Made,
                _ => DecideOffloc.Of(new PrisonRecord { PersonId = new(ids.Next()), IsNew = true, IsNumberDisputed = whose.IsNumberDisputed }, row.Row, context),
            };
            errors.AddRange(decision.Problems.Select(p => new RowError(row.Row.Line, row.Key, p)));
            if (decision.Change is { } change)
            {
                (whose.Person is null ? made : changed).Add(change);
            }

            var owner = whose.Person ?? decision.Change!.Result;
            items.AddRange(whose.Queue.Select(q => _queue.ItemOf(owner, q, new(row.Row[OfflocField.PrisonCode]), run.Id, entry.At)));
            if (row.Before is null)
            {
                newKeys.Add(new SourceRow { Source = run.Source, Key = row.Key, PersonId = owner, Hash = row.Hash, LastSeenOn = run.SourceDate.Value });
            }
            else if (!fillGaps)
            {
                oldKeys.Add([row.Hash, run.SourceDate.Value, 0, false, run.Source, row.Key]);
            }

            run.Created += whose.Person is null ? 1 : 0;
            run.Merged += whose.Person is not null && row.Before is null ? 1 : 0;
            run.Updated += whose.Person is not null && row.Before is not null && decision.Change is not null ? 1 : 0;
            run.Unchanged += decision.Change is null && row.Before is not null ? 1 : 0;
        }

        await _bulk.WriteAsync(NoHeads, made, ahead, stop);
        await _bulk.WriteAsync(heads, changed, entry, stop);
        run.Queued += await _queue.AddAsync(items, stop);
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(SourceRow))!, [.. newKeys], stop);
        await db.Dialect.UpdateAsync(
            db, "source_rows", ["hash", "last_seen_on", "missed", "\"left\""], ["source", "\"key\""], oldKeys, stop);
        return later;
    }

    private static readonly Dictionary<PersonId, RecordHead> NoHeads = [];

    /// <summary>Whose each row is: the person whom an earlier file named, or else whom the matching finds.</summary>
    private async Task<List<(ChangedRow Row, Whose Whose)>> AnswersAsync(IReadOnlyList<ChangedRow> rows, List<ChangedRow> later, CancellationToken stop)
    {
        List<(ChangedRow, Whose)> answers = new(rows.Count);
        HashSet<PersonId> taken = [];
        var before = rows.Where(r => r.Before is not null).ToList();
        var survivors = await Survivors.OfAsync(db, [.. before.Select(r => r.Before!.PersonId)], stop);
        foreach (var row in before)
        {
            Take(row, new Whose(survivors.GetValueOrDefault(row.Before!.PersonId, row.Before.PersonId), [], false));
        }

        var others = rows.Where(r => r.Before is null).ToList();
        var askers = others.ConvertAll(r => OfflocMatching.Of(r.Row, run.SourceDate!.Value));
        var together = RowMatching.Together(askers);
        var asked = Enumerable.Range(0, others.Count).Where(i => together[i]).ToList();
        later.AddRange(Enumerable.Range(0, others.Count).Where(i => !together[i]).Select(i => others[i]));
        foreach (var (i, whose) in asked.Zip(await RowMatching.OfAsync(db, asked.ConvertAll(i => askers[i]), stop)))
        {
            Take(others[i], whose);
        }

        return answers;

        void Take(ChangedRow row, Whose whose)
        {
            if (whose.Person is { } person && !taken.Add(person))
            {
                later.Add(row);   // another row of this pass is about the same person
            }
            else
            {
                answers.Add((row, whose));
            }
        }
    }
}
