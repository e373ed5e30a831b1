using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The files that were received, newest first.</summary>
public sealed class ImportRuns(ThroughcareDb db, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>Days for which a file that failed is counted on the first page.</summary>
    private const int FailedDays = 7;

    /// <param name="page">From 1.</param>
    /// <param name="onlyFailed">Files of the last 7 days that failed, or that nothing works on any more.</param>
    public async Task<ImportRunPage> ReadAsync(Actor actor, int page, CancellationToken stop, bool onlyFailed = false)
    {
        var runs = onlyFailed ? Failed(actor) : db.ImportRuns.VisibleTo(actor);
        var total = await runs.CountAsync(stop);
        var rows = await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var locks = await db.ImportLocks.ToDictionaryAsync(l => l.Source, stop);
        return new([.. rows.Select(r => ImportRunView.Of(r, locks.GetValueOrDefault(r.Source), clock.GetUtcNow()))], total);
    }

    /// <summary>How many files of the last 7 days failed, of those that the reader may see.</summary>
    public Task<int> CountFailedAsync(Actor actor, CancellationToken stop) => Failed(actor).CountUpToAsync(stop);

    private IQueryable<ImportRun> Failed(Actor actor)
    {
        var since = clock.GetUtcNow().AddDays(-FailedDays);
        return db.ImportRuns.VisibleTo(actor).Where(r => r.StartedAt >= since && (r.Status == ImportStatus.Failed || r.Status == ImportStatus.Resumable));
    }
}

/// <param name="Total">Runs on all pages.</param>
public sealed record ImportRunPage(IReadOnlyList<ImportRunView> Runs, int Total);

/// <summary>One run as pages show it.</summary>
/// <param name="Status">As recorded; <see cref="ImportStatus.Resumable"/> where the process that worked on it has gone.</param>
public sealed record ImportRunView(ImportRun Run, ImportStatus Status)
{
    public bool CanCancel => !Run.IsFinished && !Run.CancelRequested;

    internal static ImportRunView Of(ImportRun run, ImportLock? held, DateTimeOffset now)
    {
        var isAlive = held is not null && held.RunId == run.Id && held.HeartbeatAt > now - ImportLock.Patience;
        return new(run, run.Status is ImportStatus.Validating or ImportStatus.Applying && !isAlive ? ImportStatus.Resumable : run.Status);
    }
}
