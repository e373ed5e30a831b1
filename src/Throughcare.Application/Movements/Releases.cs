using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
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
        var people = access.People(actor, Verb.ReadRecord);
        var leaving = Of(db, today, days, place);
        var theirs = await MergedRecords.AbsorbedAsync(db, people, leaving.Select(pair => pair.Dates.PersonId), stop);
        var rows = await leaving.Where(pair => people.Contains(pair.Dates.PersonId) || theirs.Contains(pair.Dates.PersonId)).ToListAsync(stop);
        var survivors = await Survivors.OfAsync(db, theirs, stop);
        var names = await PeopleNames.OfAsync(db, [.. rows.Select(r => survivors.GetValueOrDefault(r.Dates.PersonId, r.Dates.PersonId)).Distinct()], stop);
        return [.. rows
            .Select(r => (Person: survivors.GetValueOrDefault(r.Dates.PersonId, r.Dates.PersonId), r.Cell, Kind: KindOf(r.Dates, today), r.Dates))
            .Select(r => new Row(r.Person, r.Kind.Of(r.Dates)!.Value, r.Kind.Name, r.Cell)
            {
                Address = names[r.Person].Address,
                LastCommaFirst = names[r.Person].LastCommaFirst,
            })
            .OrderBy(r => r.On).ThenBy(r => r.LastCommaFirst, StringComparer.Ordinal)
            .DistinctBy(r => r.PersonId)];   // two records of one person may both have dates: the first counts
    }

    /// <summary>Who is to leave a place in the days from today, whoever asks.</summary>
    public static IQueryable<Pair> Of(ThroughcareDb db, DateOnly today, int days, PlaceCode place)
    {
        var last = today.AddDays(days);
        return
            from dates in db.KeyDates.Current()
            join location in db.Locations.Current().Where(l => l.Prison == place && l.ValidTo == null) on dates.PersonId equals location.PersonId
            where dates.ValidTo == null
            where dates.ConfirmedRelease != null
                ? dates.ConfirmedRelease >= today && dates.ConfirmedRelease <= last
                : (dates.Hdcad >= today && dates.Hdcad <= last) || (dates.Crd >= today && dates.Crd <= last) || (dates.Ard >= today && dates.Ard <= last)
            select new Pair { Dates = dates, Cell = location.Cell };
    }

    private static KeyDateKind KindOf(KeyDates dates, DateOnly today) => dates.ConfirmedRelease is not null
        ? KeyDateKind.ConfirmedRelease
        : new[] { KeyDateKind.Hdcad, KeyDateKind.Crd, KeyDateKind.Ard }.Where(kind => kind.Of(dates) >= today).MinBy(kind => kind.Of(dates))!;

    public sealed class Pair
    {
        public required KeyDates Dates { get; init; }

        public string? Cell { get; init; }
    }
}
