using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
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
        var requests = await (await RequestsAsync(actor, stop)).ToListAsync(stop);
        var glass = await (await GlassAsync(actor, stop)).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, [.. requests.Select(r => r.AskedBy), .. glass.Select(g => g.BrokenBy)], stop);

        var named = (await MergedRecords.OfAsync(db, [.. requests.Select(r => r.PersonId), .. glass.Select(g => g.PersonId)], stop)).Values.Select(r => r[0]).Distinct().ToList();
        var shown = named.Count == 0 ? [] : (await access.People(actor, Verb.ReadRecord).Where(p => named.Contains(p)).ToListAsync(stop)).ToHashSet();
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

    /// <summary>How many requests and openings wait for the actor, each up to <see cref="Counting.Most"/> and one; none for a role that does not decide.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.DecideAccess))
        {
            return 0;
        }

        return await (await RequestsAsync(actor, stop)).CountUpToAsync(stop) + await (await GlassAsync(actor, stop)).CountUpToAsync(stop);
    }

    /// <remarks>A request stays with the record it was made about; a merge leads it to those who decide for the record that is left.</remarks>
    private async Task<IQueryable<AccessRequest>> RequestsAsync(Actor actor, CancellationToken stop)
    {
        var people = access.People(actor, Verb.DecideAccess);
        var waiting = db.AccessRequests.Current().Where(r => r.Decision == AccessDecision.Waiting);
        var theirs = await MergedRecords.AbsorbedAsync(db, people, waiting.Select(r => r.PersonId), stop);
        return waiting.Where(r => people.Contains(r.PersonId) || theirs.Contains(r.PersonId));
    }

    private async Task<IQueryable<GlassBreak>> GlassAsync(Actor actor, CancellationToken stop)
    {
        var people = access.People(actor, Verb.DecideAccess);
        var waiting = db.GlassBreaks.Current().Where(g => g.ReviewedBy == null);
        var theirs = await MergedRecords.AbsorbedAsync(db, people, waiting.Select(g => g.PersonId), stop);
        return waiting.Where(g => people.Contains(g.PersonId) || theirs.Contains(g.PersonId));
    }

    /// <summary>The last request of the actor for a person, and what came of it; <see langword="null"/> where they never asked.</summary>
    public async Task<AccessRequest?> MineAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return await db.AccessRequests.Current()
            .Where(r => records.Contains(r.PersonId) && r.AskedBy == actor.StaffId).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(stop);
    }
}
