namespace Throughcare.Domain.Record;

/// <summary>One key of one person in the name index: a way to find them by a name they ever held.</summary>
public sealed class NameKeyRow
{
    public required NameKeyKind Kind { get; init; }

    /// <summary>A normalised token or a sound key; compared byte by byte.</summary>
    public required string Key { get; init; }

    public required PersonId PersonId { get; init; }
}
