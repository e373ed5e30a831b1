using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Due items for programs outside, the first due first, in pages that go on where the one before ended.</summary>
/// <remarks>Of people whom the actor reaches alone. Items about victims never leave; those of public protection do with the dataset for
/// sensitive entries.</remarks>
public sealed class DueItemsAfter(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    private const string Victims = "victim";

    private const string Protection = "public_protection";

    /// <param name="Count">At most this many.</param>
    public sealed record Request(int Count, bool WithSensitive)
    {
        public PersonId? Person { get; init; }

        /// <summary>Whose items.</summary>
        public StaffId? Staff { get; init; }

        /// <summary>The place that answers for them.</summary>
        public PlaceCode? Place { get; init; }

        /// <summary>First day on which they are due.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day on which they are due.</summary>
        public DateOnly? To { get; init; }

        public string? Family { get; init; }

        /// <summary>Only items that are still to be done, and those of which it is not known.</summary>
        public bool OpenOnly { get; init; }

        public Position? After { get; init; }
    }

    /// <summary>Where a page ended.</summary>
    public sealed record Position(DateOnly DueOn, DueItemId Id);

    /// <param name="Person">What stands for the person in addresses.</param>
    /// <param name="Staff">Whose it is, by name.</param>
    public sealed record Row(DueItem Item, string Person, string? Staff, DateOnly Day);

    public sealed record Page(IReadOnlyList<Row> Rows, Position? Next);

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        var items = Asked(request);
        var seen = access.People(actor, Verb.ReadDueItems);
        items = items.Where(i => seen.Contains(i.PersonId));

        // items of one day are few: those of the day on which the page before ended are read again and passed over
        List<DueItem> same = [];
        if (request.After is { } after)
        {
            same = await items.Where(i => i.EffectiveDueOn == after.DueOn).OrderBy(i => i.Id).ToListAsync(stop);
            same = [.. same.SkipWhile(i => i.Id != after.Id).Skip(1).Take(request.Count + 1)];
            items = items.Where(i => i.EffectiveDueOn > after.DueOn);
        }

        List<DueItem> found = same.Count > request.Count ? same
            : [.. same, .. await items.OrderBy(i => i.EffectiveDueOn).ThenBy(i => i.Id).Take(request.Count + 1 - same.Count).ToListAsync(stop)];
        var page = found.Take(request.Count).ToList();
        var names = await PeopleNames.OfAsync(db, [.. page.Select(i => i.PersonId).Distinct()], stop);
        var staff = await Record.StaffNames.OfAsync(db, page.Where(i => i.ResponsibleStaff is not null).Select(i => i.ResponsibleStaff!.Value), stop);
        var day = clock.GetUtcNow().LondonDate;
        return new(
            [.. page.Select(i => new Row(i, names[i.PersonId].Address, i.ResponsibleStaff is { } of ? staff[of] : null, day))],
            found.Count > page.Count ? new(page[^1].EffectiveDueOn, page[^1].Id) : null);
    }

    private IQueryable<DueItem> Asked(Request request)
    {
        var items = db.DueItems.Where(i => i.ReplacedAt == null && i.State != ItemState.Superseded && i.MeasureGroup != Victims);
        items = request.WithSensitive ? items : items.Where(i => i.MeasureGroup != Protection);
        items = request.OpenOnly ? items.Where(i => i.State == ItemState.Open || i.State == ItemState.NotDetermined) : items;
        items = request.Person is { } person ? items.Where(i => i.PersonId == person) : items;
        items = request.Staff is { } staff ? items.Where(i => i.ResponsibleStaff == staff) : items;
        items = request.Place is { } place ? items.Where(i => i.Place == place) : items;
        items = request.Family is { } family ? items.Where(i => i.Family == family) : items;
        items = request.From is { } from ? items.Where(i => i.EffectiveDueOn >= from) : items;
        return request.To is { } to ? items.Where(i => i.EffectiveDueOn <= to) : items;
    }
}
