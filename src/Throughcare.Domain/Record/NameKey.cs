namespace Throughcare.Domain.Record;

/// <summary>One way to find a person by a name they ever held.</summary>
public sealed class NameKey
{
    public required NameKeyKind Kind { get; init; }

    /// <summary>A normalised token or a sound key; compared byte by byte.</summary>
    public required string Key { get; init; }

    public required PersonId PersonId { get; init; }
}
