using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>The rules of allocation that can be tried out.</summary>
public static class AllocationFunctions
{
    public static IReadOnlyList<RuleFunction> All { get; } =
        [new RecommendPom(), new RecommendOverrideNeeded(), new AllocationDueFunction(), new AllocationDaysWaiting(), new AllocationAllocatable()];
}
