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
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
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

        /// <summary>The COM leads within 56 days, or supports already.</summary>
        Handovers,

        /// <summary>A parole date within ten months.</summary>
        Parole,

        /// <summary>Without a contact in the last 28 days.</summary>
        NoContact,
    }

    /// <summary>What the actor is to the case.</summary>
    public enum CaseRole
    {
        Responsible,
        Supporting,
        CoWorking,

        /// <summary>Stands in for somebody who is away.</summary>
        Cover,

        /// <summary>Who leads is not worked out.</summary>
        NotKnown,
    }

    /// <param name="Sort"><c>due</c>, <c>name</c>, <c>date</c>, <c>tier</c> or <c>since</c>, with a minus before it for the other way round; what is due next first unless said.</param>
    /// <param name="Number">From 1.</param>
    public sealed record Request(Tab Tab = Tab.All, string? Sort = null, int Number = 1, int Size = 25)
    {
        /// <summary>What narrows the list; everybody where nothing does.</summary>
        public Filter Only { get; init; } = Filter.None;
    }

    /// <summary>What narrows a list; an empty part lets everybody through.</summary>
    public sealed record Filter
    {
        public static Filter None { get; } = new();

        public IReadOnlyList<CaseRole> Roles { get; init; } = [];

        public IReadOnlyList<RoshLevel> Rosh { get; init; } = [];

        /// <summary>First characters of tiers.</summary>
        public IReadOnlyList<string> Tiers { get; init; } = [];

        /// <summary>Levels of MAPPA, from 1.</summary>
        public IReadOnlyList<int> Mappa { get; init; } = [];

        /// <summary>First day of release.</summary>
        public DateOnly? ReleaseFrom { get; init; }

        /// <summary>Last day of release.</summary>
        public DateOnly? ReleaseTo { get; init; }
    }

    /// <param name="Since">The day of the allocation.</param>
    /// <param name="NextDate">The release that lists show, else the next of the official dates.</param>
    /// <param name="Alerts">Those in force that the actor may see, in words.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, string Where, DateOnly Since, NamedDate? NextDate, IReadOnlyList<string> Alerts)
    {
        /// <summary><see langword="null"/> where it is not assessed, or not for the actor to see.</summary>
        public RoshLevel? Rosh { get; init; }

        public CaseRole Role { get; init; } = CaseRole.NotKnown;

        /// <summary>Where the case stands; <see langword="null"/> until it is worked out.</summary>
        public Standing? Standing { get; init; }

        /// <summary>What is due next of the case that is for the actor's role to do; <see langword="null"/> where nothing is.</summary>
        public DueItem? NextDue { get; init; }

        /// <summary>The single letter where it is worked out, otherwise by both axes.</summary>
        public string? Tier => Standing?.ShownTier;

        /// <summary>The last contact with the person.</summary>
        public DateOnly? LastContact { get; init; }
    }

    /// <param name="Counts">How many there are under each tab.</param>
    /// <param name="Total">Under the tab that was asked for, once narrowed.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Tab, int> Counts, int Total)
    {
        /// <summary>How many of those under the tab each choice of a filter would show, the other parts as they are.</summary>
        public required Facets Choices { get; init; }
    }

    /// <summary>Choices with their counts.</summary>
    public sealed record Facets(
        IReadOnlyDictionary<CaseRole, int> Roles, IReadOnlyDictionary<RoshLevel, int> Rosh, IReadOnlyDictionary<string, int> Tiers, IReadOnlyDictionary<int, int> Mappa);

    /// <summary>Whether people are allocated to somebody in this role.</summary>
    public static bool IsFor(Role role) => role is Role.Pom or Role.Com or Role.KeyWorker;

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var all = await EverybodyAsync(actor, stop);
        var under = all.Tabs[request.Tab];
        var narrowed = under.FindAll(c => Fits(c, request.Only));
        var chosen = Ordered(narrowed, request.Sort).Skip((request.Number - 1) * request.Size).Take(request.Size).ToList();
        return new(await RowsAsync(chosen, all, actor, stop), all.Tabs.ToDictionary(tab => tab.Key, tab => tab.Value.Count), narrowed.Count) { Choices = FacetsOf(under, request.Only) };
    }

    /// <summary>Everybody under a tab, a hundred at a time as the reader takes them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Row>> AllAsync(Tab tab, string? sort, Filter only, Actor actor, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(only);

        var all = await EverybodyAsync(actor, stop);
        foreach (var some in Ordered(all.Tabs[tab].FindAll(c => Fits(c, only)), sort).ToList().Chunk(Together))
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
        var spells = await AllocatedAsync(actor, today, stop);
        List<PersonId> people = [.. spells.Keys];
        Dictionary<PersonId, List<PersonId>> records = [];
        Dictionary<PersonId, Standing> standings = [];
        Dictionary<PersonId, DateOnly> due = [];
        HashSet<PersonId> spoken = [];
        foreach (var some in people.Chunk(CaseHistories.MostPeople))
        {
            var own = await MergedRecords.OfAsync(db, some, stop);
            foreach (var (person, ids) in own)
            {
                records[person] = ids;
            }

            spoken.UnionWith(await SpokenToAsync(own, now.AddDays(-SilentDays), stop));
            foreach (var standing in await db.Standings.Where(s => some.Contains(s.PersonId)).ToListAsync(stop))
            {
                standings[standing.PersonId] = standing;
            }

            if (actor.Has(Verb.ReadDueItems))
            {
                foreach (var next in await OpenItems(some, actor.Role).GroupBy(i => i.PersonId).Select(g => new { g.Key, On = g.Min(i => i.EffectiveDueOn) }).ToListAsync(stop))
                {
                    due[next.Key] = next.On;
                }
            }
        }

        var names = await PeopleNames.OfAsync(db, people, stop);
        var maySort = actor.Role is not Role.KeyWorker;   // the level of risk is not for every reader: nothing of the list tells it
        List<Case> cases = [.. people.Select(p => new Case(p, names[p], spells[p].Since, RoleOf(actor.Role, spells[p].Part, standings.GetValueOrDefault(p)), standings.GetValueOrDefault(p),
            due.TryGetValue(p, out var on) ? on : null, maySort ? standings.GetValueOrDefault(p)?.Rosh : null))];
        return new(now, records, new Dictionary<Tab, List<Case>>
        {
            [Tab.All] = cases,
            [Tab.New] = cases.FindAll(c => c.Since > today.AddDays(-NewDays)),
            [Tab.Releases] = cases.FindAll(c => c.Standing?.EarliestRelease is { } on && on >= today && on <= today.AddDays(ReleaseDays)),
            [Tab.Handovers] = cases.FindAll(c => IsInHandover(c.Standing, today)),
            [Tab.Parole] = cases.FindAll(c => c.Standing?.NextParole is not null),
            [Tab.NoContact] = cases.FindAll(c => !spoken.Contains(c.PersonId)),
        });
    }

    private static bool IsInHandover(Standing? standing, DateOnly today) => standing is { Prison: not null, Handover: { } handover }
        && (standing.Responsibility is Responsibility.CustodyWithCom || HandoverWork.IsUpcoming(standing.Responsibility, handover, today));

    private static CaseRole RoleOf(Role role, ManagerPart part, Standing? standing) => (part, role, standing?.Responsibility) switch
    {
        (ManagerPart.CoWorking, _, _) => CaseRole.CoWorking,
        (ManagerPart.Cover, _, _) => CaseRole.Cover,
        (_, Role.KeyWorker, _) => CaseRole.Supporting,
        (_, Role.Com, _) when standing is { Prison: null } => CaseRole.Responsible,
        (_, _, null) => CaseRole.NotKnown,
        (_, Role.Com, Responsibility.Community) => CaseRole.Responsible,
        (_, Role.Pom, Responsibility.CustodyOnly or Responsibility.CustodyWithCom) => CaseRole.Responsible,
        _ => CaseRole.Supporting,
    };

    private async Task<Dictionary<PersonId, (DateOnly Since, ManagerPart Part)>> AllocatedAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        var spells = await SpellsOf(db, actor.StaffId, actor.Role, today).Select(m => new { m.PersonId, m.ValidFrom, m.Part }).ToListAsync(stop);
        var survivors = await Survivors.OfAsync(db, [.. spells.Select(s => s.PersonId).Distinct()], stop);
        var since = spells.GroupBy(s => survivors.GetValueOrDefault(s.PersonId, s.PersonId)).ToDictionary(g => g.Key, g => (g.Min(s => s.ValidFrom), g.Min(s => s.Part)));
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

    /// <summary>What is still to be done by somebody in this role and its day is known, but nothing that stands for victims or that protection alone reads.</summary>
    private IQueryable<DueItem> OpenItems(IReadOnlyCollection<PersonId> people, Role role) =>
        db.DueItems.Where(i => people.Contains(i.PersonId) && i.ReplacedAt == null && i.State == ItemState.Open && i.Responsible == role && i.MeasureGroup != StandardGroups.Victim && i.MeasureGroup != StandardGroups.PublicProtection);

    private static bool Fits(Case of, Filter only, FilterPart? but = null) =>
        (but is FilterPart.Role || only.Roles.Count == 0 || only.Roles.Contains(of.Role))
        && (but is FilterPart.Rosh || only.Rosh.Count == 0 || (of.Rosh is { } level && only.Rosh.Contains(level)))
        && (but is FilterPart.Tier || only.Tiers.Count == 0 || (of.TierLetter is { } tier && only.Tiers.Contains(tier)))
        && (but is FilterPart.Mappa || only.Mappa.Count == 0 || (of.Standing?.MappaLevel is { } mappa && only.Mappa.Contains(mappa)))
        && (only.ReleaseFrom is not { } from || of.Standing?.EarliestRelease >= from)
        && (only.ReleaseTo is not { } to || of.Standing?.EarliestRelease <= to);

    private static Facets FacetsOf(List<Case> cases, Filter only) => new(
        cases.Where(c => Fits(c, only, FilterPart.Role)).CountBy(c => c.Role).ToDictionary(),
        cases.Where(c => c.Rosh is not null && Fits(c, only, FilterPart.Rosh)).CountBy(c => c.Rosh!.Value).ToDictionary(),
        cases.Where(c => c.TierLetter is not null && Fits(c, only, FilterPart.Tier)).CountBy(c => c.TierLetter!, StringComparer.Ordinal).ToDictionary(),
        cases.Where(c => c.Standing?.MappaLevel is > 0 && Fits(c, only, FilterPart.Mappa)).CountBy(c => c.Standing!.MappaLevel!.Value).ToDictionary());

    private static IEnumerable<Case> Ordered(List<Case> cases, string? sort)
    {
        var byName = cases.OrderBy(c => c.Names.LastCommaFirst, StringComparer.Ordinal).ToList();
        return sort switch
        {
            "name" => byName,
            "-name" => Enumerable.Reverse(byName),
            "since" => byName.OrderBy(c => c.Since),
            "-since" => byName.OrderByDescending(c => c.Since),
            "tier" => byName.OrderBy(c => c.Tier ?? "~", StringComparer.Ordinal),
            "-tier" => byName.OrderByDescending(c => c.Tier ?? "", StringComparer.Ordinal),
            "date" => byName.OrderBy(c => c.Standing?.EarliestRelease ?? DateOnly.MaxValue),
            "-date" => byName.OrderByDescending(c => c.Standing?.EarliestRelease ?? DateOnly.MinValue),
            "-due" => byName.OrderByDescending(c => c.DueOn ?? DateOnly.MinValue),
            _ => byName.OrderBy(c => c.DueOn ?? DateOnly.MaxValue),
        };
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Case> chosen, Everybody all, Actor actor, CancellationToken stop)
    {
        if (chosen.Count == 0)
        {
            return [];
        }

        var today = all.Now.LondonDate;
        var people = chosen.ConvertAll(c => c.PersonId);
        var records = people.ToDictionary(p => p, p => all.Records[p]);
        var readers = await EntryReaders.OfManyAsync(db, records, actor, today, stop);
        var risk = await histories.LoadForRiskAsync(people, stop);
        var unknown = chosen.Where(c => c.Standing?.Where is null).Select(c => c.PersonId).ToList();   // not worked out yet
        var places = unknown.Count == 0 ? null : await histories.LoadForWhereaboutsAsync(unknown, stop);
        var ids = records.Values.SelectMany(r => r).ToList();
        var contacts = actor.Role is not Role.Com ? [] : (await db.Contacts.Current().Where(c => ids.Contains(c.PersonId) && c.HappenedAt <= all.Now).GroupBy(c => c.PersonId).Select(g => new { g.Key, At = g.Max(c => c.HappenedAt) }).ToListAsync(stop))
            .ToDictionary(c => c.Key, c => c.At);
        var due = chosen.Exists(c => c.DueOn is not null) ? (await OpenItems(people, actor.Role).ToListAsync(stop)).GroupBy(i => i.PersonId).ToDictionary(g => g.Key, g => g.MinBy(i => (i.EffectiveDueOn, i.Id.Value))!) : [];
        return [.. chosen.Select(c =>
        {
            var where = places?.GetValueOrDefault(c.PersonId)?.At(today, all.Now);
            var (of, reader) = (risk[c.PersonId].At(today, all.Now), readers[c.PersonId]);
            var last = records[c.PersonId].Where(contacts.ContainsKey).Select(id => (DateTimeOffset?)contacts[id]).Max();
            return new Row(
                c.PersonId, c.Names.Address, c.Names.LastCommaFirst, where?.WhereWords ?? c.Standing!.Where!, c.Since, DateOf(c.Standing, where),
                [.. reader.Visible(of.ActiveAlerts).Select(a => AlertCodes.Find(a.Code)?.Description ?? a.Unmapped ?? a.Code).Distinct(StringComparer.Ordinal)])
            {
                Rosh = of.RoshCommunity.HasValue && reader.MaySeeAll(of.RoshCommunity.From) ? of.RoshCommunity.Value : null,
                Role = c.Role,
                Standing = c.Standing,
                NextDue = due.GetValueOrDefault(c.PersonId),
                LastContact = last?.LondonDate,
            };
        })];
    }

    /// <summary>The release that lists show, else the next of the official dates.</summary>
    private static NamedDate? DateOf(Standing? standing, CaseFacts? where) =>
        standing is { EarliestRelease: { } on, EarliestReleaseCode: { } code } ? new(code, KeyDateKind.All.FirstOrDefault(kind => kind.Code == code)?.Name ?? code, on)
        : where is { NextKeyDate: { HasValue: true, Value: var next } } ? next : null;

    private enum FilterPart
    {
        Role,
        Rosh,
        Tier,
        Mappa,
    }

    /// <param name="DueOn">When the next thing is due.</param>
    /// <param name="Rosh">For narrowing the list; <see langword="null"/> where the actor may not know it.</param>
    private sealed record Case(PersonId PersonId, PeopleNames.PersonName Names, DateOnly Since, CaseRole Role, Standing? Standing, DateOnly? DueOn, RoshLevel? Rosh)
    {
        public string? Tier => Standing?.ShownTier;

        public string? TierLetter => Tier?[..1];
    }

    private sealed record Everybody(DateTimeOffset Now, Dictionary<PersonId, List<PersonId>> Records, IReadOnlyDictionary<Tab, List<Case>> Tabs);
}

/// <summary>What an offender manager is to a case, in words.</summary>
public static class CaseRoleWords
{
    extension(MyPeople.CaseRole role)
    {
        public string Words => role switch
        {
            MyPeople.CaseRole.Responsible => "Responsible",
            MyPeople.CaseRole.Supporting => "Supporting",
            MyPeople.CaseRole.CoWorking => "Co-working",
            MyPeople.CaseRole.Cover => "Cover",
            _ => "Not worked out",
        };
    }
}
