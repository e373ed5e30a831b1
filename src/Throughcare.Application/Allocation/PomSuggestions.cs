using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Who could be the POM of a person: the recommended type with its why, the POMs of the prison in their order, and those who can not be chosen.</summary>
public sealed class PomSuggestions(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Recommended">The type, with its why.</param>
    /// <param name="Available">The best first.</param>
    /// <param name="Unavailable">Those of the prison who can not be chosen, with the reason.</param>
    /// <param name="Seen">The version of the allocation that this shows.</param>
    public sealed record Page(Explained<RecommendedPom> Recommended, IReadOnlyList<RankedPom> Available, IReadOnlyList<(PomCandidate Pom, string Why)> Unavailable, int Seen)
    {
        public required CaseInHand Case { get; init; }

        /// <summary>Codes of what an allocation lacks; nothing can be chosen until it is there.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];

        /// <summary>The person is held at the prison of whoever asks.</summary>
        public bool IsHeldHere { get; init; }
    }

    /// <summary>What of the case stands beside the choice.</summary>
    public sealed record CaseInHand(string Name, string? Tier, RoshLevel? Rosh, string? Role, DateOnly? ArrivedOn, (string Code, DateOnly On)? Release, Explained<AllocationTiming> Due)
    {
        /// <summary>With its why.</summary>
        public required Explained<HomeArea> HomeArea { get; init; }

        public string? Pom { get; init; }

        public string? CoWorker { get; init; }

        public string? Com { get; init; }

        public DateOnly? Handover { get; init; }

        public ComplexityOfNeed? Complexity { get; init; }

        /// <summary>The last three who had the case before.</summary>
        public IReadOnlyList<PomTerm> Recent { get; init; } = [];

        /// <summary>What the case calls for, in words.</summary>
        public IReadOnlyList<string> CallsFor { get; init; } = [];
    }

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var at = clock.GetUtcNow();
        var today = at.LondonDate;
        if (await AllocationNow.LoadAsync(histories, person, at, stop) is not { } now)
        {
            return null;
        }

        var facts = now.Facts;
        var strategy = await AllocationNow.StrategyAsync(db, today, stop);
        var standing = await db.Standings.SingleOrDefaultAsync(s => s.PersonId == now.PersonId, stop);
        var roster = await PomRoster.OfAsync(db, actor.Place, today, stop);
        var name = facts.Name is { HasValue: true, Value: { } called } ? $"{called.First} {called.Last}".Trim() : "this person";
        var recommended = PomRecommendation.For(now.ToRecommend(standing), strategy, name);

        var before = now.History.Managers.Where(m => m is { ReplacedAt: null, Withdrawn: false, Role: Role.Pom, Part: ManagerPart.Primary, StaffId: not null, ValidTo: not null } && m.Place == actor.Place)
            .GroupBy(m => m.StaffId!.Value).ToDictionary(g => g.Key, g => g.Max(m => m.ValidTo!.Value));
        var (pom, coWorker) = (now.Pom?.StaffId, now.Of(Role.Pom, ManagerPart.CoWorking)?.StaffId);
        var candidates = roster.ConvertAll(c => before.TryGetValue(c.Staff, out var until) ? c with { ManagedUntil = until } : c);
        var ranked = new RankedPerson(recommended.Value.Type, Needs(facts), facts.HomeArea.Value.Pdu, today);

        return new(
            recommended,
            PomRanking.Of(candidates.Where(c => PomRanking.IsEligible(c, pom, coWorker)), ranked),
            [.. candidates.Where(c => !PomRanking.IsEligible(c, pom, coWorker)).OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c, c.Staff == pom ? "Is the POM now" : c.Staff == coWorker ? "Is the co-working POM now" : PomWords.Of(c.Status)))],
            now.Version)
        {
            Missing = facts.MissingForAllocation(strategy),
            IsHeldHere = now.Prison == actor.Place,
            Case = new(
                name, facts.AllocationTier.Value, facts.AllocationRosh.HasValue ? facts.AllocationRosh.Value : null,
                ResponsibilityRules.PomRole(standing?.Responsibility),
                facts.AllocationArrival.HasValue ? facts.AllocationArrival.Value : null, standing is { EarliestRelease: { } on, EarliestReleaseCode: { } code } ? (code, on) : null, facts.AllocationDue)
            {
                HomeArea = facts.HomeArea,
                Pom = now.Pom?.Name,
                CoWorker = now.Of(Role.Pom, ManagerPart.CoWorking)?.Name,
                Com = facts.Com.Value?.Name,
                Handover = standing?.Handover,
                Complexity = standing?.Complexity,
                Recent = RecentPoms.Of(now.History.Managers.Where(m => m.ReplacedAt is null)),
                CallsFor = [.. ranked.Specialisms.Select(PomWords.Of)],
            },
        };
    }

    /// <summary>The specialisms that a case calls for.</summary>
    private static List<PomSpecialism> Needs(CaseFacts facts)
    {
        List<PomSpecialism> needs = [];
        Add(PomSpecialism.Ppo, facts.IsPpo.Value);
        Add(PomSpecialism.HighRosh, facts.AllocationRosh is { HasValue: true, Value: >= RoshLevel.High });
        Add(PomSpecialism.SexualOffence, facts.HasSexualOffenceEver.Value || facts.IsRegisteredSexualOffender.Value);
        Add(PomSpecialism.DomesticAbuseSpoc, facts.HasDomesticAbuse.Value);
        Add(PomSpecialism.Indeterminate, facts.IsIndeterminate.Value);
        Add(PomSpecialism.ForeignNational, facts.IsForeignNational.Value);
        Add(PomSpecialism.YoungAdult, facts.IsYoungAdult.Value);
        Add(PomSpecialism.Terrorism, facts.HasTerrorismOffence.Value);
        Add(PomSpecialism.ComplexNeed, facts.IsHighComplexity.Value);
        return needs;

        void Add(PomSpecialism specialism, bool applies)
        {
            if (applies)
            {
                needs.Add(specialism);
            }
        }
    }
}
