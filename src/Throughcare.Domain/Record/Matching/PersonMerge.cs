using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record.Matching;

/// <summary>The wish that two records become one, and what became of it. A work item: the merge itself is an event of both
/// records and one field of the record that is absorbed.</summary>
public sealed class PersonMerge
{
    public required FactId Id { get; init; }

    /// <summary>The record that stands.</summary>
    public required PersonId SurvivorId { get; init; }

    /// <summary>The record that is read as part of it.</summary>
    public required PersonId AbsorbedId { get; init; }

    /// <summary>Code of <c>merge-reasons.csv</c>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>In words; at most 1,000 characters.</summary>
    public required string Reason { get; init; }

    public required StaffId RequestedBy { get; init; }

    public required Role RequestedRole { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The establishment or delivery unit whose managers decide.</summary>
    public required PlaceCode Owner { get; init; }

    public MergeStatus Status { get; set; }

    public StaffId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What whoever decided said; at most 1,000 characters.</summary>
    public string? Answer { get; set; }

    public StaffId? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Counts decisions: the second of two who decide at once is told of the first.</summary>
    public int Version { get; set; } = 1;
}

public enum MergeStatus
{
    /// <summary>Waits for a second person.</summary>
    Requested,
    Merged,
    Refused,
    Undone,
}

/// <summary>Which of two records stands after a merge.</summary>
public static class MergeSurvivor
{
    /// <summary>Live custody before live supervision before the older record; between equals, the older, then the lesser id.</summary>
    public static (PersonId Survivor, PersonId Absorbed) Of(MergeSide one, MergeSide other) =>
        (one.InCustody, one.Supervised).CompareTo((other.InCustody, other.Supervised)) switch
        {
            > 0 => (one.Id, other.Id),
            < 0 => (other.Id, one.Id),
            _ => (one.CreatedAt, one.Id.Value).CompareTo((other.CreatedAt, other.Id.Value)) <= 0 ? (one.Id, other.Id) : (other.Id, one.Id),
        };
}

/// <param name="InCustody">Held in a prison now.</param>
/// <param name="Supervised">Supervised in the community now.</param>
/// <param name="CreatedAt">When the record was opened.</param>
public readonly record struct MergeSide(PersonId Id, bool InCustody, bool Supervised, DateTimeOffset CreatedAt);
