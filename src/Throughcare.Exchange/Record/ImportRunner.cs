using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Applies a received file in batches, each in one transaction with the place that it has reached. Whenever it is
/// stopped, even by a power cut, the next start goes on at the next batch.</summary>
public sealed class ImportRunner(IServiceScopeFactory scopes, TimeProvider clock, IdSource ids)
{
    /// <summary>Changed rows of a batch; <see langword="null"/> for what suits the database.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Works on a run until it has finished, is cancelled or stopped.</summary>
    /// <returns>The run as it stands then; <see langword="null"/> where another process is importing from the source.</returns>
    public async Task<ImportRun?> DoAsync(FactId id, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var run = await db.ImportRuns.SingleAsync(r => r.Id == id, stop);
        var locks = new ImportLocks(clock);
        if (run.IsFinished || run.Sha256.Length == 0)
        {
            return run;
        }

        if (!await locks.TakeAsync(db, run.Source, id, stop))
        {
            return null;
        }

        run = await db.ImportRuns.SingleAsync(r => r.Id == id, stop);   // as it stands now that nobody else works on it
        try
        {
            if (!run.IsFinished)
            {
                await WorkAsync(db, run, locks, progress, stop);
            }
        }
        catch (Exception error)
        {
            await InterruptedAsync(id, hasBroken: error is not OperationCanceledException);
            throw;
        }
        finally
        {
            await ImportLocks.ReleaseAsync(db, run.Source, id, CancellationToken.None);
        }

        return run;
    }

    private async Task WorkAsync(ThroughcareDb db, ImportRun run, ImportLocks locks, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        run.Status = ImportStatus.Validating;
        await db.SaveRunAsync(run, stop);
        var order = await ImportOrder.OfAsync(db, run, stop);
        if (order.Refusal is { } refusal)
        {
            await FinishAsync(db, run, refusal.Status, refusal.Problem, stop);
            return;
        }

        var work = ImportKinds.Of(run.Source).Open(run, new(scopes, clock, ids));
        var found = await work.ValidateAsync(db, stop);
        if (found.Refusal(run) is { } problem)
        {
            await FinishAsync(db, run, ImportStatus.Failed, problem, stop, found.FirstErrors);
            return;
        }

        await BeginAsync(db, run, found, stop);
        var isDone = await ApplyAsync(run, locks, work, order.FillGaps, progress, stop)
            && (order.FillGaps || await LeaversAsync(run, locks, work, stop));
        await FinishAsync(db, run,
            !isDone ? ImportStatus.Cancelled : run.Errors > 0 ? ImportStatus.CompletedWithErrors : ImportStatus.Completed, null, stop);
    }

    /// <summary>What is wrong with the whole file is told once, however often the run is gone on with.</summary>
    private static async Task BeginAsync(ThroughcareDb db, ImportRun run, ImportFindings found, CancellationToken stop)
    {
        run.Status = ImportStatus.Applying;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (found.Warning(run) is { } warning
            && !await db.ImportErrors.AnyAsync(e => e.RunId == run.Id && e.Row == 0 && e.Code == warning.Problem.Code, stop))
        {
            await db.AddErrorsAsync(run, [warning], stop);
        }

        await db.SaveRunAsync(run, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<bool> ApplyAsync(
        ImportRun run, ImportLocks locks, IImportWork work, bool fillGaps, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var rate = new Rate(clock, run.Read);
        var pace = new ImportPace(scopes, clock, SizeOf());
        await pace.RestAsync(TimeSpan.Zero, stop);
        try
        {
            await foreach (var step in work.StepsAsync(pace, fillGaps, ours.Token).WithCancellation(stop))
            {
                var began = clock.GetTimestamp();
                if (!await InBatchAsync(run, locks, db => step(db, stop), stop))
                {
                    return false;
                }

                run.RowsPerSecond = rate.At(run.Read);
                progress?.Report(new(run.Read, run.Rows, run.RowsPerSecond));
                await pace.RestAsync(clock.GetElapsedTime(began), stop);
            }

            return true;
        }
        finally
        {
            await ours.CancelAsync();
        }
    }

    private async Task<bool> LeaversAsync(ImportRun run, ImportLocks locks, IImportWork work, CancellationToken stop)
    {
        var size = SizeOf();
        var some = 1;
        while (some > 0)
        {
            if (!await InBatchAsync(run, locks, async db => some = await work.LeaversAsync(db, size, stop), stop))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One transaction: the lock is still ours, the work, and the place that the run has reached.</summary>
    /// <returns>Whether to go on: not when somebody has asked to cancel.</returns>
    private async Task<bool> InBatchAsync(ImportRun run, ImportLocks locks, Func<ThroughcareDb, Task> work, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await locks.BeatAsync(db, run.Source, run.Id, stop);
            if (await db.ImportRuns.AnyAsync(r => r.Id == run.Id && r.CancelRequested, stop))
            {
                return false;
            }

            var before = run.Counters;
            try
            {
                await work(db);
                run.Failures = 0;
                await db.SaveRunAsync(run, stop);
                await transaction.CommitAsync(stop);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 3)
            {
                run.Counters = before;   // another writer was faster: read again
            }
            catch
            {
                run.Counters = before;
                throw;
            }
        }
    }

    private async Task FinishAsync(ThroughcareDb db, ImportRun run, ImportStatus status, string? problem, CancellationToken stop, params IReadOnlyList<RowError> errors)
    {
        (run.Status, run.Problem, run.FinishedAt, run.RowsPerSecond) = (status, problem, clock.GetUtcNow().ToMicrosecond(), 0);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.AddErrorsAsync(run, errors, stop);
        await db.SaveRunAsync(run, stop);
        await db.ImportChunks.Where(c => c.RunId == run.Id).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>A run that was stopped can go on; one that has broken at the same place too often is given up, so that it does not
    /// keep others waiting for ever.</summary>
    private async Task InterruptedAsync(FactId id, bool hasBroken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var now = clock.GetUtcNow().ToMicrosecond();
        var more = hasBroken ? 1 : 0;
        var working = db.ImportRuns.Where(r => r.Id == id && (r.Status == ImportStatus.Validating || r.Status == ImportStatus.Applying));
        await working.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, ImportStatus.Resumable).SetProperty(r => r.Failures, r => r.Failures + more), CancellationToken.None);
        await db.ImportRuns.Where(r => r.Id == id && r.Status == ImportStatus.Resumable && r.Failures >= ImportRun.MostFailures).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, ImportStatus.Failed).SetProperty(r => r.FinishedAt, now)
                .SetProperty(r => r.Problem, r => "GIVEN_UP: The work broke off " + ImportRun.MostFailures + " times at the same batch. What was applied before it stands; the log says why it broke."),
            CancellationToken.None);
    }

    private int SizeOf()
    {
        using var scope = scopes.CreateScope();
        return BatchSize ?? scope.ServiceProvider.GetRequiredService<ThroughcareDb>().Dialect.ImportBatch;
    }

    /// <summary>Rows a second since the work began.</summary>
    private sealed class Rate(TimeProvider clock, int from)
    {
        private readonly long _began = clock.GetTimestamp();

        public int At(int read) => clock.GetElapsedTime(_began).TotalSeconds is > 0 and var seconds ? (int)Math.Min(int.MaxValue, (read - from) / seconds) : 0;
    }
}
