using Throughcare.Application.Allocation;
using Throughcare.Domain.Allocation;

namespace Throughcare.Web.Api;

/// <param name="Responsibility">In effect, what was set by hand first: CustodyOnly, CustodyWithCom or Community; null where nobody leads or it cannot be worked out.</param>
/// <param name="IsSetByHand">Somebody set who leads in place of what the rules say.</param>
/// <param name="Calculated">By the rules alone.</param>
/// <param name="StartOn">From when the COM supports.</param>
/// <param name="HandoverOn">From when the COM leads.</param>
/// <param name="Reason">Code, such as determinate.</param>
/// <param name="Because">The reason in a sentence.</param>
/// <param name="RuleVersion">H1 to H9.</param>
/// <param name="ReleaseDateUsed">The date that is counted from, such as CRD.</param>
/// <param name="Problem">Why nothing is worked out.</param>
public sealed record HandoverAnswer(
    Guid PersonId, DateOnly AsAt, Responsibility? Responsibility, bool IsSetByHand, Responsibility? Calculated, DateOnly? StartOn, DateOnly? HandoverOn, string? Reason, string Because,
    string? RuleVersion, string? ReleaseDateUsed, DateOnly? ReleaseDate, HandoverProblem? Problem);

/// <param name="InScope">null where it cannot be decided.</param>
/// <param name="Reason">Code, such as IN_OMIC_SENTENCED.</param>
/// <param name="Regime">The phase that decided.</param>
/// <param name="Missing">What would have to be recorded to decide.</param>
public sealed record ScopeAnswer(Guid PersonId, DateOnly AsAt, bool? InScope, string Reason, string Regime, string Because, string? Missing);

/// <param name="State">Eligible is in force; DecisionPending waits for the community.</param>
/// <param name="WindowDate">The date 18 months before which the time for it opens.</param>
public sealed record EarlyAllocationAnswer(Guid PersonId, DateOnly AsAt, bool InForce, EarlyAllocationStatus State, string Because, DateOnly? WindowDate, bool IsWindowOpen, IReadOnlyList<EarlyAllocationAssessmentAnswer> Assessments);

/// <param name="CommunityAccepted">null until the community has answered.</param>
public sealed record EarlyAllocationAssessmentAnswer(Guid Id, DateOnly MadeOn, EarlyAllocationOutcome Outcome, bool WasInWindow, bool? CommunityAccepted);

/// <summary>Reads who leads a case and from when, its scope, and early allocation.</summary>
internal static class ApiHandover
{
    public static readonly HandoverAnswer Example = new(
        new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10"), new(2026, 3, 3), Domain.Allocation.Responsibility.CustodyOnly, false, Domain.Allocation.Responsibility.CustodyOnly, new(2026, 7, 17), new(2026, 7, 17), "determinate",
        "Community takes over 8 months and 14 days before CRD.", "H9", "CRD", new(2027, 3, 31), null);

    public static readonly ScopeAnswer ScopeExample = new(
        new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10"), new(2026, 3, 3), true, "IN_OMIC_SENTENCED", "P7", "Adult with a criminal sentence: in scope of OMiC.", null);

    public static readonly EarlyAllocationAnswer EarlyExample = new(
        new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10"), new(2026, 3, 3), false, EarlyAllocationStatus.DecisionPending, "Referred on 2 March 2026. The community has not answered.", new(2027, 3, 31), true,
        [new(new("01943b7e-5d10-7a02-9c00-1d2e3f405162"), new(2026, 3, 2), EarlyAllocationOutcome.Discretionary, true, null)]);

    public static async Task<IResult> ReadAsync(HttpContext http, HandoverOfPerson handover)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        if (await handover.OfAsync(http.Person.Id, http.Actor, http.RequestAborted) is not { } found)
        {
            return ApiAnswer.Problem(ApiProblem.NotFound);
        }

        var result = found.Handover.Value;
        return ApiAnswer.Read(new HandoverAnswer(
            http.Person.Id.Value, found.Today, found.Responsibility.Value, found.Override is not null, result.Responsibility, result.StartOn, result.HandoverOn, result.Reason, found.Handover.Because,
            result.Version.Length == 0 ? null : result.Version, result.Release?.Code, result.Release?.On, result.Problem));
    }

    public static async Task<IResult> ScopeAsync(HttpContext http, HandoverOfPerson handover)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        return await handover.OfAsync(http.Person.Id, http.Actor, http.RequestAborted) is { } found
            ? ApiAnswer.Read(new ScopeAnswer(
                http.Person.Id.Value, found.Today, found.Scope.Value.InScope, found.Scope.Value.Reason, found.Scope.Value.Regime, found.Scope.Because, found.Scope.Value.Missing is { Length: > 0 } missing ? missing : null))
            : ApiAnswer.Problem(ApiProblem.NotFound);
    }

    public static async Task<IResult> EarlyAllocationAsync(HttpContext http, EarlyAllocationOfPerson early)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        if (await early.OfAsync(http.Person.Id, http.Actor, http.RequestAborted) is not { } found)
        {
            return ApiAnswer.Problem(ApiProblem.NotFound);
        }

        var state = found.State.Value;
        return ApiAnswer.Read(new EarlyAllocationAnswer(
            http.Person.Id.Value, found.Today, state.InForce, state.Status, found.State.Because, state.WindowDate?.On, state.IsWindowOpen,
            [.. found.Assessments.Select(a => new EarlyAllocationAssessmentAnswer(a.Made.Id.Value, a.Made.ValidFrom, a.Made.Outcome, a.Made.WasInWindow, a.Made.CommunityAccepted))]));
    }
}
