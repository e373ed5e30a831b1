using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The workload of community offender managers in points, and what it would be with one more case.</summary>
public sealed class WorkloadOf(ThroughcareDb db, AccessPolicy access, CaseHistories histories, TimeProvider clock)
{
    /// <summary>Days over which court reports and contacts count.</summary>
    private const int Days = 30;

    /// <param name="Available">Points that the hours left after reductions give.</param>
    /// <param name="Total">What the points consist of.</param>
    /// <param name="Cases">Every case with its type, tier and points.</param>
    public sealed record One(StaffId Staff, string Name, StaffGrade Grade, decimal ContractedHours, decimal AvailableHours, int Available, WorkloadTotal Total, IReadOnlyList<Case> Cases)
    {
        public WorkloadCapacity Capacity => WorkloadCapacity.Of(Total.Points, Available);

        public IReadOnlyList<WorkReduction> Reductions { get; init; } = [];

        public IReadOnlyList<CourtReport> Reports { get; init; } = [];

        /// <summary>The version of grade and hours; 0 where none are set.</summary>
        public int HoursVersion { get; init; }
    }

    /// <param name="Points"><see langword="null"/> where no table knows the tier.</param>
    public sealed record Case(PersonId PersonId, WorkloadCaseType Type, string? Tier, int? Points)
    {
        /// <summary>A young adult in transition.</summary>
        public bool IsTransition { get; init; }

        /// <summary>Why it asks for less work.</summary>
        public CaseInactivity Inactivity { get; init; }
    }

    /// <param name="Now">As it is.</param>
    /// <param name="After">As it would be with the case.</param>
    public sealed record Projection(WorkloadCapacity Now, WorkloadCapacity After)
    {
        /// <summary>It is known what the case would count.</summary>
        public bool IsScored { get; init; } = true;
    }

    /// <returns><see langword="null"/> for somebody who is not known, or works where the actor does not manage staff.</returns>
    public async Task<One?> OneAsync(StaffId staff, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var member = await db.Staff.SingleOrDefaultAsync(s => s.Id == staff, stop);
        return member is null || !(staff == actor.StaffId || Manages(actor, member.Place)) ? null : (await OfAsync([member], stop))[0];
    }

