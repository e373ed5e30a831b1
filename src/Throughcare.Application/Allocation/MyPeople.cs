using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The people to whom the actor is allocated, in the role in which they work now: as prison or community offender manager, or
/// as key worker.</summary>
public sealed class MyPeople(ThroughcareDb db, AccessPolicy access, CaseHistories histories, TimeProvider clock)
{
    /// <summary>Nobody has more; the rest would be left out.</summary>
    public const int Most = CaseHistories.MostPeople;

    private const int NewDays = 7;
    private const int ReleaseDays = 28;
    private const int SilentDays = 28;

    /// <summary>Which of them.</summary>
    public enum Tab
    {
        All,

        /// <summary>Allocated in the last 7 days.</summary>
        New,

        /// <summary>To be released in the next 28 days.</summary>
        Releases,

        /// <summary>Without a contact in the last 28 days.</summary>
        NoContact,
    }

    /// <param name="Sort"><c>name</c>, <c>date</c> or <c>since</c>, with a minus before it for the other way round; the next key date first unless said.</param>
    /// <param name="Number">From 1.</param>
    public sealed record Request(Tab Tab = Tab.All, string? Sort = null, int Number = 1, int Size = 25);

    /// <param name="Since">The day of the allocation.</param>
    /// <param name="NextDate">The next of the official dates.</param>
    /// <param name="Alerts">Those in force that the actor may see, in words.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, string Where, DateOnly Since, NamedDate? NextDate, IReadOnlyList<string> Alerts)
    {
        /// <summary><see langword="null"/> where it is not assessed, or not for the actor to see.</summary>
        public RoshLevel? Rosh { get; init; }
    }

    /// <param name="Counts">How many there are under each tab.</param>
    /// <param name="Total">Under the tab that was asked for.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Tab, int> Counts, int Total);

    /// <summary>Whether people are allocated to somebody in this role.</summary>
    public static bool IsFor(Role role) => role is Role.Pom or Role.Com or Role.KeyWorker;

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var since = await AllocatedAsync(actor, today, stop);
        if (since.Count == 0)
        {
            return new([], Enum.GetValues<Tab>().ToDictionary(tab => tab, _ => 0), 0);
        }

        var people = since.Keys.ToList();
        var facts = (await histories.LoadForWhereaboutsAsync(people, stop)).ToDictionary(pair => pair.Key, pair => pair.Value.At(today, now));
        var records = await MergedRecords.OfAsync(db, people, stop);
        var spoken = await SpokenToAsync(records, now.AddDays(-SilentDays), stop);
        var tabs = new Dictionary<Tab, List<PersonId>>
        {
            [Tab.All] = people,
            [Tab.New] = people.FindAll(p => since[p] > today.AddDays(-NewDays)),
            [Tab.Releases] = people.FindAll(p => facts[p].DisplayReleaseDate is { HasValue: true, Value: var on } && on >= today && on <= today.AddDays(ReleaseDays)),
            [Tab.NoContact] = people.FindAll(p => !spoken.Contains(p)),
        };
        var names = await PeopleNames.OfAsync(db, people, stop);
        var chosen = Ordered(tabs[request.Tab], request.Sort, facts, since, names).Skip((request.Number - 1) * request.Size).Take(request.Size).ToList();
        return new(
            await RowsAsync(chosen, records, facts, since, names, actor, now, stop),
            tabs.ToDictionary(tab => tab.Key, tab => tab.Value.Count),
            tabs[request.Tab].Count);
    }

    /// <summary>The spells that run, of one member of staff in one role.</summary>
    public static IQueryable<ManagerAssignment> SpellsOf(ThroughcareDb db, StaffId staff, Role role, DateOnly today) =>
        db.Managers.Current().Where(m => m.StaffId == staff && m.Role == role && m.ValidFrom <= today && (m.ValidTo == null || m.ValidTo >= today));

    private async Task<Dictionary<PersonId, DateOnly>> AllocatedAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        var spells = await SpellsOf(db, actor.StaffId, actor.Role, today).Select(m => new { m.PersonId, m.ValidFrom }).OrderBy(m => m.ValidFrom).Take(Most).ToListAsync(stop);
        var survivors = await Survivors.OfAsync(db, [.. spells.Select(s => s.PersonId).Distinct()], stop);
        var since = spells.GroupBy(s => survivors.GetValueOrDefault(s.PersonId, s.PersonId)).ToDictionary(g => g.Key, g => g.Min(s => s.ValidFrom));
        var asked = since.Keys.ToList();
        var reached = asked.Count == 0 ? [] : (await access.People(actor, Verb.ReadRecord).Where(p => asked.Contains(p)).ToListAsync(stop)).ToHashSet();
        return since.Where(s => reached.Contains(s.Key)).ToDictionary();
    }

    private async Task<HashSet<PersonId>> SpokenToAsync(Dictionary<PersonId, List<PersonId>> records, DateTimeOffset from, CancellationToken stop)
    {
        var all = records.Values.SelectMany(ids => ids).ToList();
        var spoken = (await db.Contacts.Current().Where(c => all.Contains(c.PersonId) && c.HappenedAt >= from).Select(c => c.PersonId).Distinct().ToListAsync(stop)).ToHashSet();
        return [.. records.Where(pair => pair.Value.Exists(spoken.Contains)).Select(pair => pair.Key)];
    }

    private static IEnumerable<PersonId> Ordered(
        List<PersonId> people, string? sort, Dictionary<PersonId, CaseFacts> facts, Dictionary<PersonId, DateOnly> since, PeopleNames names)
    {
        var byName = people.OrderBy(p => names[p].LastCommaFirst, StringComparer.Ordinal).ToList();
        return sort switch
        {
            "name" => byName,
            "-name" => Enumerable.Reverse(byName),
            "since" => byName.OrderBy(p => since[p]),
            "-since" => byName.OrderByDescending(p => since[p]),
            "-date" => byName.OrderByDescending(p => NextOf(facts[p]) ?? DateOnly.MinValue),
            _ => byName.OrderBy(p => NextOf(facts[p]) ?? DateOnly.MaxValue),
        };
    }

    private static DateOnly? NextOf(CaseFacts facts) => facts.NextKeyDate.HasValue ? facts.NextKeyDate.Value.On : null;

    private async Task<IReadOnlyList<Row>> RowsAsync(
        List<PersonId> chosen, Dictionary<PersonId, List<PersonId>> records, Dictionary<PersonId, CaseFacts> facts, Dictionary<PersonId, DateOnly> since,
        PeopleNames names, Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        var people = chosen.ToDictionary(p => p, p => records[p]);
        var readers = await EntryReaders.OfManyAsync(db, people, actor, now.LondonDate, stop);
        var risk = await histories.LoadForRiskAsync(chosen, stop);
        return [.. chosen.Select(p =>
        {
            var (where, of, reader) = (facts[p], risk[p].At(now.LondonDate, now), readers[p]);
            return new Row(
                p, names[p].Address, names[p].LastCommaFirst, where.WhereWords, since[p], where.NextKeyDate.HasValue ? where.NextKeyDate.Value : null,
                [.. reader.Visible(of.ActiveAlerts).Select(a => AlertCodes.Find(a.Code)?.Description ?? a.Unmapped ?? a.Code).Distinct(StringComparer.Ordinal)])
            {
                Rosh = of.RoshCommunity.HasValue && reader.MaySeeAll(of.RoshCommunity.From) ? of.RoshCommunity.Value : null,
            };
        })];
    }
}
