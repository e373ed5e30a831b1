using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>The reference tables, and which version of each is in force on a day.</summary>
public sealed class TableVersions(AccessDb db, ThroughcareDb record, TablesInUse inUse, TimeProvider clock)
{
    /// <param name="Number">The version in force today; 0 for the product's own.</param>
    /// <param name="From">Since when; <see langword="null"/> for the product's own.</param>
    /// <param name="Next">The first day of a version that is to come.</param>
    /// <param name="Problem">Why the version in force could not be taken into use, where it could not.</param>
    public sealed record Summary(ReferenceTable Table, int Rows, int Number, DateOnly? From, DateOnly? Next, string? Problem);

    /// <param name="Number">0 for the product's own.</param>
    /// <param name="IsReleaseNewer">The product has brought another table of its own since this version was loaded.</param>
    public sealed record Standing(CsvTable Rows, int Number, DateOnly? From, bool IsReleaseNewer);

    public sealed record Loading(int Number, DateOnly From, int Rows, DateTimeOffset At, string By, string Reason);

    public async Task<IReadOnlyList<Summary>> ListAsync(CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var loaded = (await db.TableVersions.Select(v => new { v.Table, v.Number, v.From, v.Rows }).ToListAsync(stop)).ToLookup(v => v.Table);
        return [.. ReferenceTables.All.Select(table =>
        {
            var versions = loaded[table.Table].OrderBy(v => v.From).ThenBy(v => v.Number).ToList();
            var now = versions.LastOrDefault(v => v.From <= today);
            return new Summary(
                table, now?.Rows ?? table.Own.Rows.Count, now?.Number ?? 0, now?.From,
                versions.Where(v => v.From > today).Select(v => (DateOnly?)v.From).FirstOrDefault(), inUse.ProblemOf(table.Table));
        })];
    }

    /// <summary>The table as it stands on a day.</summary>
    public async Task<Standing> AsAtAsync(ReferenceTable table, DateOnly day, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(table);

        var version = await db.TableVersions.AsNoTracking().Where(v => v.Table == table.Table && v.From <= day)
            .OrderByDescending(v => v.From).ThenByDescending(v => v.Number).FirstOrDefaultAsync(stop);
        return version is null
            ? new(table.Own, 0, null, false)
            : new(CsvTable.Read(table.Table, version.Content), version.Number, version.From, version.OwnHash != TablesInUse.HashOf(table));
    }

    /// <summary>The versions that were loaded here, the latest first.</summary>
    public async Task<IReadOnlyList<Loading>> HistoryAsync(ReferenceTable table, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(table);

        var versions = await db.TableVersions.Where(v => v.Table == table.Table).OrderByDescending(v => v.Number)
            .Select(v => new { v.Number, v.From, v.Rows, v.LoadedAt, v.LoadedBy, v.Reason }).ToListAsync(stop);
        var names = await StaffNames.OfAsync(record, [.. versions.Select(v => v.LoadedBy)], stop);
        return [.. versions.Select(v => new Loading(v.Number, v.From, v.Rows, v.LoadedAt, names(v.LoadedBy), v.Reason))];
    }
}
