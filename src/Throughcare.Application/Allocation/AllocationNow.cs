using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>How a person is allocated at an instant: what decisions about it read.</summary>
/// <param name="Record">The one record of the allocation; <see langword="null"/> for somebody who was never allocated here.</param>
/// <param name="Running">The spells of managers that run, of any role and part.</param>
internal sealed record AllocationNow(PersonId PersonId, AllocationRecord? Record, IReadOnlyList<ManagerAssignment> Running, CaseHistory History, CaseFacts Facts)
{
    /// <summary>0 for somebody without a record: what a form sends back to say what it showed.</summary>
    public int Version => Record?.Version ?? 0;

    /// <summary>The prison that holds the person.</summary>
    public PlaceCode? Prison => Facts.EstablishmentCode is { HasValue: true, Value: var place } ? place : null;

    /// <summary>The POM of today, as the spells say it: a file may have named one without an allocation here.</summary>
    public ManagerAssignment? Pom => Of(Role.Pom, ManagerPart.Primary) is { Name: not DecideCase.Unallocated } pom && (pom.Place is null || Prison is null || pom.Place == Prison) ? pom : null;

    public ManagerAssignment? Of(Role role, ManagerPart part) => Running.Where(m => m.Role == role && m.Part == part).MaxBy(m => m.ValidFrom);

    /// <summary>The allocation stands at the prison that holds the person now.</summary>
    public bool IsAllocatedHere => Record is not null && Record.Prison == Prison && AllocationMoves.StateOf(Record) is not AllocationState.None;

    /// <summary>What the recommendation reads. An override decides who leads, else what was worked out and kept.</summary>
    /// <param name="standing">Where the case stands, as kept.</param>
    public RecommendationInput ToRecommend(Standing? standing) => new(
        Facts.IsImmigrationDetainee.Value, IsPomResponsible(standing), Facts.AllocationTier.Value, Facts.AllocationRosh.HasValue ? Facts.AllocationRosh.Value : null);

    private bool IsPomResponsible(Standing? standing) =>
        History.ResponsibilityOverrides.FirstOrDefault(o => o is { ReplacedAt: null, Withdrawn: false, ValidTo: null }) is { } by
            ? by.Side is ResponsibilitySide.Prison
            : (standing?.Responsibility ?? Facts.Responsibility.Value) is not Responsibility.Community;

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public static async Task<AllocationNow?> LoadAsync(CaseHistories histories, PersonId person, DateTimeOffset now, CancellationToken stop) =>
        await histories.LoadAsync(person, stop) is { } history ? Of(history, now) : null;

    public static AllocationNow Of(CaseHistory history, DateTimeOffset now)
    {
        var today = now.LondonDate;
        return new(
            history.PersonId,
            history.Allocations.Where(a => a is { ReplacedAt: null, Withdrawn: false }).OrderByDescending(a => a.PersonId == history.PersonId).FirstOrDefault(),
            [.. history.Managers.Where(m => m is { ReplacedAt: null, Withdrawn: false } && m.ValidFrom <= today && (m.ValidTo is null || m.ValidTo > today))],
            history, history.At(today, now));
    }

    public static async Task<RecommendationStrategy> StrategyAsync(ThroughcareDb db, DateOnly today, CancellationToken stop) =>
        RecommendationSetting.InForce(await db.RecommendationSettings.Where(s => s.From <= today).ToListAsync(stop), today);
}

/// <summary>Writes the spells of managers that follow from an allocation.</summary>
internal static class PomSpells
{
    /// <summary>Why a spell ended because another was chosen.</summary>
    public const string Overridden = "OVERRIDE";

    public const string ByHand = "MANUAL";

    /// <summary>Another takes over from <paramref name="next"/>'s first day. A spell that began that day or later is corrected in place.</summary>
    public static IEnumerable<Write> Succeed(IEnumerable<ManagerAssignment> running, ManagerAssignment next, string reason = Overridden)
    {
        var before = running.OrderBy(m => m.ValidFrom).ToList();
        var inPlace = before.FindLast(m => m.ValidFrom >= next.ValidFrom);
        foreach (var over in before.Where(m => m != inPlace))
        {
            yield return End(over, next.ValidFrom, next.Recorded, reason);
        }

        yield return inPlace is null
            ? new Write(null, next)
            : new Write(inPlace, next with { Id = inPlace.Id, PersonId = inPlace.PersonId, Version = inPlace.Version + 1, ValidFrom = next.ValidFrom });
    }

    /// <summary>Ends a spell the day before another begins; one that began that very day ends on it.</summary>
    public static Write End(ManagerAssignment running, DateOnly next, Entry entry, string reason) =>
        new(running, running.EndedOn(running.ValidFrom < next ? next.AddDays(-1) : running.ValidFrom, entry) with { EndReason = reason });

    /// <summary>Ends spells on a day, that day included.</summary>
    public static IEnumerable<Write> EndOn(IEnumerable<ManagerAssignment> running, DateOnly day, Entry entry, string reason) =>
        running.Select(m => new Write(m, m.EndedOn(m.ValidFrom > day ? m.ValidFrom : day, entry) with { EndReason = reason }));

    /// <summary>"Petra Omond" as managers are recorded: "Omond, Petra".</summary>
    public static string LastFirst(string name) => name.LastIndexOf(' ') is > 0 and var at ? $"{name[(at + 1)..]}, {name[..at]}" : name;
}
