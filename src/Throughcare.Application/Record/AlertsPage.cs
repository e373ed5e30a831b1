using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Active and closed alerts of a person, as far as the reader may see them.</summary>
public sealed class AlertsPage(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Active">In force today, the latest first.</param>
    /// <param name="Closed">Over, the latest closed first.</param>
    public sealed record Page(IReadOnlyList<Line> Active, IReadOnlyList<Line> Closed);

    /// <param name="Version">Closing posts it back.</param>
    /// <param name="Name">What pages show.</param>
    /// <param name="TypeName">Its family.</param>
    public sealed record Line(FactId Id, int Version, string Code, string Name, string TypeName, string Description, DateOnly From, DateOnly? To)
    {
        public string? AuthorisedBy { get; init; }

        public string? ClosingComment { get; init; }

        public required string RaisedBy { get; init; }

        /// <summary>Who closed it, once it is.</summary>
        public string? ClosedBy { get; init; }
    }

    public async Task<Page> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, today, stop);
        var versions = (await db.Alerts.Where(a => records.Contains(a.PersonId)).ToListAsync(stop)).ToLookup(a => a.Id);
        var names = await StaffNames.OfAsync(db, versions.SelectMany(a => a).Select(a => a.Recorded.By), stop);
        var lines = versions
            .Select(a => a.OrderBy(v => v.Version).ToList())
            .Where(a => !a[^1].Withdrawn && reader.MaySee(a[^1]))
            .Select(a => Of(a, names))
            .ToList();

        return new Page(
            [.. lines.Where(l => l.To is null || l.To >= today).OrderByDescending(l => l.From).ThenBy(l => l.Name, StringComparer.Ordinal)],
            [.. lines.Where(l => l.To < today).OrderByDescending(l => l.To).ThenBy(l => l.Name, StringComparer.Ordinal)]);
    }

    private static Line Of(List<Alert> versions, StaffNames names)
    {
        var alert = versions[^1];
        var code = AlertCodes.Find(alert.Code);
        return new Line(
            alert.Id, alert.Version, alert.Code, code?.Description ?? (alert.Unmapped is { } words ? $"Unmapped: {words}" : alert.Code),
            code is null ? "Other" : AlertTypes.Table[code.TypeCode].Description, alert.Description, alert.ValidFrom, alert.ValidTo)
        {
            AuthorisedBy = alert.AuthorisedBy,
            ClosingComment = alert.ClosingComment,
            RaisedBy = names[versions[0].Recorded.By],
            ClosedBy = alert.ValidTo is null ? null : names[versions.First(v => v.ValidTo is not null).Recorded.By],
        };
    }
}
