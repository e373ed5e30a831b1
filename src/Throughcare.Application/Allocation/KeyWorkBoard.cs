using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Key work of one's own people, and for those who run it of the whole prison.</summary>
public sealed class KeyWorkBoard(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <summary>The kind of contact that a session is.</summary>
    public const string Session = "TC02";

    /// <param name="Last">The last session on record in the last four weeks.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, DateOnly? Since, DateOnly? Last, KeyWorkAverage Average, bool IsHighComplexity);

    /// <param name="Total">Of all pages.</param>
    public sealed record Mine(IReadOnlyList<Row> Rows, int Total);

    /// <param name="Compliance">Of the last four weeks.</param>
    /// <param name="AverageMinutes">A week for each person, one decimal; <see langword="null"/> without anybody.</param>
    /// <param name="Workers">By name.</param>
    /// <param name="Without">People without a key worker, in the order in which they are recommended for.</param>
    public sealed record Prison(int People, int WithKeyWorker, KeyWorkCompliance Compliance, decimal? AverageMinutes, int BelowAverage, int? DaysToAllocation, int? DaysToFirstSession, IReadOnlyList<KeyWorkerCandidate> Workers, IReadOnlyList<Needed> Without)
    {
        public DateOnly From { get; init; }

        public DateOnly To { get; init; }

        /// <summary>Weeks from one session to the next.</summary>
        public int SessionEveryWeeks { get; init; } = 1;
    }

    public sealed record Needed(PersonId PersonId, string Address, string LastCommaFirst, Explained<KeyWorkerCandidate?> Recommended);

    /// <summary>Whether somebody in this role sees the whole prison.</summary>
    public static bool RunsIt(Actor actor) => actor is not null && actor.Has(Verb.AllocateKeyWorker);

    /// <summary>The people to whom the actor is allocated or for whose key worker they stand in, who want key work most first.</summary>
    public async Task<Mine> MineAsync(int number, int size, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var me = (StaffId?)actor.StaffId;
        var reached = access.People(actor, Verb.ReadRecord);
        var covered = db.Managers.Current().Where(m => m.Role == Role.KeyWorker && m.Part == ManagerPart.Cover && m.StaffId == me && m.ValidFrom <= today && m.ValidTo >= today);
        var mine = await db.Standings.Where(s => s.Prison != null && reached.Contains(s.PersonId)
            && (actor.Role == Role.Pom ? s.Pom == me : actor.Role == Role.Com ? s.Com == me : s.KeyWorker == me || covered.Any(m => m.PersonId == s.PersonId))).ToListAsync(stop);
        var rows = await RowsAsync(mine, today, stop);
        return new([.. rows.OrderByDescending(r => r.Average.Short).ThenBy(r => r.LastCommaFirst, StringComparer.Ordinal).Skip((number - 1) * size).Take(size)], rows.Count);
    }

    /// <summary>Key work of the prison at which the actor works.</summary>
    public async Task<Prison> PrisonAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var from = today.AddDays(1 - KeyWorkAverage.Window);
        var place = actor.Place;
        var standings = await PlaceStanding.Of(db, place).ToListAsync(stop);
        var eligible = standings.FindAll(s => s.Complexity is not ComplexityOfNeed.High);
        var sessions = await SessionsAsync(place, from, stop);
        var averages = eligible.ConvertAll(s => AverageOf(s, today, sessions));
        var counted = averages.FindAll(a => a.Days > 0);
        var everyWeeks = await SetSessionFrequency.InForceAsync(db, place, stop);
        var workers = await KeyWorkers.OfAsync(db, place, today, stop);
        var needed = await KeyWorkers.WithoutAsync(db, place, standings, stop);
        var reached = (await access.People(actor, Verb.ReadRecord).Where(p => db.Standings.Any(s => s.PersonId == p && s.Prison == place)).ToListAsync(stop)).ToHashSet();
        return new(
            eligible.Count, eligible.Count(s => s.KeyWorkerSince is not null),
            KeyWorkCompliance.Of(eligible.Count, from, today, everyWeeks, eligible.Sum(s => sessions[s.PersonId].Count())),
            counted.Sum(a => a.Days) is > 0 and var days ? decimal.Round(counted.Sum(a => a.Minutes) * 7m / days, 1, MidpointRounding.AwayFromZero) : null, counted.Count(a => !a.IsMet),
            KeyWorkDelay.Average(today, eligible.Where(s => s.ArrivedOn is not null).Select(s => (s.ArrivedOn!.Value, s.ArrivedOn.Value, s.KeyWorkerSince >= s.ArrivedOn ? s.KeyWorkerSince : null))),
            KeyWorkDelay.Average(today, eligible.Where(s => s.ArrivedOn >= from).Select(s => (s.ArrivedOn!.Value, s.ArrivedOn.Value, sessions[s.PersonId].Select(c => (DateOnly?)c.On).Where(on => on >= s.ArrivedOn).Min()))),
            workers,
            [.. KeyWorkerChoice.ForAll(needed.Where(p => reached.Contains(p.Id)), workers).Select(n => new Needed(n.Person.Id, n.Person.Number, n.Person.Forename.Length > 0 ? $"{n.Person.Surname}, {n.Person.Forename}" : n.Person.Surname, n.Recommended))])
        {
            From = from,
            To = today,
            SessionEveryWeeks = everyWeeks,
        };
    }

    private async Task<List<Row>> RowsAsync(List<Standing> standings, DateOnly today, CancellationToken stop)
    {
        var people = standings.ConvertAll(s => s.PersonId);
        var names = await PeopleNames.OfAsync(db, people, stop);
        var since = London.At(today.AddDays(1 - KeyWorkAverage.Window), TimeOnly.MinValue);
        var found = await db.Contacts.Current().Where(c => people.Contains(c.PersonId) && c.Type == Session && c.HappenedAt >= since).Select(c => new { c.PersonId, c.HappenedAt, c.DurationMinutes }).ToListAsync(stop);
        var sessions = found.ToLookup(c => c.PersonId, c => (On: c.HappenedAt.LondonDate, Minutes: c.DurationMinutes ?? 0));
        return standings.ConvertAll(s => new Row(
            s.PersonId, names[s.PersonId].Address, names[s.PersonId].LastCommaFirst, s.KeyWorkerSince, sessions[s.PersonId].Select(c => (DateOnly?)c.On).Where(on => on <= today).Max(), AverageOf(s, today, sessions),
            s.Complexity is ComplexityOfNeed.High));
    }

    private async Task<ILookup<PersonId, (DateOnly On, int Minutes)>> SessionsAsync(PlaceCode prison, DateOnly from, CancellationToken stop)
    {
        var since = London.At(from, TimeOnly.MinValue);
        var here = PlaceStanding.Of(db, prison).Select(s => s.PersonId);
        var found = await db.Contacts.Current().Where(c => c.Type == Session && c.HappenedAt >= since && here.Contains(c.PersonId)).Select(c => new { c.PersonId, c.HappenedAt, c.DurationMinutes }).ToListAsync(stop);
        return found.ToLookup(c => c.PersonId, c => (c.HappenedAt.LondonDate, c.DurationMinutes ?? 0));
    }

    /// <summary>Who has high complexity of need is not to have key work.</summary>
    private static KeyWorkAverage AverageOf(Standing standing, DateOnly today, ILookup<PersonId, (DateOnly On, int Minutes)> sessions) =>
        KeyWorkAverage.Of(today, standing.Complexity is ComplexityOfNeed.High ? null : standing.ArrivedOn ?? today.AddDays(1 - KeyWorkAverage.Window), sessions[standing.PersonId]);
}
