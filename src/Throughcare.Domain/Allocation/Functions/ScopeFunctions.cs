using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>Rules of scope, responsibility, handover and early allocation that can be tried out.</summary>
public static class ScopeFunctions
{
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        .. OfScope.All,
        .. OfHandover.All,
        .. OfRelease.All,
        .. OfHandoverWork.All,
        .. OfEarlyAllocation.All,
    ];
}
