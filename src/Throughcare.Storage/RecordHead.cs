using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Storage;

/// <summary>Versions of a person's record so far: the row that is locked, and the end of the chain of events.</summary>
public sealed class RecordHead
{
    public required PersonId PersonId { get; init; }

    /// <summary>Number of events so far.</summary>
    public long Seq { get; set; }

    /// <summary>Hash of the last event; empty before the first.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>Not in the table yet.</summary>
    public bool IsNew { get; init; }
}

/// <summary>One event of a person's record as it is kept: appended, hash-chained, never changed.</summary>
public sealed class RecordEventRow
{
    public required PersonId PersonId { get; init; }

    /// <summary>From 1 within the person.</summary>
    public required long Seq { get; init; }

    /// <summary>Order over all people, for the change feed. Ascending; gaps are possible.</summary>
    public required long Position { get; init; }

    /// <summary>Name of the event, such as <c>ContactRecorded</c>.</summary>
    public required string Kind { get; init; }

    public required string UseCase { get; init; }

    public required StaffId Actor { get; init; }

    public required Role Role { get; init; }

    public required PlaceCode Place { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event as JSON; <see langword="null"/> once lawfully erased: the chain stays provable by its hash.</summary>
    public string? Content { get; init; }

    /// <summary>SHA-256 of the content's UTF-8 bytes.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>Hash of the event before; empty for the first.</summary>
    public required byte[] PrevHash { get; init; }

    public required byte[] Hash { get; init; }
}
