using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Active and closed alerts of a person, as far as the reader may see them.</summary>
public sealed class AlertsPage(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Active">In force today, the latest first.</param>
    /// <param name="Closed">Over, the latest closed first.</param>
    public sealed record Page(IReadOnlyList<Line> Active, IReadOnlyList<Line> Closed)
    {
        /// <summary>Risk flags in force: what registers say.</summary>
        public IReadOnlyList<FlagLine> Flags { get; init; } = [];

        /// <summary>Flags that are over, the latest ended first.</summary>
        public IReadOnlyList<FlagLine> EndedFlags { get; init; } = [];

        /// <summary>On the lists of police areas, the latest first.</summary>
        public IReadOnlyList<Nomination> Nominations { get; init; } = [];

        /// <summary>There are flags that the reader may know of and not read.</summary>
        public bool HasMoreFlags { get; init; }
    }

    /// <param name="Detail">Category and register, where they are given.</param>
    /// <param name="By">Which source, or who.</param>
    /// <param name="ReviewOn">When it is to be looked at again; <see langword="null"/> for one that no list knows.</param>
    public sealed record FlagLine(FactId Id, string Code, string Name, string? Detail, DateOnly From, DateOnly? To, string By, DateOnly? ReviewOn);

    /// <param name="Scheme">In words.</param>
    /// <param name="Status">In words.</param>
    /// <param name="ConfirmBy">The last day to confirm that this person is meant; <see langword="null"/> where that is sure.</param>
    public sealed record Nomination(string Scheme, string Status, string Area, DateOnly From, DateOnly? To, string? Reason, bool IsCovert, DateOnly? ConfirmBy);

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

        var flags = await db.Registrations.Current().Where(r => records.Contains(r.PersonId)).ToListAsync(stop);
        var by = await StaffNames.OfAsync(db, flags.Select(f => f.Recorded.By), stop);
        var read = reader.Visible(flags).Select(f => Of(f, by, today)).ToList();

        var nominations = (await db.PpoNominations.Current().Where(n => records.Contains(n.PersonId)).ToListAsync(stop)).Where(reader.MaySee);
        return new Page(
            [.. lines.Where(l => l.To is null || l.To >= today).OrderByDescending(l => l.From).ThenBy(l => l.Name, StringComparer.Ordinal)],
            [.. lines.Where(l => l.To < today).OrderByDescending(l => l.To).ThenBy(l => l.Name, StringComparer.Ordinal)])
        {
            Flags = [.. read.Where(f => f.To is null || f.To >= today).OrderByDescending(f => f.From).ThenBy(f => f.Name, StringComparer.Ordinal)],
            EndedFlags = [.. read.Where(f => f.To < today).OrderByDescending(f => f.To).ThenBy(f => f.Name, StringComparer.Ordinal)],
            Nominations =
            [
                .. nominations.OrderByDescending(n => n.ValidFrom).Select(n => new Nomination(
                    FactWords.Of(n.Scheme), FactWords.Of(n.Status), PoliceAreas.OfForce(n.Area)?.Name ?? n.Area, n.ValidFrom, n.ValidTo, n.Reason, n.IsCovert, n.ConfirmBy)),
            ],
            HasMoreFlags = flags.Exists(f => (f.ValidTo is null || f.ValidTo >= today) && reader.Of(f) is Domain.Access.Reading.ExistenceOnly),
        };
    }

    private static FlagLine Of(Registration flag, StaffNames names, DateOnly today) => new(
        flag.Id, flag.Code, flag.Describe(), FactWords.RegistrationWords(flag), flag.ValidFrom, flag.ValidTo,
        SourceWords.Name(flag.Recorded.Source) ?? names[flag.Recorded.By], flag.ValidTo is null ? flag.ReviewOn(today) : null);

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
            RaisedBy = By(versions[0]),
            ClosedBy = alert.ValidTo is null ? null : By(versions.First(v => v.ValidTo is not null)),
        };

        string By(Alert version) => SourceWords.Name(version.Recorded.Source) ?? names[version.Recorded.By];
    }
}