    /// <summary>Community offender managers of the actor's place, by name.</summary>
    public async Task<IReadOnlyList<One>> TeamAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var members = await db.Staff.Where(s => s.Role == Role.Com).ToListAsync(stop);
        return await OfAsync([.. members.Where(m => Manages(actor, m.Place)).OrderBy(m => m.Name, StringComparer.Ordinal)], stop);
    }

    /// <summary>What the workload of somebody would be with a case. Nothing is said where it is not known what the case would count.</summary>
    public async Task<Projection?> IfGivenAsync(StaffId staff, PersonId person, CancellationToken stop)
    {
        if (await db.Staff.SingleOrDefaultAsync(s => s.Id == staff, stop) is not { } member)
        {
            return null;
        }

        return (await IfGivenAsync([member], person, stop))[member.Id] is { IsScored: true } given ? given : null;
    }

    /// <summary>What the workload of each of an office's COMs would be with a case. Where it is not known what the case would count, it stays as it is.</summary>
    public async Task<IReadOnlyDictionary<StaffId, Projection>> IfGivenAtAsync(PlaceCode office, PersonId person, CancellationToken stop) =>
        await IfGivenAsync(await db.Staff.Where(s => s.Place == office && s.Role == Role.Com).ToListAsync(stop), person, stop);

    internal async Task<Dictionary<StaffId, Projection>> IfGivenAsync(IReadOnlyList<StaffMember> members, PersonId person, CancellationToken stop)
    {
        var points = (await CasesAsync([person], stop)).GetValueOrDefault(person)?.Points;
        return (await OfAsync(members, stop)).ToDictionary(own => own.Staff, own => points is not { } counts
            ? new Projection(own.Capacity, own.Capacity) { IsScored = false }
            : new Projection(own.Capacity, own.Capacity.With(own.Cases.FirstOrDefault(c => c.PersonId == person)?.Points ?? 0, counts)));
    }

    /// <summary>The people of a workload whom the reader may open, by name.</summary>
    public async Task<IReadOnlyDictionary<PersonId, (string Address, string LastCommaFirst)>> NamesAsync(One one, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(one);

        var people = one.Cases.Select(c => c.PersonId).ToList();
        var reached = people.Count == 0 ? [] : await access.People(actor, Verb.ReadRecord).Where(p => people.Contains(p)).ToListAsync(stop);
        var names = await PeopleNames.OfAsync(db, reached, stop);
        return reached.ToDictionary(p => p, p => (names[p].Address, names[p].LastCommaFirst));
    }

    /// <summary>Whether somebody manages the staff of a place: of their own, of units beneath it, and of their region's units where theirs is a region.</summary>
    public static bool Manages(Actor actor, PlaceCode place)
    {
        ArgumentNullException.ThrowIfNull(actor);

        return actor.Has(Verb.ManageStaffCapacity)
            && (actor.Place == place || Places.PduOfTeam(place.Text)?.Code == actor.Place.Text || (ProbationPlaces.Find(place.Text) ?? Places.PduOfTeam(place.Text))?.ParentCode == actor.Place.Text);
    }

    internal async Task<List<One>> OfAsync(IReadOnlyList<StaffMember> members, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var from = today.AddDays(-Days);
        var ids = members.Select(m => m.Id).ToList();
        var hours = await db.StaffHours.Where(h => ids.Contains(h.Staff) && h.ReplacedAt == null).ToDictionaryAsync(h => h.Staff, stop);
        var reductions = (await db.WorkReductions.Where(r => ids.Contains(r.Staff) && r.ReplacedAt == null).ToListAsync(stop)).ToLookup(r => r.Staff);
        var reports = (await db.CourtReports.Where(r => ids.Contains(r.Staff) && r.CompletedOn > from && r.CompletedOn <= today).ToListAsync(stop)).ToLookup(r => r.Staff);
        var nullable = ids.ConvertAll(id => (StaffId?)id);
        var held = await db.Managers.Current()
            .Where(m => nullable.Contains(m.StaffId) && m.Role == Role.Com && m.Part == ManagerPart.Primary && m.ValidFrom <= today && (m.ValidTo == null || m.ValidTo >= today))
            .Select(m => new { m.StaffId, m.PersonId }).Distinct().ToListAsync(stop);
        Dictionary<PersonId, Case> cases = [];
        foreach (var some in held.Select(h => h.PersonId).Distinct().Chunk(CaseHistories.MostPeople))
        {
            foreach (var (person, one) in await CasesAsync(some, stop))
            {
                cases[person] = one;
            }
        }

        var contacts = await ContactsAsync(ids, [.. cases.Keys], held.ToLookup(h => h.PersonId, h => h.StaffId!.Value), from, stop);
        var own = held.ToLookup(h => h.StaffId!.Value, h => h.PersonId);
        return [.. members.Select(member =>
        {
            var set = hours.GetValueOrDefault(member.Id);
            var grade = set?.Grade ?? StaffHours.GradeOf(member.Grade);
            var contracted = set?.ContractedHours ?? WorkloadSettings.HoursOf(grade);
            var reduced = reductions[member.Id].Where(r => r.StatusOn(today) is ReductionStatus.Active).Sum(r => r.Hours);
            List<Case> mine = [.. own[member.Id].Distinct().Select(cases.GetValueOrDefault).OfType<Case>()];
            var (forOthers, byOthers) = contacts(member.Id);
            return new One(
                member.Id, PomSpells.LastFirst(member.Name), grade, contracted, Math.Max(0, contracted - reduced),
                WorkloadCapacity.AvailablePoints(WorkloadSettings.TargetOf(grade), WorkloadSettings.HoursOf(grade), contracted - reduced),
                WorkloadPoints.Total(new()
                {
                    Cases = [.. mine.GroupBy(c => (c.Type, c.Tier, c.IsTransition, c.Inactivity)).OrderBy(g => g.Key.Type).ThenBy(g => g.Key.Tier, StringComparer.Ordinal).ThenBy(g => g.Key.IsTransition).ThenBy(g => g.Key.Inactivity)
                        .Select(g => new WorkloadCase(g.Count(), g.Key.Type, g.Key.Tier) { IsTransition = g.Key.IsTransition, Inactivity = g.Key.Inactivity })],
                    StandardReports = reports[member.Id].Count(r => r.Kind is CourtReportKind.Standard),
                    FastReports = reports[member.Id].Count(r => r.Kind is CourtReportKind.Fast),
                    ForOthers = forOthers,
                    ByOthers = byOthers,
                }), mine)
            {
                Reductions = [.. reductions[member.Id].OrderByDescending(r => r.Start).ThenBy(r => r.Id.Value)],
                Reports = [.. reports[member.Id].OrderByDescending(r => r.CompletedOn)],
                HoursVersion = set?.Version ?? 0,
            };
        })];
    }

    /// <summary>Type and tier of cases. Probation's own tier comes before the one that is worked out.</summary>
    private async Task<Dictionary<PersonId, Case>> CasesAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var facts = await histories.LoadForWhereaboutsAsync(people, stop);
        var asked = people.ToList();
        var worked = await db.Standings.Where(s => asked.Contains(s.PersonId)).Select(s => new { s.PersonId, s.Tier }).ToDictionaryAsync(s => s.PersonId, s => s.Tier, stop);
        var recorded = (await db.RecordedTiers.Current().TrueOn(today).Where(t => asked.Contains(t.PersonId)).ToListAsync(stop))
            .Where(t => t.Tier is [>= 'A' and <= 'D', >= '0' and <= '3'] or [>= 'A' and <= 'D', >= '0' and <= '3', 'S']).GroupBy(t => t.PersonId).ToDictionary(g => g.Key, g => g.MaxBy(t => t.ValidFrom)!.Tier);
        var marks = (await db.WorkloadMarks.Current().TrueOn(today).Where(m => asked.Contains(m.PersonId)).ToListAsync(stop))
            .GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.MaxBy(m => m.ValidFrom)!);
        return facts.ToDictionary(pair => pair.Key, pair =>
        {
            var of = pair.Value.At(today, now);
            var type = of.RulePlace is { HasValue: true, Value: RulePlace.Custody } ? WorkloadCaseType.Custody
                : of.SupervisionKind.Value is SupervisionKind.Licence or SupervisionKind.Pss ? WorkloadCaseType.Licence
                : WorkloadCaseType.Community;
            var tier = recorded.GetValueOrDefault(pair.Key) ?? worked.GetValueOrDefault(pair.Key);
            var mark = marks.GetValueOrDefault(pair.Key);
            var counted = new WorkloadCase(1, type, tier) { IsTransition = mark?.IsTransition is true, Inactivity = mark?.Inactivity ?? CaseInactivity.None };
            return new Case(pair.Key, type, tier, WorkloadPoints.OfOne(counted)) { IsTransition = counted.IsTransition, Inactivity = counted.Inactivity };
        });
    }

    /// <summary>What each did for cases of others, and others for theirs, of the kinds that count points.</summary>
    private async Task<Func<StaffId, (IReadOnlyList<WorkloadContact> ForOthers, IReadOnlyList<WorkloadContact> ByOthers)>> ContactsAsync(
        List<StaffId> staff, List<PersonId> people, ILookup<PersonId, StaffId> holders, DateOnly from, CancellationToken stop)
    {
        var codes = WorkloadPoints.ContactCodes.ToList();
        var since = London.At(from.AddDays(1), TimeOnly.MinValue);
        var done = await db.Contacts.Current().Where(c => codes.Contains(c.Type) && c.HappenedAt >= since && (staff.Contains(c.AuthorId) || people.Contains(c.PersonId)))
            .Select(c => new { c.PersonId, c.AuthorId, c.Type }).ToListAsync(stop);
        var others = done.Select(c => c.PersonId).Where(p => !holders.Contains(p)).Distinct().ToList();
        var held = (await db.Managers.Current().Where(m => others.Contains(m.PersonId) && m.Role == Role.Com && m.Part == ManagerPart.Primary && m.ValidTo == null && m.StaffId != null)
            .Select(m => new { m.PersonId, m.StaffId }).ToListAsync(stop)).ToLookup(m => m.PersonId, m => m.StaffId!.Value);
        return id => (
            [.. done.Where(c => c.AuthorId == id && !Holds(c.PersonId, id)).GroupBy(c => c.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new WorkloadContact(g.Count(), g.Key))],
            [.. done.Where(c => c.AuthorId != id && Holds(c.PersonId, id)).GroupBy(c => c.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new WorkloadContact(g.Count(), g.Key))]);

        bool Holds(PersonId person, StaffId id) => holders[person].Contains(id) || held[person].Contains(id);
    }
}
