using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The files that were received, newest first.</summary>
public sealed class ImportRuns(ThroughcareDb db, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <param name="page">From 1.</param>
    public async Task<ImportRunPage> ReadAsync(Actor actor, int page, CancellationToken stop)
    {
        var runs = db.ImportRuns.VisibleTo(actor);
        var total = await runs.CountAsync(stop);
        var rows = await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var locks = await db.ImportLocks.ToDictionaryAsync(l => l.Source, stop);
        return new([.. rows.Select(r => ImportRunView.Of(r, locks.GetValueOrDefault(r.Source), clock.GetUtcNow()))], total);
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
