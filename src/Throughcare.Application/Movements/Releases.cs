using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Who is due to leave a prison in the coming days, of those the reader may see: by the confirmed release date, else by the
/// earliest of HDCAD, CRD and ARD.</summary>
public sealed class Releases(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <param name="DateName">Which date it is, such as "Conditional release date".</param>
    public sealed record Row(PersonId PersonId, DateOnly On, string DateName, string? Cell)
    {
        public required string Address { get; init; }

        public required string LastCommaFirst { get; init; }
    }

    /// <param name="days">From today to so many days after it.</param>
    public async Task<List<Row>> WithinAsync(int days, PlaceCode place, Actor actor, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var rows = await Of(days, place, actor).Select(pair => new { pair.Dates, pair.Cell }).ToListAsync(stop);
        var names = await Record.PeopleNames.OfAsync(db, [.. rows.Select(r => r.Dates.PersonId).Distinct()], stop);
        return [.. rows
            .Select(r => (r, Kind: KindOf(r.Dates, today)))
            .OrderBy(r => r.Kind.Of(r.r.Dates)).ThenBy(r => names[r.r.Dates.PersonId].LastCommaFirst, StringComparer.Ordinal)
            .Select(r => new Row(r.r.Dates.PersonId, r.Kind.Of(r.r.Dates)!.Value, r.Kind.Name, r.r.Cell)
            {
                Address = names[r.r.Dates.PersonId].Address,
                LastCommaFirst = names[r.r.Dates.PersonId].LastCommaFirst,
            })];
    }

    public Task<int> CountAsync(int days, PlaceCode place, Actor actor, CancellationToken stop) =>
        Of(days, place, actor).Select(pair => pair.Dates.PersonId).Distinct().CountAsync(stop);

    private IQueryable<Pair> Of(int days, PlaceCode place, Actor actor)
    {
        var today = clock.GetUtcNow().LondonDate;
        var last = today.AddDays(days);
        var people = access.People(actor, Verb.ReadRecord);
        return
            from dates in db.KeyDates.Current()
            join location in db.Locations.Current().Where(l => l.Prison == place && l.ValidTo == null) on dates.PersonId equals location.PersonId
            where dates.ValidTo == null && people.Contains(dates.PersonId)
            where dates.ConfirmedRelease != null
                ? dates.ConfirmedRelease >= today && dates.ConfirmedRelease <= last
                : (dates.Hdcad >= today && dates.Hdcad <= last) || (dates.Crd >= today && dates.Crd <= last) || (dates.Ard >= today && dates.Ard <= last)
            select new Pair { Dates = dates, Cell = location.Cell };
    }

    private static KeyDateKind KindOf(KeyDates dates, DateOnly today) => dates.ConfirmedRelease is not null
        ? KeyDateKind.ConfirmedRelease
        : new[] { KeyDateKind.Hdcad, KeyDateKind.Crd, KeyDateKind.Ard }.Where(kind => kind.Of(dates) >= today).MinBy(kind => kind.Of(dates))!;

    private sealed class Pair
    {
        public required KeyDates Dates { get; init; }

        public string? Cell { get; init; }
    }
}
