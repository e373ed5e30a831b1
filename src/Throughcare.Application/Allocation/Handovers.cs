using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>Handovers to the community: of an offender manager's own cases, of those held in a prison, or of those of a delivery unit.</summary>
public sealed class Handovers(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <summary>Which of them.</summary>
    public enum Tab
    {
        /// <summary>The COM leads within eight weeks, and none is named.</summary>
        Upcoming,

        /// <summary>The COM leads by a handover date, or one is named before it.</summary>
        InProgress,

        /// <summary>The COM leads, and tasks are not done.</summary>
        Tasks,

        /// <summary>The COM leads since two days or more, and none is named.</summary>
        ComOverdue,

        /// <summary>No delivery unit is known, from a COM or a home area: nobody there can be told.</summary>
        NoContact,
    }

    /// <param name="Sort"><c>handover</c>, <c>release</c> or <c>tier</c>, with a minus before it for the other way round; the handover date unless said.</param>
    /// <param name="Number">From 1.</param>
    public sealed record Request(Tab Tab = Tab.Upcoming, string? Sort = null, int Number = 1, int Size = 25)
    {
        /// <summary>First characters of tiers; everybody where none is given.</summary>
        public IReadOnlyList<string> Tiers { get; init; } = [];

        /// <summary>First day on which the COM leads.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day on which the COM begins to lead.</summary>
        public DateOnly? To { get; init; }
    }

    /// <param name="Done">Tasks that are done.</param>
    /// <param name="Tasks">All of them.</param>
    /// <param name="IsSoon">The COM leads within ten working days.</param>
    public sealed record Row(string Address, string LastCommaFirst, Standing Standing, string? Pom, int Done, int Tasks, bool IsSoon)
    {
        /// <summary>As their account here says, else as the probation record gives it.</summary>
        public string? ComEmail { get; init; }
    }

    /// <param name="Counts">Under each tab, once narrowed.</param>
    /// <param name="Tiers">How many of each tier the tab holds.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Tab, int> Counts, int Total, IReadOnlyDictionary<string, int> Tiers);

    private const int SoonWorkingDays = 10;

    /// <summary>Whether somebody in this role has handovers to look after.</summary>
    public static bool IsFor(Role role) => role is Role.Pom or Role.Com or Role.Homd or Role.HeadOmu or Role.Spo or Role.HeadPdu;

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!IsFor(actor.Role))
        {
            return new([], Enum.GetValues<Tab>().ToDictionary(tab => tab, _ => 0), 0, new Dictionary<string, int>());
        }

        var today = clock.GetUtcNow().LondonDate;
        var all = Of(actor);
        if (request.From is { } from)
        {
            all = all.Where(s => s.Handover >= from);
        }

        if (request.To is { } to)
        {
            all = all.Where(s => s.Handover <= to);
        }

        var tiers = request.Tiers.Count == 0 ? all : all.Where(s => s.Tier != null && request.Tiers.Contains(s.Tier.Substring(0, 1)));
        var read = new HandoversRead(db);
        var undone = await UndoneAsync(tiers, read, today, stop);
        Dictionary<Tab, int> counts = [];
        foreach (var tab in Enum.GetValues<Tab>())
        {
            counts[tab] = tab is Tab.Tasks ? undone.Count : await In(tab, tiers, today).CountAsync(stop);
        }

        var chosen = request.Tab is Tab.Tasks
            ? undone
            : await Ordered(In(request.Tab, tiers, today), request.Sort).Skip((request.Number - 1) * request.Size).Take(request.Size).ToListAsync(stop);
        if (request.Tab is Tab.Tasks)
        {
            chosen = [.. Ordered(chosen.AsQueryable(), request.Sort).Skip((request.Number - 1) * request.Size).Take(request.Size)];
        }

        var facets = await In(request.Tab, all, today).Where(s => s.Tier != null).GroupBy(s => s.Tier!.Substring(0, 1)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return new(await RowsAsync(chosen, read, today, stop), counts, counts[request.Tab], facets);
    }

    /// <summary>The cases that are the actor's to hand over or to take over.</summary>
    private IQueryable<Standing> Of(Actor actor)
    {
        var people = access.People(actor, Verb.ReadRecord);
        var (staff, place) = (actor.StaffId, actor.Place);
        PlaceCode? pdu = HandoverPlaces.UnitOf(place);
        var held = db.Standings.Where(s => s.Prison != null && people.Contains(s.PersonId));
        return actor.Role switch
        {
            Role.Pom => held.Where(s => s.Pom == staff || s.CoWorker == staff),
            Role.Com => held.Where(s => s.Com == staff),
            Role.Homd or Role.HeadOmu => held.Where(s => s.Prison == place),
            _ => held.Where(s => s.Pdu == pdu || (s.Pdu == null && s.HomeArea == pdu)),
        };
    }

    private static IQueryable<Standing> In(Tab tab, IQueryable<Standing> of, DateOnly today)
    {
        return tab switch
        {
            Tab.Upcoming => of.Where(HandoverWork.UpcomingOn(today)).Where(s => s.ComName == null),   // one with a COM is in progress
            Tab.InProgress => of.Where(HandoverWork.InProgressOn(today)),
            Tab.Tasks => of.Where(s => s.Responsibility == Responsibility.Community && s.Handover != null),
            Tab.NoContact => of.Where(s => s.IsInScope == true && s.Pdu == null && s.HomeArea == null),
            _ => of.Where(HandoverWork.ComOverdueOn(today)),
        };
    }

    private static IQueryable<Standing> Ordered(IQueryable<Standing> of, string? sort) => sort switch
    {
        "-handover" => of.OrderBy(s => s.Handover == null).ThenByDescending(s => s.Handover).ThenBy(s => s.PersonId),
        "release" => of.OrderBy(s => s.EarliestRelease == null).ThenBy(s => s.EarliestRelease).ThenBy(s => s.PersonId),
        "-release" => of.OrderBy(s => s.EarliestRelease == null).ThenByDescending(s => s.EarliestRelease).ThenBy(s => s.PersonId),
        "tier" => of.OrderBy(s => s.Tier == null).ThenBy(s => s.Tier).ThenBy(s => s.PersonId),
        "-tier" => of.OrderBy(s => s.Tier == null).ThenByDescending(s => s.Tier).ThenBy(s => s.PersonId),
        _ => of.OrderBy(s => s.Handover == null).ThenBy(s => s.Handover).ThenBy(s => s.PersonId),
    };

    /// <summary>The cases that the COM leads and of which a task is not done.</summary>
    private static async Task<List<Standing>> UndoneAsync(IQueryable<Standing> of, HandoversRead read, DateOnly today, CancellationToken stop)
    {
        List<Standing> undone = [];
        foreach (var some in (await In(Tab.Tasks, of, today).ToListAsync(stop)).Chunk(CaseHistories.MostPeople))
        {
            var steps = await read.StepsAsync(some, stop);
            undone.AddRange(some.Where(s => steps[s.PersonId].Any(step => step.DoneOn is null)));
        }

        return undone;
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Standing> chosen, HandoversRead read, DateOnly today, CancellationToken stop)
    {
        if (chosen.Count == 0)
        {
            return [];
        }

        var names = await PeopleNames.OfAsync(db, [.. chosen.Select(s => s.PersonId)], stop);
        var staff = await StaffNames.OfAsync(db, chosen.Select(s => s.Pom).OfType<StaffId>(), stop);
        var steps = await read.StepsAsync(chosen, stop);
        var emails = await ComEmailsAsync(chosen, stop);
        var soon = today.AddWorkingDays(SoonWorkingDays);
        return [.. chosen.Select(s => new Row(
            names[s.PersonId].Address, names[s.PersonId].LastCommaFirst, s, s.Pom is { } pom ? staff[pom] : null,
            steps[s.PersonId].Count(step => step.DoneOn is not null), steps[s.PersonId].Count, s.Handover >= today && s.Handover <= soon) { ComEmail = emails.GetValueOrDefault(s.PersonId) })];
    }

    private async Task<Dictionary<PersonId, string>> ComEmailsAsync(List<Standing> chosen, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, chosen.ConvertAll(s => s.PersonId), stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();
        var coms = chosen.Select(s => s.Com).OfType<StaffId>().Distinct().ToList();
        var ofStaff = await db.Staff.Where(s => coms.Contains(s.Id) && s.Email != null).ToDictionaryAsync(s => s.Id, s => s.Email!, stop);
        var named = (await db.Managers.Current().Where(m => all.Contains(m.PersonId) && m.Role == Role.Com && m.Part == ManagerPart.Primary && m.ValidTo == null && m.Email != null)
            .Select(m => new { m.PersonId, m.Name, m.Email }).ToListAsync(stop)).ToLookup(m => m.PersonId);
        return chosen.Where(s => s.ComName is not null)
            .Select(s => (s.PersonId, Email: s.Com is { } com && ofStaff.TryGetValue(com, out var own) ? own : records[s.PersonId].SelectMany(id => named[id]).FirstOrDefault(m => m.Name == s.ComName)?.Email))
            .Where(one => one.Email is not null).ToDictionary(one => one.PersonId, one => one.Email!);
    }
}
