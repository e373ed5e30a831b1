using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>What a manager said about how much a case counts in a workload: that it asks for less work than its tier says, or is a young adult's in
/// transition. One is in force at a time.</summary>
public sealed record WorkloadMark : FactVersion
{
    public required CaseInactivity Inactivity { get; init; }

    /// <summary>A young adult of 18 to 25 in transition (T2A), whose case has points of its own.</summary>
    public required bool IsTransition { get; init; }

    public required string Reason { get; init; }

    /// <summary>Youngest and oldest age of somebody in transition.</summary>
    public const int YoungestInTransition = 18;

    /// <inheritdoc cref="YoungestInTransition"/>
    public const int OldestInTransition = 25;

    public static bool MayBeInTransition(int? age) => age is >= YoungestInTransition and <= OldestInTransition;
}
