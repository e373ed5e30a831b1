using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>The rules of tiers, workload and key work that can be tried out.</summary>
public static class TierFunctions
{
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new TierV2Function(), new TierV2LevelFunction(), new TierV2MandateFunction(), new TierV2NeedFunction(), new TierV3Function(), new Tier2006Function(),
        new WorkloadPointsFunction(), new AvailablePointsFunction(), new CapacityFunction(), new PomLoadFunction(), new KeyWorkComplianceFunction(),
    ];
}
