using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>The items that a figure counts, with their people, as far as the reader may see whose they are.</summary>
public sealed class PeopleBehindFigure(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <summary>Which of the items of a figure.</summary>
    public enum Which
    {
        /// <summary>All that the figure is of.</summary>
        All,
        OnTime,
        Late,
        Missed,
        Overdue,
        Deferred,
        Exempt,

        /// <summary>Done, on time or late.</summary>
        Completed,

        /// <summary>Done, and recorded more than 5 working days later.</summary>
        RecordedLate,
    }

    /// <param name="Manager">Whose item it is; <see langword="null"/> where nobody was allocated.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, DueItem Item, FigurePart Part, string Family, string? Manager, string? Place);

    /// <param name="Total">Those that the reader sees.</param>
    /// <param name="Others">Items of the same figure of people whose records are not the reader's to see.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Others);

    /// <param name="number">From 1.</param>
    public async Task<Page> OfAsync(FigureRequest request, Which which, int number, int size, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (FigureScope.Of(actor) is not { } scope)
        {
            return new([], 0, 0);
        }

        var now = clock.GetUtcNow();
        var rows = Of(FigureItems.Of(db, request, scope, now), which);
        var seen = access.People(actor, Verb.ReadDueItems);
        var mine = rows.Where(r => seen.Contains(r.Person));
        var (all, total) = (await rows.CountAsync(stop), await mine.CountAsync(stop));
        var page = await mine.OrderBy(r => r.DueOn).ThenBy(r => r.Key).ThenBy(r => r.Person).Skip((number - 1) * size).Take(size)
            .Select(r => new { r.Item, r.Version, r.Part }).ToListAsync(stop);
        var ids = page.Select(r => r.Item).ToList();
        var items = (await db.DueItems.Where(i => ids.Contains(i.Id)).ToListAsync(stop)).ToDictionary(i => (i.Id, i.Version));
        var shown = page.ConvertAll(r => (Item: items[(r.Item, r.Version)], r.Part));
        var names = await PeopleNames.OfAsync(db, [.. shown.Select(r => r.Item.PersonId).Distinct()], stop);
        var staff = await StaffNames.OfAsync(db, shown.Where(r => r.Item.ResponsibleStaff is not null).Select(r => r.Item.ResponsibleStaff!.Value), stop);
        return new(
            [.. shown.Select(r => new Row(
                r.Item.PersonId, names[r.Item.PersonId].Address, names[r.Item.PersonId].LastCommaFirst, r.Item, (FigurePart)r.Part, FamilyWords.Of(r.Item.Family),
                r.Item.ResponsibleStaff is { } manager ? staff[manager] : null, r.Item.Place is { } place ? Places.Name(place) : null))],
            total, all - total);
    }

    private static IQueryable<FigureRow> Of(IQueryable<FigureRow> rows, Which which)
    {
        List<int> parts = [.. PartsOf(which).Select(part => (int)part)];
        rows = rows.Where(r => parts.Contains(r.Part));
        return which is Which.RecordedLate ? rows.Where(r => r.RecordedLate) : rows;
    }

    private static FigurePart[] PartsOf(Which which) => which switch
    {
        Which.OnTime => [FigurePart.OnTime],
        Which.Late => [FigurePart.Late],
        Which.Missed => [FigurePart.Missed],
        Which.Overdue => [FigurePart.Overdue],
        Which.Deferred => [FigurePart.DeferredCounting],
        Which.Exempt => [FigurePart.Exempt],
        Which.Completed or Which.RecordedLate => [FigurePart.OnTime, FigurePart.Late],
        _ => [FigurePart.OnTime, FigurePart.Late, FigurePart.Missed, FigurePart.Overdue, FigurePart.DeferredCounting],
    };
}
