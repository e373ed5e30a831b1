using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>One place, also one that is to open on a day to come, and what is to change about it.</summary>
public sealed class PlaceVersions(AccessDb db, TimeProvider clock)
{
    /// <param name="From">First day.</param>
    public sealed record Coming(DateOnly From, string Name, bool IsOpen);

    /// <returns><see langword="null"/> where no version of a table has such a place.</returns>
    public async Task<PlaceList.Row?> FindAsync(string code, CancellationToken stop)
    {
        if (PlaceList.Find(code) is { } known)
        {
            return known;
        }

        foreach (var (kind, table) in new[] { (PlaceKind.Prison, Establishments.Table.Table), (PlaceKind.Pdu, ProbationPlaces.Table.Table) })
        {
            if ((await VersionsAsync(table, stop)).Select(v => RowOf(v.Rows, code)).FirstOrDefault(row => row is not null) is { } row)
            {
                return new(code, row["name"], kind is PlaceKind.Pdu && row["level"] is "REGION" ? PlaceKind.Region : kind, false, row.Has("parent_name") ? row.Optional("parent_name") : row.Optional("region"));
            }
        }

        return null;
    }

    /// <summary>The place as versions to come have it, where they differ from the one before.</summary>
    public async Task<IReadOnlyList<Coming>> ComingAsync(PlaceList.Row place, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(place);

        List<Coming> coming = [];
        var (name, isOpen) = (place.Kind is PlaceKind.Prison ? Establishments.Find(place.Code)?.Name : place.Name, place.IsOpen);
        foreach (var version in await VersionsAsync(place.Kind is PlaceKind.Prison ? Establishments.Table.Table : ProbationPlaces.Table.Table, stop))
        {
            if (RowOf(version.Rows, place.Code) is { } row && (row["name"], IsOpen(row)) is var then && then != (name, isOpen))
            {
                (name, isOpen) = then;
                coming.Add(new(version.From, row["name"], isOpen));
            }
        }

        return coming;
    }

    /// <summary>Whether a row of places says that the place is open.</summary>
    public static bool IsOpen(CsvRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return !row.Has(ReferenceTable.Active) || row.Flag(ReferenceTable.Active);
    }

    private static CsvRow? RowOf(CsvTable table, string code) => table.Rows.FirstOrDefault(row => row["code"] == code);

    private async Task<List<(DateOnly From, CsvTable Rows)>> VersionsAsync(string table, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var versions = await db.TableVersions.AsNoTracking().Where(v => v.Table == table && v.From > today).ToListAsync(stop);
        return [.. versions.GroupBy(v => v.From).OrderBy(g => g.Key).Select(g => (g.Key, CsvTable.Read(table, g.MaxBy(v => v.Number)!.Content)))];
    }
}
