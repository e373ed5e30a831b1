using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The counts of the first page that somebody sees, and what they recorded last.</summary>
public sealed class HomeCounts(ThroughcareDb db, AccessPolicy access, Arrivals arrivals, Releases releases, TimeProvider clock)
{
    public const int ReleaseDays = 14;

    private const int RecentContacts = 5;

    /// <param name="ArrivalsToday">Received at the actor's prison today.</param>
    /// <param name="ReleasesSoon">Due to leave it in the next 14 days.</param>
    /// <param name="Mine">The actor's own last contacts, newest first.</param>
    public sealed record Page(int ArrivalsToday, int ReleasesSoon, IReadOnlyList<Recent> Mine);

    public sealed record Recent(PersonId PersonId, string Address, string LastCommaFirst, FactId ContactId, string TypeName, DateTimeOffset HappenedAt, DateTimeOffset RecordedAt);

    public async Task<Page> OfAsync(Actor actor, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var people = access.People(actor, Verb.ReadRecord);
        var mine = await db.Contacts.Current()
            .Where(c => c.AuthorId == actor.StaffId && people.Contains(c.PersonId))
            .OrderByDescending(c => c.FirstRecordedAt)
            .Take(RecentContacts)
            .Select(c => new { c.PersonId, c.Id, c.Type, c.HappenedAt, c.FirstRecordedAt })
            .ToListAsync(stop);
        var names = await PeopleNames.OfAsync(db, [.. mine.Select(c => c.PersonId).Distinct()], stop);

        return new Page(
            await arrivals.CountAsync(today, actor.Place, actor, stop),
            await releases.CountAsync(ReleaseDays, actor.Place, actor, stop),
            [.. mine.Select(c => new Recent(c.PersonId, names[c.PersonId].Address, names[c.PersonId].LastCommaFirst, c.Id, ContactTypes.Find(c.Type)?.Description ?? c.Type, c.HappenedAt, c.FirstRecordedAt))]);
    }
}
