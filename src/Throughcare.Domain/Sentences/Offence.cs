using Throughcare.Domain.Record;

namespace Throughcare.Domain.Sentences;

/// <summary>An offence for which a person is held or sentenced, as recorded.</summary>
public sealed record Offence : FactVersion
{
    public required string Description { get; init; }

    /// <summary>Published offence group: code of <c>offence-groups.csv</c>, or <c>UNK</c>.</summary>
    public required string GroupCode { get; init; }

    public required bool IsMain { get; init; }

    /// <summary>The court event it belongs to, as the source calls that; <see langword="null"/> where it names none.</summary>
    public string? Event { get; init; }

    public DateOnly? CommittedOn { get; init; }
}
