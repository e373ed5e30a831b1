using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Accounts;

/// <summary>One thing that an administrator did: appended, never changed.</summary>
public sealed record AdminChange
{
    public required AdminChangeId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StaffId By { get; init; }

    /// <summary>The role in which they did it.</summary>
    public required Role Role { get; init; }

    public required AdminSubject Subject { get; init; }

    /// <summary>The id of the account, the code of the place, the name of the table or job, what the client of the API says it is.</summary>
    public required string Key { get; init; }

    /// <summary>In words, such as "Locked" or "Role added: Prison offender manager, HMP Lowdham Grange, from 1 March 2026". Never a password.</summary>
    public required string What { get; init; }

    /// <summary>Why, where it was asked.</summary>
    public string? Reason { get; init; }
}

/// <summary>A version of a reference table that was loaded here: in force from its date in the place of the one that the product brings.</summary>
public sealed record TableVersion
{
    /// <summary>Such as <c>codes/religion.csv</c>.</summary>
    public required string Table { get; init; }

    /// <summary>1 for the first that was loaded here. Of two with one date the later counts.</summary>
    public required int Number { get; init; }

    /// <summary>First day on which it is in force, in London.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The whole table as CSV, header row first.</summary>
    public required string Content { get; init; }

    /// <summary>Rows without the header.</summary>
    public required int Rows { get; init; }

    /// <summary>SHA-256, in hexadecimal figures, of the product's own table when this was loaded: a later release may bring another.</summary>
    public required string OwnHash { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public required StaffId LoadedBy { get; init; }

    public required string Reason { get; init; }
}

/// <summary>One run of a scheduled job.</summary>
public sealed class JobRun
{
    public required JobRunId Id { get; init; }

    /// <summary>Name of the job.</summary>
    public required string Job { get; init; }

    /// <summary>The machine and process that did it.</summary>
    public required string Node { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public required JobResult Result { get; set; }

    /// <summary>What it did or why it failed, in a sentence.</summary>
    public string? Message { get; set; }

    /// <summary>Who asked for it; <see langword="null"/> for the schedule.</summary>
    public StaffId? By { get; init; }
}
