using System.Runtime.CompilerServices;
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
    /// <summary>Rows that are made at a time, where all are wanted.</summary>
    private const int Together = 100;

    /// <summary>What the access log calls the list as a file.</summary>
    public const string FileLook = "/cases/file";

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

        var all = await EverybodyAsync(actor, stop);
        var chosen = Ordered(all, request.Tab, request.Sort).Skip((request.Number - 1) * request.Size).Take(request.Size).ToList();
        return new(await RowsAsync(chosen, all, actor, stop), all.Tabs.ToDictionary(tab => tab.Key, tab => tab.Value.Count), all.Tabs[request.Tab].Count);
    }

    /// <summary>Everybody under a tab, a hundred at a time as the reader takes them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Row>> AllAsync(Tab tab, string? sort, Actor actor, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var all = await EverybodyAsync(actor, stop);
        foreach (var some in Ordered(all, tab, sort).ToList().Chunk(Together))
        {
            yield return await RowsAsync([.. some], all, actor, stop);
        }
    }

    /// <summary>The spells that run, of one member of staff in one role.</summary>
    public static IQueryable<ManagerAssignment> SpellsOf(ThroughcareDb db, StaffId staff, Role role, DateOnly today) =>
        db.Managers.Current().Where(m => m.StaffId == staff && m.Role == role && m.ValidFrom <= today && (m.ValidTo == null || m.ValidTo >= today));

    /// <summary>All of the actor's people, and what decides under which tabs they are and in which order.</summary>
    private async Task<Everybody> EverybodyAsync(Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var since = await AllocatedAsync(actor, today, stop);
        var people = since.Keys.ToList();
        Dictionary<PersonId, CaseFacts> facts = [];
        Dictionary<PersonId, List<PersonId>> records = [];
        HashSet<PersonId> spoken = [];
        foreach (var some in people.Chunk(CaseHistories.MostPeople))
        {
            var own = await MergedRecords.OfAsync(db, some, stop);
            spoken.UnionWith(await SpokenToAsync(own, now.AddDays(-SilentDays), stop));
            foreach (var (person, history) in await histories.LoadForWhereaboutsAsync(some, stop))
            {
                (facts[person], records[person]) = (history.At(today, now), own[person]);
            }
        }

        return new(now, since, facts, records, await PeopleNames.OfAsync(db, people, stop), new Dictionary<Tab, List<PersonId>>
        {
            [Tab.All] = people,
            [Tab.New] = people.FindAll(p => since[p] > today.AddDays(-NewDays)),
            [Tab.Releases] = people.FindAll(p => facts[p].DisplayReleaseDate is { HasValue: true, Value: var on } && on >= today && on <= today.AddDays(ReleaseDays)),
            [Tab.NoContact] = people.FindAll(p => !spoken.Contains(p)),
        });
    }

    private async Task<Dictionary<PersonId, DateOnly>> AllocatedAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        var spells = await SpellsOf(db, actor.StaffId, actor.Role, today).Select(m => new { m.PersonId, m.ValidFrom }).ToListAsync(stop);
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

    private static IEnumerable<PersonId> Ordered(Everybody all, Tab tab, string? sort)
    {
        var (since, facts) = (all.Since, all.Facts);
        var byName = all.Tabs[tab].OrderBy(p => all.Names[p].LastCommaFirst, StringComparer.Ordinal).ToList();
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

    private async Task<IReadOnlyList<Row>> RowsAsync(List<PersonId> chosen, Everybody all, Actor actor, CancellationToken stop)
    {
        if (chosen.Count == 0)
        {
            return [];
        }

        var today = all.Now.LondonDate;
        var readers = await EntryReaders.OfManyAsync(db, chosen.ToDictionary(p => p, p => all.Records[p]), actor, today, stop);
        var risk = await histories.LoadForRiskAsync(chosen, stop);
        return [.. chosen.Select(p =>
        {
            var (where, of, reader) = (all.Facts[p], risk[p].At(today, all.Now), readers[p]);
            return new Row(
                p, all.Names[p].Address, all.Names[p].LastCommaFirst, where.WhereWords, all.Since[p], where.NextKeyDate.HasValue ? where.NextKeyDate.Value : null,
                [.. reader.Visible(of.ActiveAlerts).Select(a => AlertCodes.Find(a.Code)?.Description ?? a.Unmapped ?? a.Code).Distinct(StringComparer.Ordinal)])
            {
                Rosh = of.RoshCommunity.HasValue && reader.MaySeeAll(of.RoshCommunity.From) ? of.RoshCommunity.Value : null,
            };
        })];
    }

    private sealed record Everybody(
        DateTimeOffset Now, Dictionary<PersonId, DateOnly> Since, Dictionary<PersonId, CaseFacts> Facts, Dictionary<PersonId, List<PersonId>> Records, PeopleNames Names,
        IReadOnlyDictionary<Tab, List<PersonId>> Tabs);
}
