using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>One run: its counters, and what was wrong with its rows.</summary>
public sealed class ImportRunDetail(ThroughcareDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="page">Page of the errors, from 1.</param>
    /// <returns><see langword="null"/> where there is no such run or the actor may not see it.</returns>
    public async Task<ImportRunReading?> ReadAsync(FactId id, Actor actor, int page, CancellationToken stop)
    {
        if (await db.ImportRuns.VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } run)
        {
            return null;
        }

        var held = await db.ImportLocks.SingleOrDefaultAsync(l => l.Source == run.Source, stop);
        var first = (Math.Max(1, page) - 1) * PageSize;
        var errors = await db.ImportErrors.Where(e => e.RunId == id && e.Number > first && e.Number <= first + PageSize)
            .OrderBy(e => e.Number).ToListAsync(stop);
        return new(ImportRunView.Of(run, held, clock.GetUtcNow()), errors, run.Errors + run.Warnings);
    }
}

/// <param name="Total">Errors and warnings on all pages.</param>
public sealed record ImportRunReading(ImportRunView Run, IReadOnlyList<ImportError> Errors, int Total);
