using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Whether a file may be applied after those that have been.</summary>
/// <param name="FillGaps">A newer one has been applied, and only gaps may be filled.</param>
internal sealed record ImportOrder(ImportOrder.Refused? Refusal, bool FillGaps)
{
    public sealed record Refused(ImportStatus Status, string Problem);

    public static async Task<ImportOrder> OfAsync(ThroughcareDb db, ImportRun run, CancellationToken stop)
    {
        // a unit's file says nothing about other units: files of the nation and of the same unit stand beside it
        var others = db.ImportRuns.Where(r => r.Source == run.Source && r.Id != run.Id);
        var wider = run.Unit is { } unit
            ? others.Where(r => r.Role != Role.CaseAdmin || r.Place == unit)
            : others.Where(r => r.Role != Role.CaseAdmin);
        var overlapping = run.Unit is null ? others : wider;

        if (await wider.Where(r => r.Sha256 == run.Sha256 && (r.Status == ImportStatus.Completed || r.Status == ImportStatus.CompletedWithErrors))
            .OrderBy(r => r.StartedAt).FirstOrDefaultAsync(stop) is { } same)
        {
            return No(ImportStatus.DuplicateFile, $"DUPLICATE_FILE: This file was applied before, under the name {same.FileName}.");
        }

        var applied = overlapping.Where(r => r.Status == ImportStatus.Completed || r.Status == ImportStatus.CompletedWithErrors || (r.Status == ImportStatus.Cancelled && r.Read > 0));
        var latest = (await applied.Where(r => r.SourceDate >= run.SourceDate).Select(r => new { r.SourceDate, r.SourceTime }).Distinct().ToListAsync(stop))
            .OrderBy(r => r.SourceDate).ThenBy(r => r.SourceTime).LastOrDefault();
        if (latest is not null && (latest.SourceDate > run.SourceDate || latest.SourceTime > run.SourceTime))
        {
            return run.AllowBackfill
                ? new(null, FillGaps: true)
                : No(ImportStatus.OutOfOrder, $"OUT_OF_ORDER: A file of {Moment(latest.SourceDate, latest.SourceTime)} has been applied; this one is of {Moment(run.SourceDate, run.SourceTime)}.");
        }

        if (run.Mode is not ImportMode.Full)
        {
            return new(null, FillGaps: false);
        }

        var scope = run.Unit is null ? others.Where(r => r.Role != Role.CaseAdmin) : others.Where(r => r.Role == Role.CaseAdmin && r.Place == run.Place);
        var previous = await scope
            .Where(r => r.Mode == ImportMode.Full && (r.Status == ImportStatus.Completed || r.Status == ImportStatus.CompletedWithErrors))
            .OrderByDescending(r => r.SourceDate).ThenByDescending(r => r.StartedAt).FirstOrDefaultAsync(stop);
        return previous is not null && run.Rows * 2L < previous.Rows
            ? No(ImportStatus.Failed, $"FILE_TOO_SMALL: The file has {run.Rows} rows, {100L * run.Rows / previous.Rows}% of the {previous.Rows} of the file before.")
            : new(null, FillGaps: false);
    }

    private static string Moment(DateOnly? day, TimeOnly? at) => at is null ? $"{day:d MMMM yyyy}" : $"{day:d MMMM yyyy}, {at:HH:mm:ss}";

    private static ImportOrder No(ImportStatus status, string problem) => new(new(status, problem), FillGaps: false);
}
