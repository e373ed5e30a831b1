namespace Throughcare.Domain.Allocation;

/// <summary>The lists of a prison's cases: everybody in scope is on one of them.</summary>
public enum AllocationList
{
    Allocated,

    /// <summary>Everything that an allocation needs is there.</summary>
    Unallocated,
    MissingInformation,
}

/// <summary>What an allocation needs to be on record.</summary>
/// <param name="Tier">A letter with what follows it.</param>
/// <param name="HasRosh">The risk of serious harm is assessed.</param>
/// <param name="IsRoshRequired">It is needed before an allocation: the strategy in force reads it.</param>
/// <param name="IsWomensPrison">There the complexity of need is needed too.</param>
public sealed record AllocationNeeds(string? Tier, bool HasRosh, bool IsRoshRequired, bool IsWomensPrison, bool HasComplexity)
{
    public const string TierMissing = "tier";

    public const string RoshMissing = "rosh";

    public const string ComplexityMissing = "complexity";

    /// <summary>What is missing, by code; empty where the person can be allocated.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            List<string> missing = [];
            if (string.IsNullOrWhiteSpace(Tier))
            {
                missing.Add(TierMissing);
            }

            if (IsRoshRequired && !HasRosh)
            {
                missing.Add(RoshMissing);
            }

            if (IsWomensPrison && !HasComplexity)
            {
                missing.Add(ComplexityMissing);
            }

            return missing;
        }
    }

    /// <summary>The list of a person in scope.</summary>
    /// <param name="hasPomHere">Somebody has the case as primary POM at this prison.</param>
    public AllocationList ListOf(bool hasPomHere) =>
        hasPomHere ? AllocationList.Allocated : Missing.Count == 0 ? AllocationList.Unallocated : AllocationList.MissingInformation;

    /// <summary>What a page calls it, such as "Tier".</summary>
    public static string Caption(string missing) => missing switch
    {
        TierMissing => "Tier",
        RoshMissing => "RoSH level",
        ComplexityMissing => "Complexity of need",
        _ => missing,
    };

    /// <summary>What cannot be done without it.</summary>
    public static string Blocks(string missing) => missing switch
    {
        TierMissing => "Allocating a POM, the recommended type of POM, workload points",
        RoshMissing => "Allocating a POM, the recommended type of POM",
        ComplexityMissing => "Allocating a POM, deciding on a key worker",
        _ => "Allocating a POM",
    };
}

/// <summary>The note of a case that waits for allocation.</summary>
public static class AllocationNotes
{
    /// <param name="lastPomHere">Who had the case here before, by name.</param>
    /// <param name="isRecalled">They are back on recall.</param>
    /// <param name="hasEarlierStay">They were in some prison before this stay.</param>
    /// <param name="hasEarlierStayHere">They were in this one.</param>
    public static string Of(string? lastPomHere, bool isRecalled, bool hasEarlierStay, bool hasEarlierStayHere) =>
        lastPomHere is not null ? $"Previously allocated to {lastPomHere}"
        : !hasEarlierStay ? "New to custody"
        : $"{(isRecalled ? "Recall. " : "")}{(hasEarlierStayHere ? "Returning to this prison" : "New to this prison")}";
}
