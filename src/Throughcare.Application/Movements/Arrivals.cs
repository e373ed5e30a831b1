using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
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

        /// <summary>In scope of offender management or not; <see langword="null"/> where it cannot be decided, or is not worked out yet.</summary>
        public bool? IsInScope { get; init; }

        /// <summary>What an allocation lacks, in words.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];
    }

    public async Task<List<Row>> OnAsync(DateOnly day, PlaceCode place, Actor actor, CancellationToken stop)
    {
        var people = access.People(actor, Verb.ReadRecord);
        var came = Of(db, day, place);
        var theirs = await MergedRecords.AbsorbedAsync(db, people, came.Select(m => m.PersonId), stop);
        var rows = await came.Where(m => people.Contains(m.PersonId) || theirs.Contains(m.PersonId))
            .OrderBy(m => m.HappenedAt)
            .Select(m => new { m.PersonId, m.HappenedAt, m.Reason, m.From })
            .ToListAsync(stop);
        var survivors = await Survivors.OfAsync(db, theirs, stop);
        List<PersonId> who = [.. rows.Select(r => survivors.GetValueOrDefault(r.PersonId, r.PersonId)).Distinct()];
        var names = await PeopleNames.OfAsync(db, who, stop);
        var standings = who.Count == 0 ? [] : await db.Standings.Where(s => who.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, stop);
        return [.. rows
            .Select(r => (Person: survivors.GetValueOrDefault(r.PersonId, r.PersonId), Row: r))
            .DistinctBy(r => (r.Person, r.Row.HappenedAt))   // a movement that both records of one person have
            .Select(r => new Row(r.Person, r.Row.HappenedAt, MovementEffects.Find(r.Row.Reason)?.Description ?? "Reception", r.Row.From)
            {
                Address = names[r.Person].Address,
                LastCommaFirst = names[r.Person].LastCommaFirst,
                IsInScope = standings.GetValueOrDefault(r.Person)?.IsInScope,
                Missing = [.. standings.GetValueOrDefault(r.Person)?.Missing?.Split('|').Select(AllocationNeeds.Caption) ?? []],
            })];
    }

    /// <summary>Who was received at a place on a day, whoever asks.</summary>
    public static IQueryable<Movement> Of(ThroughcareDb db, DateOnly day, PlaceCode place)
    {
        var (start, end) = (London.At(day, TimeOnly.MinValue), London.At(day.AddDays(1), TimeOnly.MinValue));
        return db.Movements.Current()
            .Where(m => m.To == place && m.HappenedAt >= start && m.HappenedAt < end && m.Type == "ADM" && m.Reason != "R-CRT" && m.Reason != "R-TAP");
    }
}
