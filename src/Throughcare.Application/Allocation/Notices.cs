using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>What somebody was told, and what the mailbox of their office was told where they answer for it.</summary>
public sealed class Notices(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <param name="Address">Of the person it is about; <see langword="null"/> where it is about several, or somebody out of reach by now.</param>
    public sealed record Row(NoticeId Id, string Text, DateTimeOffset At, bool IsUnread, bool IsForOffice, string? Address, string? LastCommaFirst)
    {
        /// <summary>The list that it speaks of; <see langword="null"/> where it is about one person.</summary>
        public string? List { get; init; }
    }

    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Unread);

    public async Task<Page> OfAsync(int number, int size, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var mine = Of(actor);
        var rows = await mine.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip((number - 1) * size).Take(size).ToListAsync(stop);
        var people = rows.Select(n => n.PersonId).OfType<PersonId>().Distinct().ToList();
        var reached = people.Count == 0 ? [] : (await access.People(actor, Verb.ReadRecord).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        var names = await PeopleNames.OfAsync(db, [.. reached], stop);
        return new(
            [
                .. rows.Select(n => n.PersonId is { } person && reached.Contains(person)
                    ? new Row(n.Id, n.Text, n.At, n.ReadAt is null, n.Staff is null, names[person].Address, names[person].LastCommaFirst)
                    : new Row(n.Id, n.Text, n.At, n.ReadAt is null, n.Staff is null, null, null) { List = ListOf(n) }),
            ],
            await mine.CountAsync(stop), await mine.CountAsync(n => n.ReadAt == null, stop));
    }

    /// <summary>How many are unread.</summary>
    public Task<int> UnreadAsync(Actor actor, CancellationToken stop) => Of(actor).CountAsync(n => n.ReadAt == null, stop);

    /// <summary>Marks everything that was there at an instant as read.</summary>
    public Task<int> ReadAsync(DateTimeOffset until, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToMicrosecond();
        return Of(actor).Where(n => n.ReadAt == null && n.At <= until).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), stop);
    }

    private static string? ListOf(Notice notice) => notice.Code switch
    {
        TellByMorning.Digest => "/tasks",
        TellByMorning.ToManager or TellByMorning.ToHead => "/tasks?whose=team",
        TellRegions.Code => TellRegions.ListOf(notice.At.LondonDate),
        HandoverNotices.Pipeline => "/handovers/pipeline",
        _ => null,
    };

    private IQueryable<Notice> Of(Actor actor)
    {
        var (staff, place) = (actor.StaffId, actor.Place);
        PlaceCode? unit = HandoverPlaces.UnitOf(place);   // the mailbox of a team is that of its delivery unit
        return actor.Role is Role.Spo or Role.HeadPdu or Role.HeadOmu or Role.Homd or Role.RegionalManager or Role.NationalManager
            ? db.Notices.Where(n => n.Staff == staff || n.Mailbox == place || n.Mailbox == unit)
            : db.Notices.Where(n => n.Staff == staff);
    }
}
