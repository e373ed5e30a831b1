using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>A tier of a case as a list gives it, not worked out here.</summary>
public sealed record RecordedTier : FactVersion
{
    /// <summary>A letter and a number such as <c>B2</c>, or 1 to 4 of the older scheme.</summary>
    public required string Tier { get; init; }
}
