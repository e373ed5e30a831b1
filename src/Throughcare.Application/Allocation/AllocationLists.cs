using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The cases of a prison that are in scope: to be allocated, lacking something, or allocated.</summary>
public sealed class AllocationLists(ThroughcareDb db, AccessPolicy access, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Tier">A letter.</param>
    /// <param name="Status">How the allocation stands against its time.</param>
    /// <param name="IsResponsible">Only those whom the POM leads, or only those whom they support.</param>
    /// <param name="Sort"><c>name</c>, <c>tier</c>, <c>arrived</c>, <c>due</c>, <c>release</c> or <c>handover</c>, with a minus before it for the other way round.</param>
    /// <param name="Number">From 1.</param>
    public sealed record Request(AllocationList List, char? Tier = null, AllocationStatus? Status = null, bool? IsResponsible = null, string? Sort = null, int Number = 1, int Size = 25);

    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst)
    {
        public string? Tier { get; init; }

        public RoshLevel? Rosh { get; init; }

        public ComplexityOfNeed? Complexity { get; init; }

        /// <summary>"Responsible" or "Supporting"; <see langword="null"/> where it is not worked out.</summary>
        public string? Role { get; init; }

        public DateOnly? ArrivedOn { get; init; }

        public int? WorkingDaysSinceArrival { get; init; }

        public int? DaysWaiting { get; init; }

        public required Explained<AllocationTiming> Due { get; init; }

        public DateOnly? Release { get; init; }

        public string? ReleaseCode { get; init; }

        public DateOnly? Handover { get; init; }

        public PlaceCode? HomeArea { get; init; }

        public HomeAreaSource? HomeAreaFrom { get; init; }

        public string Note { get; init; } = "";

        public string? Pom { get; init; }

        public DateOnly? PomSince { get; init; }

        /// <summary>Only the co-worker is left.</summary>
        public string? CoWorker { get; init; }

        /// <summary>Codes.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];
    }

    /// <param name="Counts">Of each list, without filters.</param>
    /// <param name="Total">Of the list that was asked for, with them.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, IReadOnlyDictionary<AllocationList, int> Counts, int Total)
    {
        /// <summary>Allocated in time, of all who are in scope; <see langword="null"/> where nobody is.</summary>
        public int? PercentInTime { get; init; }

        public bool IsWomensPrison { get; init; }
    }

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var all = await CasesAsync(actor, today, stop);
        var lists = all.ToLookup(c => c.List);
        var found = lists[request.List].Where(c =>
            (request.Tier is null || c.Standing.Tier is [var letter, ..] && letter == request.Tier)
            && (request.Status is null || c.Due.Value.Status == request.Status)
            && (request.IsResponsible is null || (c.Standing.Responsibility is { } who && (who is not Responsibility.Community) == request.IsResponsible))).ToList();
        Dictionary<PersonId, PeopleNames.PersonName> names = [];
        foreach (var some in found.ConvertAll(c => c.Standing.PersonId).Chunk(CaseHistories.MostPeople))
        {
            var of = await PeopleNames.OfAsync(db, [.. some], stop);
            foreach (var person in some)
            {
                names[person] = of[person];
            }
        }

        var chosen = Ordered(found, names, request.Sort).Skip((request.Number - 1) * request.Size).Take(request.Size).ToList();
        var notes = request.List is AllocationList.Allocated ? [] : await NotesAsync(chosen, actor.Place, today, now, stop);
        return new(
            [.. chosen.Select(c => RowOf(c, names[c.Standing.PersonId], notes.GetValueOrDefault(c.Standing.PersonId), today))],
            Enum.GetValues<AllocationList>().ToDictionary(list => list, list => lists[list].Count()), found.Count)
        {
            PercentInTime = AllocationPerformance.Percent(all.Count(c => c.Due.Value.Status is AllocationStatus.Met), all.Count),
            IsWomensPrison = Establishments.Find(actor.Place.Text)?.Sex == "F",
        };
    }

    /// <summary>How many are on each list.</summary>
    public async Task<IReadOnlyDictionary<AllocationList, int>> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var lists = (await CasesAsync(actor, clock.GetUtcNow().LondonDate, stop)).CountBy(c => c.List).ToDictionary();
        return Enum.GetValues<AllocationList>().ToDictionary(list => list, list => lists.GetValueOrDefault(list));
    }

    private async Task<List<Case>> CasesAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var place = actor.Place;
        var people = access.People(actor, Verb.ReadRecord);
        var standings = await db.Standings.Where(s => s.Prison == place && s.IsInScope == true && people.Contains(s.PersonId)).ToListAsync(stop);
        var needsRosh = await AllocationNow.StrategyAsync(db, today, stop) is RecommendationStrategy.Rosh;
        var held = db.Standings.Where(s => s.Prison == place && s.IsInScope == true).Select(s => s.PersonId);
        var spells = (await db.Managers.Current()
            .Where(m => m.Role == Role.Pom && m.Part != ManagerPart.Cover && m.ValidTo == null && (m.Place == place || m.Place == null) && m.Name != DecideCase.Unallocated && held.Contains(m.PersonId))
            .Select(m => new Spell(m.PersonId, m.Part, m.Name, m.ValidFrom)).ToListAsync(stop)).ToLookup(s => s.PersonId);
        return
        [
            .. standings.Select(standing =>
            {
                var pom = spells[standing.PersonId].Where(s => s.Part is ManagerPart.Primary).MaxBy(s => s.From);
                string[] missing = standing.Missing?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [];
                if (needsRosh && standing.Rosh is null && !missing.Contains(AllocationNeeds.RoshMissing))
                {
                    missing = [.. missing, AllocationNeeds.RoshMissing];   // where cases stand is kept whatever the strategy
                }

                return new Case(
                    standing, pom is not null ? AllocationList.Allocated : missing.Length == 0 ? AllocationList.Unallocated : AllocationList.MissingInformation, pom,
                    spells[standing.PersonId].FirstOrDefault(s => s.Part is ManagerPart.CoWorking), missing, AllocationClock.For(standing.ArrivedOn, pom?.From, today));
            }),
        ];
    }

    private static Row RowOf(Case found, PeopleNames.PersonName name, (string Note, DateOnly? RemovedOn) note, DateOnly today)
    {
        var standing = found.Standing;
        return new(standing.PersonId, name.Address, name.LastCommaFirst)
        {
            Tier = standing.Tier,
            Rosh = standing.Rosh,
            Complexity = standing.Complexity,
            Role = ResponsibilityRules.PomRole(standing.Responsibility),
            ArrivedOn = standing.ArrivedOn,
            WorkingDaysSinceArrival = AllocationClock.WorkingDaysSince(standing.ArrivedOn, today),
            DaysWaiting = AllocationClock.DaysWaiting(standing.ArrivedOn, note.RemovedOn, today),
            Due = found.Due,
            Release = standing.EarliestRelease,
            ReleaseCode = standing.EarliestReleaseCode,
            Handover = standing.Handover,
            HomeArea = standing.HomeArea,
            HomeAreaFrom = standing.HomeAreaFrom,
            Note = note.Note ?? "",
            Pom = found.Pom?.Name,
            PomSince = found.Pom?.From,
            CoWorker = found.CoWorker?.Name,
            Missing = found.Missing,
        };
    }

    private async Task<Dictionary<PersonId, (string Note, DateOnly? RemovedOn)>> NotesAsync(List<Case> chosen, PlaceCode place, DateOnly today, DateTimeOffset now, CancellationToken stop)
    {
        var people = chosen.ConvertAll(c => c.Standing.PersonId);
        if (people.Count == 0)
        {
            return [];
        }

        var known = await histories.LoadForWhereaboutsAsync(people, stop);
        return people.Where(known.ContainsKey).ToDictionary(person => person, person =>
        {
            var facts = known[person].At(today, now);
            var last = facts.Managers.Where(m => m is { Role: Role.Pom, Part: ManagerPart.Primary, ValidTo: not null } && m.Place == place && m.Name != DecideCase.Unallocated).MaxBy(m => m.ValidTo);
            return (AllocationNotes.Of(last?.Name, facts.IsRecalled.Value, facts.HasEarlierStayAnywhere.Value, facts.HasEarlierStayHere.Value), last?.ValidTo);
        });
    }

    private static IEnumerable<Case> Ordered(List<Case> found, Dictionary<PersonId, PeopleNames.PersonName> names, string? sort)
    {
        string Name(Case c) => names[c.Standing.PersonId].LastCommaFirst;
        var byName = found.OrderBy(Name, StringComparer.Ordinal).ThenBy(c => c.Standing.PersonId).ToList();
        return sort switch
        {
            "name" => byName,
            "-name" => Enumerable.Reverse(byName),
            "tier" => byName.OrderBy(c => c.Standing.Tier ?? "~", StringComparer.Ordinal),
            "-tier" => byName.OrderByDescending(c => c.Standing.Tier ?? "", StringComparer.Ordinal),
            "arrived" => byName.OrderBy(c => c.Standing.ArrivedOn ?? DateOnly.MaxValue),
            "-arrived" => byName.OrderByDescending(c => c.Standing.ArrivedOn ?? DateOnly.MinValue),
            "release" => byName.OrderBy(c => c.Standing.EarliestRelease ?? DateOnly.MaxValue),
            "-release" => byName.OrderByDescending(c => c.Standing.EarliestRelease ?? DateOnly.MinValue),
            "handover" => byName.OrderBy(c => c.Standing.Handover ?? DateOnly.MaxValue),
            "-handover" => byName.OrderByDescending(c => c.Standing.Handover ?? DateOnly.MinValue),
            "-due" => byName.OrderByDescending(c => c.Due.Value.DueOn ?? DateOnly.MinValue),
            _ => byName.OrderByDescending(c => c.Due.Value.Status is AllocationStatus.Overdue).ThenBy(c => c.Due.Value.DueOn ?? DateOnly.MaxValue).ThenBy(c => c.Standing.Tier ?? "~", StringComparer.Ordinal),
        };
    }

    private sealed record Spell(PersonId PersonId, ManagerPart Part, string Name, DateOnly From);

    private sealed record Case(Standing Standing, AllocationList List, Spell? Pom, Spell? CoWorker, IReadOnlyList<string> Missing, Explained<AllocationTiming> Due);
}
