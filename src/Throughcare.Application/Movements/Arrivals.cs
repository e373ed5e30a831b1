using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Who was received at a prison on a day, of those the reader may see.</summary>
public sealed class Arrivals(ThroughcareDb db, AccessPolicy access)
{
    /// <param name="Reason">Why they came, in words.</param>
    public sealed record Row(PersonId PersonId, DateTimeOffset At, string Reason, PlaceCode? From)
    {
        public required string Address { get; init; }

        public required string LastCommaFirst { get; init; }
    }

    public async Task<List<Row>> OnAsync(DateOnly day, PlaceCode place, Actor actor, CancellationToken stop)
    {
        var rows = await Of(day, place, actor)
            .OrderBy(m => m.HappenedAt)
            .Select(m => new { m.PersonId, m.HappenedAt, m.Reason, m.From })
            .ToListAsync(stop);
        var names = await Record.PeopleNames.OfAsync(db, [.. rows.Select(r => r.PersonId).Distinct()], stop);
        return [.. rows.Select(r => new Row(r.PersonId, r.HappenedAt, MovementEffects.Find(r.Reason)?.Description ?? "Reception", r.From)
        {
            Address = names[r.PersonId].Address,
            LastCommaFirst = names[r.PersonId].LastCommaFirst,
        })];
    }

    public Task<int> CountAsync(DateOnly day, PlaceCode place, Actor actor, CancellationToken stop) =>
        Of(day, place, actor).Select(m => m.PersonId).Distinct().CountAsync(stop);

    private IQueryable<Movement> Of(DateOnly day, PlaceCode place, Actor actor)
    {
        var (start, end) = (London.At(day, TimeOnly.MinValue), London.At(day.AddDays(1), TimeOnly.MinValue));
        var people = access.People(actor, Verb.ReadRecord);
        return db.Movements.Current()
            .Where(m => m.To == place && m.HappenedAt >= start && m.HappenedAt < end && m.Type == "ADM" && m.Reason != "R-CRT" && m.Reason != "R-TAP")
            .Where(m => people.Contains(m.PersonId));
    }
}
