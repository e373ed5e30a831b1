using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who comes to and leaves the actor's prison, and what the actor recorded last.</summary>
public sealed class HomeCounts(ThroughcareDb db, AccessPolicy access, Arrivals arrivals, Releases releases, TimeProvider clock)
{
    public const int ReleaseDays = 14;

    private const int RecentContacts = 5;

    /// <summary>The actor's last contacts that are gone through: some may be of people whom they no longer reach.</summary>
    private const int ContactsRead = 50;

    /// <param name="Arriving">Received at the actor's prison today.</param>
    /// <param name="Leaving">Due to leave it in the next 14 days, the next first.</param>
    /// <param name="Mine">The actor's own last contacts, newest first.</param>
    public sealed record Page(IReadOnlyList<Arrivals.Row> Arriving, IReadOnlyList<Releases.Row> Leaving, IReadOnlyList<Recent> Mine);

    public sealed record Recent(PersonId PersonId, string Address, string LastCommaFirst, FactId ContactId, string TypeName, DateTimeOffset HappenedAt, DateTimeOffset RecordedAt);

    public async Task<Page> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var isPrison = Establishments.Find(actor.Place.Text) is { IsPrison: true };
        return new Page(
            isPrison ? await arrivals.OnAsync(clock.GetUtcNow().LondonDate, actor.Place, actor, stop) : [],
            isPrison ? await releases.WithinAsync(ReleaseDays, actor.Place, actor, stop) : [],
            await RecentAsync(actor, stop));
    }

    /// <summary>The latest contacts of one author, whoever asks.</summary>
    public static IQueryable<Contact> LatestOf(ThroughcareDb db, StaffId author) =>
        db.Contacts.Current().Where(c => c.AuthorId == author).OrderByDescending(c => c.FirstRecordedAt).Take(ContactsRead);

    private async Task<IReadOnlyList<Recent>> RecentAsync(Actor actor, CancellationToken stop)
    {
        var latest = await LatestOf(db, actor.StaffId).Select(c => new { c.PersonId, c.Id, c.Type, c.HappenedAt, c.FirstRecordedAt }).ToListAsync(stop);
        if (latest.Count == 0)
        {
            return [];
        }

        var survivors = await Survivors.OfAsync(db, [.. latest.Select(c => c.PersonId).Distinct()], stop);
        var asked = latest.Select(c => survivors.GetValueOrDefault(c.PersonId, c.PersonId)).Distinct().ToList();
        var reached = (await access.People(actor, Verb.ReadRecord).Where(p => asked.Contains(p)).ToListAsync(stop)).ToHashSet();
        var shown = latest.Select(c => (Person: survivors.GetValueOrDefault(c.PersonId, c.PersonId), Contact: c)).Where(c => reached.Contains(c.Person)).Take(RecentContacts).ToList();
        var names = await PeopleNames.OfAsync(db, [.. shown.Select(c => c.Person).Distinct()], stop);
        return [.. shown.Select(c => new Recent(
            c.Person, names[c.Person].Address, names[c.Person].LastCommaFirst, c.Contact.Id, ContactTypes.Words(c.Contact.Type), c.Contact.HappenedAt, c.Contact.FirstRecordedAt))];
    }
}
