using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>The people whose records somebody opened lately, whom they may still see.</summary>
public sealed class RecentlyViewed(AuditDb audit, ThroughcareDb db, AccessPolicy access)
{
    public const int Most = 10;

    /// <summary>Looks that are gone through: a record is looked at many times before another is opened.</summary>
    private const int LooksRead = 400;

    /// <param name="Address">What stands for the person in addresses.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, DateTimeOffset At);

    /// <returns>The last looked at first.</returns>
    public async Task<List<Row>> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var looks = await audit.Looks
            .Where(l => l.StaffId == actor.StaffId && l.What != MyPeople.FileLook)
            .OrderByDescending(l => l.At)
            .Take(LooksRead)
            .Select(l => new { l.PersonId, l.At, l.Outcome })
            .ToListAsync(stop);
        var people = looks
            .Where(l => l is { PersonId: not null, Outcome: LookOutcome.Shown })
            .GroupBy(l => l.PersonId!.Value)
            .Select(g => (PersonId: g.Key, At: g.Max(l => l.At)))
            .OrderByDescending(l => l.At)
            .ToList();

        var ids = people.Select(p => p.PersonId).ToList();
        var allowed = (await access.People(actor, Verb.ReadRecord).Where(p => ids.Contains(p)).ToListAsync(stop)).ToHashSet();
        var shown = people.Where(p => allowed.Contains(p.PersonId)).Take(Most).ToList();
        var names = await PeopleNames.OfAsync(db, [.. shown.Select(p => p.PersonId)], stop);
        return [.. shown.Select(p => new Row(p.PersonId, names[p.PersonId].Address, names[p.PersonId].LastCommaFirst, p.At))];
    }
}
