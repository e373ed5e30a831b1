using Throughcare.Application.Allocation;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <param name="ProtectAndChange">Such as B2.</param>
/// <param name="Supervision">A to G.</param>
/// <param name="Framework2006">1 to 4, as it is worked out.</param>
/// <param name="Chosen">The tier of 2006 that a manager chose; null where none did.</param>
public sealed record TierAnswer(TierOfSchemeAnswer ProtectAndChange, TierOfSchemeAnswer Supervision, TierOfSchemeAnswer Framework2006, ChosenTierAnswer? Chosen);

/// <param name="Tier">Null where there is none.</param>
/// <param name="State">TIERED, NOT_SUPERVISED, MISSING or CONTRADICTORY.</param>
/// <param name="Missing">What would have to be recorded to be sure of it.</param>
/// <param name="Because">Why, in a sentence.</param>
/// <param name="Rule">The rule and its version.</param>
public sealed record TierOfSchemeAnswer(string? Tier, string State, bool IsProvisional, IReadOnlyList<string> Missing, string Because, string Rule, string Source)
{
    public static TierOfSchemeAnswer Of(Explained<TierResult> tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        var state = tier.Value.State switch { TierState.Tiered => "TIERED", TierState.NotSupervised => "NOT_SUPERVISED", TierState.Missing => "MISSING", _ => "CONTRADICTORY" };
        return new(tier.Value.Tier, state, tier.Value.IsProvisional, tier.Value.Missing, tier.Because, tier.Rule, tier.Source);
    }
}

public sealed record ChosenTierAnswer(int Tier, string Reason, DateOnly Since, string By);

/// <param name="Points">May be negative.</param>
/// <param name="Available">Points that the hours left after reductions give.</param>
/// <param name="CapacityPercent">One decimal; 0 where either is 0.</param>
/// <param name="Warning">none, noAvailablePoints, underUsed, nearCapacity or overCapacity.</param>
/// <param name="Unscored">Cases whose tier no table knows.</param>
public sealed record WorkloadAnswer(Guid StaffId, string Name, string Grade, decimal ContractedHours, decimal AvailableHours, int Cases, int Points, int Available, decimal CapacityPercent, string Warning, int Unscored, IReadOnlyList<WorkloadPartAnswer> Parts)
{
    public static WorkloadAnswer Of(WorkloadOf.One one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Staff.Value, one.Name, one.Grade.ToString().ToUpperInvariant(), one.ContractedHours, one.AvailableHours, one.Cases.Count, one.Total.Points, one.Available, one.Capacity.Percent,
            ApiProblem.Camel(one.Capacity.Warning.ToString()), one.Total.Unscored.Sum(c => c.Count), [.. one.Total.Parts.Select(part => new WorkloadPartAnswer(part.Name, part.Count, part.Each, part.Points))]);
    }
}

public sealed record WorkloadPartAnswer(string Name, int Count, decimal Each, decimal Points);

/// <param name="MinutesAWeek">On average over the last four weeks; null where there is to be no key work.</param>
/// <param name="ShortMinutes">Minutes that are missing to the average in those weeks.</param>
/// <param name="NotRequired">Why there is to be no key work; null where there is.</param>
public sealed record KeyWorkAnswer(string? KeyWorker, DateOnly? Since, decimal? MinutesAWeek, int Expected, int ShortMinutes, string? NotRequired, IReadOnlyList<KeyWorkWeekAnswer> Weeks, IReadOnlyList<PeriodAnswer> Gaps);

public sealed record KeyWorkWeekAnswer(DateOnly From, DateOnly To, int Planned, int Done, int Minutes);

/// <summary>Tier, workload and key work.</summary>
internal static class ApiTier
{
    public static readonly TierAnswer Example = new(
        new("B2", "TIERED", false, [], "Tier B2: 20 points to protect give B; 12 points for change give 2.", "tier/V2", "ministryofjustice/hmpps-tier, protect and change"),
        new("D", "TIERED", true, ["Complete an OASys assessment for dynamic predictors"], "Tier D: RoSH High.", "tier/V3", "ministryofjustice/hmpps-tier, A to G"),
        new("4", "TIERED", false, [], "Tier 4 (Punish + Help + Change + Control): RoSH High or Very High.", "tier/2006", "NOMS Offender Management Model (2006)"), null);

    public static readonly WorkloadAnswer WorkloadExample = new(
        new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9f01"), "Thistlewood, Rowan", "PO", 37, 37, 1, 115, 2176, 5.3m, "underUsed", 0, [new("Community B2", 1, 115, 115)]);

    public static readonly KeyWorkAnswer KeyWorkExample = new("Fennimore, Osric", new(2025, 11, 3), 42.5m, 45, 10, null, [new(new(2026, 1, 20), new(2026, 1, 26), 1, 1, 45)], []);

    public static async Task<IResult> ReadAsync(HttpContext http, TierOfPerson tiers)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        return await tiers.OfAsync(http.Person.Id, http.Actor, http.RequestAborted) is { } found
            ? ApiAnswer.Read(new TierAnswer(
                TierOfSchemeAnswer.Of(found.V2), TierOfSchemeAnswer.Of(found.V3), TierOfSchemeAnswer.Of(found.Nom),
                found.Chosen is { } chosen ? new(chosen.Tier, chosen.Reason, chosen.Since, chosen.By) : null))
            : ApiAnswer.Problem(ApiProblem.NotFound);
    }

    public static async Task<IResult> KeyWorkAsync(HttpContext http, KeyWorkOfPerson work)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        return await work.OfAsync(http.Person.Id, http.Actor, http.RequestAborted) is { } found
            ? ApiAnswer.Read(new KeyWorkAnswer(
                found.KeyWorker, found.Since, found.Average.AWeek, found.Average.Expected, found.Average.Short, found.NotRequired,
                [.. found.ByWeek.Select(week => new KeyWorkWeekAnswer(week.From, week.To, week.Planned, week.Done, week.Minutes))], [.. found.Gaps.Select(gap => new PeriodAnswer(gap.From, gap.To))]))
            : ApiAnswer.Problem(ApiProblem.NotFound);
    }

    public static async Task<IResult> WorkloadAsync(HttpContext http, Guid staff, WorkloadOf workload)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        await http.RecordLookAsync();
        return await workload.OneAsync(new(staff), http.Actor, http.RequestAborted) is { } found ? ApiAnswer.Read(WorkloadAnswer.Of(found)) : ApiAnswer.Problem(ApiProblem.NotFound);
    }
}
