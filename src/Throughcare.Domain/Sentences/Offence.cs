using Throughcare.Domain.Record;

namespace Throughcare.Domain.Sentences;

/// <summary>An offence for which a person is held or sentenced, as recorded.</summary>
public sealed record Offence : FactVersion
{
    public required string Description { get; init; }

    /// <summary>Published offence group: code of <c>offence-groups.csv</c>, or <c>UNK</c>.</summary>
    public required string GroupCode { get; init; }

    public required bool IsMain { get; init; }
}
