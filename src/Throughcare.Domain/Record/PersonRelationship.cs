using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>Somebody in a person's life. Third-party information: never shown to the person or sent in an export of theirs.</summary>
public sealed record PersonRelationship : FactVersion
{
    public required string Name { get; init; }

    /// <summary>Code of <c>relationship.csv</c>.</summary>
    public Coded? Relationship { get; init; }

    public string? AddressLines { get; init; }

    public bool IsNextOfKin { get; init; }
}
