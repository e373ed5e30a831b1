using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>What is due of the people whom the actor works with: their own duties, those of their role, or those of their whole unit.</summary>
public sealed class MyTasks(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    private const int WeekDays = 7;

    /// <summary>Whose duties.</summary>
    public enum Whose
    {
        /// <summary>The actor's own, and those of their role and place that are nobody's by name.</summary>
        Mine,

        /// <summary>Everybody's in the same role at the same place.</summary>
        Role,

        /// <summary>All of the prison or team: for its managers.</summary>
        Team,
    }

    /// <summary>How things stand with them.</summary>
    public enum Standing
    {
        All,
        Overdue,

        /// <summary>Due in the next 7 days, today included.</summary>
        Week,

        /// <summary>Due today, or within the days before the due date that the rule calls soon.</summary>
        Soon,
        Upcoming,

        /// <summary>A fact is missing to know whether they are due.</summary>
        Undecided,
        Deferred,
    }

    public sealed record Request
    {
        public Whose Whose { get; init; }

        public Standing Standing { get; init; }

        /// <summary>Groups of standards; all where there are none.</summary>
        public IReadOnlyList<string> Groups { get; init; } = [];

        /// <summary>One family of standards.</summary>
        public string? Family { get; init; }

        /// <summary>In scope of the offender management model, or out of it; both where nothing is said.</summary>
        public bool? InScope { get; init; }

        /// <summary><c>due</c> or <c>name</c>, with a minus before it for the other way round; the order of urgency unless said.</summary>
        public string? Sort { get; init; }

        /// <summary>All of one person together.</summary>
        public bool ByPerson { get; init; }

        /// <summary>From 1.</summary>
        public int Number { get; init; } = 1;

        public int Size { get; init; } = 25;
    }

    /// <param name="Item">What is kept of it.</param>
    /// <param name="Rule"><see langword="null"/> where the rule set in use no longer has it.</param>
    public sealed record Row(DueItem Item, string Address, string LastCommaFirst, StandardRule? Rule, DueState State, string? Owner)
    {
        public string Title => Rule?.Title ?? StandardGroups.Words(Item.Family);
    }

    /// <param name="Counts">How many there are in each state, under the other filters.</param>
    /// <param name="Groups">How many there are in each group of standards, in the state that was asked for.</param>
    public sealed record Page(
        IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<Standing, int> Counts, IReadOnlyDictionary<string, int> Groups, (int In, int Out) Scope, Whose Whose);

    /// <summary>Counts for the first page and the navigation, each up to <see cref="Counting.Most"/> and one.</summary>
    public sealed record Counted(int Overdue, int Week);

    /// <summary>Whether standards make anything due of somebody in the role.</summary>
    public static bool IsFor(Role role) => role is Role.HeadOmu or Role.Spo || StandardsInUse.Engine.Rules.Rules.Any(rule => rule.Responsible == role);

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var whose = request.Whose is Whose.Team && !DueAccess.ManagesAUnit(actor) ? Whose.Mine : request.Whose;
        var mine = Of(whose, actor);
        if (request.Family is { } family)
        {
            mine = mine.Where(i => i.Family == family);
        }

        var groups = request.Groups.ToList();
        var filtered = groups.Count == 0 ? mine : mine.Where(i => groups.Contains(i.MeasureGroup));
        var scoped = request.InScope is { } scope ? filtered.Where(i => i.InScope == scope) : filtered;
        var standing = await CountsAsync(Ranked(scoped, today), stop);
        var byGroup = await Standing_(Ranked(request.InScope is { } inScope ? mine.Where(i => i.InScope == inScope) : mine, today), request.Standing)
            .GroupBy(r => r.Item.MeasureGroup).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var byScope = await Standing_(Ranked(filtered, today), request.Standing)
            .GroupBy(r => r.Item.InScope).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);

        var chosen = await Ordered(Standing_(Ranked(scoped, today), request.Standing), request)
            .Skip((request.Number - 1) * request.Size).Take(request.Size).Select(r => r.Item).ToListAsync(stop);
        return new(
            await RowsAsync(chosen, today, stop), standing[request.Standing], standing, byGroup,
            (byScope.Where(s => s.Key is true).Sum(s => s.Count), byScope.Where(s => s.Key is false).Sum(s => s.Count)), whose);
    }

    /// <summary>How many of the actor's own tasks are overdue, and how many are due in the next 7 days.</summary>
    public async Task<Counted> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var mine = Of(Whose.Mine, actor).Where(i => i.State == ItemState.Open);
        var week = today.AddDays(WeekDays - 1);
        return new(
            await mine.Where(i => i.EffectiveDueOn < today).CountUpToAsync(stop),
            await mine.Where(i => i.EffectiveDueOn >= today && i.EffectiveDueOn <= week && !i.IsDeferred).CountUpToAsync(stop));
    }

    /// <summary>How many of the actor's own tasks are overdue or due today: what the navigation says.</summary>
    public Task<int> CountPressingAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        return Of(Whose.Mine, actor).Where(i => i.State == ItemState.Open && (i.EffectiveDueOn < today || (i.EffectiveDueOn == today && !i.IsDeferred))).CountUpToAsync(stop);
    }

    /// <summary>The actor's own open tasks with a date, the earliest first, for a calendar.</summary>
    public async Task<IReadOnlyList<Row>> DatedAsync(Actor actor, int most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var items = await Of(Whose.Mine, actor).Where(i => i.State == ItemState.Open).OrderBy(i => i.EffectiveDueOn).ThenBy(i => i.Id).Take(most).ToListAsync(stop);
        return await RowsAsync(items, clock.GetUtcNow().LondonDate, stop);
    }

    /// <remarks>One's own are two sets, each with an index of its own: an "or" between them would read all of a prison. They are counted with every page.</remarks>
    private IQueryable<DueItem> Of(Whose whose, Actor actor)
    {
        var (staff, place) = (actor.StaffId, actor.Place);
        var roles = DueAccess.RolesOf(actor).Select(role => (Role?)role).ToList();
        var people = access.People(actor, Verb.ReadDueItems);
        var open = db.DueItems.Where(i => i.ReplacedAt == null && (i.State == ItemState.Open || i.State == ItemState.NotDetermined)).SeenBy(actor);
        return (whose switch
        {
            Whose.Team => open.Where(i => i.Place == place),
            Whose.Role => open.Where(i => i.Place == place && roles.Contains(i.Responsible)),
            _ => open.Where(i => i.ResponsibleStaff == staff && roles.Contains(i.Responsible))
                .Concat(open.Where(i => i.ResponsibleStaff == null && i.Place == place && roles.Contains(i.Responsible))),
        }).Where(i => people.Contains(i.PersonId));
    }

    /// <summary>The order of urgency: by the hour, then what keeps people safe, then the rest that is overdue, today, soon, later; then what
    /// cannot be decided yet and what is put off.</summary>
    private static IQueryable<RankedItem> Ranked(IQueryable<DueItem> items, DateOnly today)
    {
        var urgent = StandardGroups.Urgent.ToList();
        var week = today.AddDays(WeekDays - 1);
        return items.Select(i => new RankedItem
        {
            Item = i,
            Rank = i.State == ItemState.NotDetermined ? 6
                : i.EffectiveDueOn < today ? (i.DueAt != null ? 0 : urgent.Contains(i.MeasureGroup) ? 1 : 2)
                : i.IsDeferred ? 7
                : i.EffectiveDueOn == today ? 3
                : i.DueSoonFrom <= today ? 4
                : 5,
            IsThisWeek = i.State == ItemState.Open && !i.IsDeferred && i.EffectiveDueOn >= today && i.EffectiveDueOn <= week,
        });
    }

    private static IQueryable<RankedItem> Standing_(IQueryable<RankedItem> items, Standing standing) => standing switch
    {
        Standing.Overdue => items.Where(r => r.Rank <= 2),
        Standing.Week => items.Where(r => r.IsThisWeek),
        Standing.Soon => items.Where(r => r.Rank == 3 || r.Rank == 4),
        Standing.Upcoming => items.Where(r => r.Rank == 5),
        Standing.Undecided => items.Where(r => r.Rank == 6),
        Standing.Deferred => items.Where(r => r.Rank == 7),
        _ => items,
    };

    private static async Task<Dictionary<Standing, int>> CountsAsync(IQueryable<RankedItem> items, CancellationToken stop)
    {
        var ranks = await items.GroupBy(r => new { r.Rank, r.IsThisWeek }).Select(g => new { g.Key.Rank, g.Key.IsThisWeek, Count = g.Count() }).ToListAsync(stop);
        return Enum.GetValues<Standing>().ToDictionary(standing => standing, standing => ranks.Where(r => standing switch
        {
            Standing.Overdue => r.Rank <= 2,
            Standing.Week => r.IsThisWeek,
            Standing.Soon => r.Rank is 3 or 4,
            Standing.Upcoming => r.Rank is 5,
            Standing.Undecided => r.Rank is 6,
            Standing.Deferred => r.Rank is 7,
            _ => true,
        }).Sum(r => r.Count));
    }

    private IOrderedQueryable<RankedItem> Ordered(IQueryable<RankedItem> items, Request request)
    {
        var named = items.Select(r => new RankedItem
        {
            Item = r.Item,
            Rank = r.Rank,
            Name = db.Names.Current().Where(n => n.PersonId == r.Item.PersonId && n.Type == NameType.Current)
                .OrderByDescending(n => n.ValidFrom).Select(n => n.Last + ", " + n.First).FirstOrDefault(),
        });
        var ordered = (request.ByPerson, request.Sort) switch
        {
            (true, "-name") => named.OrderByDescending(r => r.Name).ThenBy(r => r.Item.PersonId).ThenBy(r => r.Rank).ThenBy(r => r.Item.EffectiveDueOn),
            (true, _) => named.OrderBy(r => r.Name).ThenBy(r => r.Item.PersonId).ThenBy(r => r.Rank).ThenBy(r => r.Item.EffectiveDueOn),
            (_, "name") => named.OrderBy(r => r.Name).ThenBy(r => r.Item.EffectiveDueOn),
            (_, "-name") => named.OrderByDescending(r => r.Name).ThenBy(r => r.Item.EffectiveDueOn),
            (_, "due") => items.OrderBy(r => r.Item.EffectiveDueOn),
            (_, "-due") => items.OrderByDescending(r => r.Item.EffectiveDueOn),
            _ => items.OrderBy(r => r.Rank).ThenBy(r => r.Item.EffectiveDueOn),
        };
        return ordered.ThenBy(r => r.Item.Id);
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<DueItem> items, DateOnly today, CancellationToken stop)
    {
        var names = await PeopleNames.OfAsync(db, [.. items.Select(i => i.PersonId).Distinct()], stop);
        var staff = await StaffNames.OfAsync(db, items.Select(i => i.ResponsibleStaff).OfType<StaffId>(), stop);
        return [.. items.Select(i => new Row(
            i, names[i.PersonId].Address, names[i.PersonId].LastCommaFirst, StandardRuleSet.InUse.Find(i.Rule), i.StateOn(today),
            OwnerOf(i, staff)))];
    }

    /// <summary>Whose it is: a name, else the role.</summary>
    internal static string? OwnerOf(DueItem item, StaffNames staff) =>
        item.ResponsibleStaff is { } id ? staff[id] : item.Responsible is { } role ? Roles.Of(role).Name : null;

    private sealed class RankedItem
    {
        public required DueItem Item { get; init; }

        public required int Rank { get; init; }

        public bool IsThisWeek { get; init; }

        public string? Name { get; init; }
    }
}
