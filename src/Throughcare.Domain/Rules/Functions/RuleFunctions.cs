using Throughcare.Domain.Allocation.Functions;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Rules.Functions;

/// <summary>Every rule that can be tried out, by name.</summary>
public static class RuleFunctions
{
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new StandardDue(),
        .. ScopeFunctions.All,
        .. TierFunctions.All,
        .. AllocationFunctions.All,
    ];

    public static RuleFunction? Find(string? name) => All.FirstOrDefault(function => function.Name == name);
}
