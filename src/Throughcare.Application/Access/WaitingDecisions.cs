using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>What waits for the managers of a unit: requests to see a record, and openings of closed records to review.</summary>
/// <remarks>Whoever reviews need not be on the list of the record that was opened, or a list of one would review itself; such a
/// reviewer is told the number of the person alone.</remarks>
public sealed class WaitingDecisions(ThroughcareDb db, AccessPolicy access, FindPerson find)
{
    public sealed record Asked(FindPerson.Found Person, FactId Id, string By, Role Role, PlaceCode Place, string Why, DateTimeOffset At);

    public sealed record Opened(FindPerson.Found Person, FactId Id, string By, Role Role, PlaceCode Place, string Reason, DateTimeOffset At, DateOnly ReviewOn);

    public async Task<(IReadOnlyList<Asked> Requests, IReadOnlyList<Opened> Glass)> ReadAsync(Actor actor, CancellationToken stop)
    {
        var people = access.People(actor, Verb.DecideAccess);
        var requests = await db.AccessRequests.Current().Where(r => r.Decision == AccessDecision.Waiting && people.Contains(r.PersonId)).ToListAsync(stop);
        var glass = await db.GlassBreaks.Current().Where(g => g.Review == null && people.Contains(g.PersonId)).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, [.. requests.Select(r => r.AskedBy), .. glass.Select(g => g.BrokenBy)], stop);

        var shown = (await access.People(actor, Verb.ReadRecord).Where(p => people.Contains(p)
            && (db.AccessRequests.Any(r => r.PersonId == p) || db.GlassBreaks.Any(g => g.PersonId == p))).ToListAsync(stop)).ToHashSet();
        async Task<FindPerson.Found> PersonAsync(PersonId person) => (await find.DoAsync(new PersonKey.ById(person), stop))! is var found && shown.Contains(found.Id)
            ? found
            : found with { Last = "Limited access", First = null };

        List<Asked> asked = [];
        foreach (var r in requests.OrderBy(r => r.AskedAt))
        {
            asked.Add(new(await PersonAsync(r.PersonId), r.Id, names(r.AskedBy), r.AskedRole, r.AskedPlace, r.Why, r.AskedAt));
        }

        List<Opened> opened = [];
        foreach (var g in glass.OrderBy(g => g.ReviewOn))
        {
            opened.Add(new(await PersonAsync(g.PersonId), g.Id, names(g.BrokenBy), g.BrokenRole, g.BrokenPlace, g.Reason, g.Recorded.At, g.ReviewOn));
        }

        return (asked, opened);
    }

    /// <summary>How many requests and openings wait for the actor; none for a role that does not decide.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.DecideAccess))
        {
            return 0;
        }

        var people = access.People(actor, Verb.DecideAccess);
        return await db.AccessRequests.Current().CountAsync(r => r.Decision == AccessDecision.Waiting && people.Contains(r.PersonId), stop)
            + await db.GlassBreaks.Current().CountAsync(g => g.Review == null && people.Contains(g.PersonId), stop);
    }

    /// <summary>The last request of the actor for a person, and what came of it; <see langword="null"/> where they never asked.</summary>
    public Task<AccessRequest?> MineAsync(PersonId person, Actor actor, CancellationToken stop) => db.AccessRequests.Current()
        .Where(r => r.PersonId == person && r.AskedBy == actor.StaffId).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(stop);
}
