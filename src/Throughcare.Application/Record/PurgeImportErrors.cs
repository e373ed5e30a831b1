using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Deletes what was wrong with the rows of runs that finished so long ago that their error files are no longer kept.</summary>
public sealed class PurgeImportErrors(ThroughcareDb db, TimeProvider clock)
{
    /// <returns>How many lines were deleted.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var before = clock.GetUtcNow().ToMicrosecond() - ImportRun.ErrorsKept;
        return await db.ImportErrors
            .Where(e => db.ImportRuns.Any(r => r.Id == e.RunId && r.FinishedAt < before))
            .ExecuteDeleteAsync(stop);
    }
}
