using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Who looked at what. National roles see every look; a unit's managers those made from their own place.</summary>
public sealed class AuditLog(AuditDb audit, ThroughcareDb db)
{
    /// <summary>More searches than this by one user in a day are reported.</summary>
    public const int ManySearches = 50;

    public sealed record Row(DateTimeOffset At, string Name, Role Role, PlaceCode Place, PersonId? PersonId, string What, string? Section, string? SearchText, LookOutcome Outcome);

    public sealed record Searcher(StaffId StaffId, string Name, int Searches);

    /// <param name="person">Looks at one person alone.</param>
    /// <param name="staff">Looks by one member of staff alone.</param>
    /// <param name="from">First row, from 0.</param>
    public async Task<(IReadOnlyList<Row> Rows, int Total)> ReadAsync(Actor actor, PersonId? person, StaffId? staff, DateOnly? on, int from, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var looks = Seen(actor);
        looks = person is { } p ? looks.Where(l => l.PersonId == p) : looks;
        looks = staff is { } s ? looks.Where(l => l.StaffId == s) : looks;
        looks = on is { } day ? OfDay(looks, day) : looks;
        var total = await looks.CountAsync(stop);
        var rows = await looks.OrderByDescending(l => l.At).ThenBy(l => l.Id).Skip(from).Take(count).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, [.. rows.Select(r => r.StaffId)], stop);
        return ([.. rows.Select(r => new Row(r.At, names(r.StaffId), r.Role, r.Place, r.PersonId, r.What, r.Section, r.SearchText, r.Outcome))], total);
    }

    /// <summary>Who searched more than <see cref="ManySearches"/> times on a day, most first.</summary>
    public async Task<IReadOnlyList<Searcher>> ManySearchesAsync(DateOnly day, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var many = await OfDay(Seen(actor), day).Where(l => l.SearchText != null)
            .GroupBy(l => l.StaffId).Select(g => new { g.Key, Count = g.Count() }).Where(g => g.Count > ManySearches)
            .OrderByDescending(g => g.Count).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, [.. many.Select(m => m.Key)], stop);
        return [.. many.Select(m => new Searcher(m.Key, names(m.Key), m.Count))];
    }

    /// <summary>Whom the actor looked at lately, the latest first, each once.</summary>
    public async Task<IReadOnlyList<PersonId>> RecentlyViewedAsync(Actor actor, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        const int Enough = 300;
        var latest = await audit.Looks.Where(l => l.StaffId == actor.StaffId && l.PersonId != null && l.Outcome == LookOutcome.Shown)
            .OrderByDescending(l => l.At).Select(l => l.PersonId!.Value).Take(Enough).ToListAsync(stop);
        return [.. latest.Distinct().Take(count)];
    }

    private IQueryable<Look> Seen(Actor actor) => !Permissions.Has(actor.Role, Verb.ReadAccessLog) ? audit.Looks.Where(_ => false)
        : Roles.Of(actor.Role).Scope is WorkRelationship.National ? audit.Looks
        : audit.Looks.Where(l => l.Place == actor.Place);

    private static IQueryable<Look> OfDay(IQueryable<Look> looks, DateOnly day)
    {
        var (start, end) = (London.At(day, TimeOnly.MinValue), London.At(day.AddDays(1), TimeOnly.MinValue));
        return looks.Where(l => l.At >= start && l.At < end);
    }
}
