using Throughcare.Domain.Record;

namespace Throughcare.Domain.Standards;

/// <summary>What rules read of a document: that it is filed, not what is in it.</summary>
/// <param name="Type">Code of <c>document-types.csv</c>.</param>
public sealed record DocumentGist(
    FactId Id, int Version, PersonId PersonId, string Type, DateOnly ReceivedOn, DateTimeOffset RecordedAt, DateTimeOffset? ReplacedAt, bool Withdrawn)
{
    public bool IsKnownAt(DateTimeOffset instant) => RecordedAt <= instant && (ReplacedAt is null || ReplacedAt > instant);
}
