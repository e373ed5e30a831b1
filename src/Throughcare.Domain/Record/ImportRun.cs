using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>One file that was received from another system, and how far it has come.</summary>
public sealed class ImportRun
{
    /// <summary>For so long after a run has finished its error file can be downloaded.</summary>
    public static readonly TimeSpan ErrorsKept = TimeSpan.FromDays(90);

    /// <summary>A run that breaks so many times at the same place is given up.</summary>
    public const int MostFailures = 5;

    public required FactId Id { get; init; }

    /// <summary>Such as <c>OFFLOC</c>.</summary>
    public required string Source { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex; empty until it has been received whole.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    public required ImportMode Mode { get; init; }

    /// <summary>The day that the file is about.</summary>
    public DateOnly? SourceDate { get; set; }

    /// <summary>The time of that day, where several files of a day follow each other; as the source's clock shows it.</summary>
    public TimeOnly? SourceTime { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required StaffId By { get; init; }

    public required Role Role { get; init; }

    public required PlaceCode Place { get; init; }

    public ImportStatus Status { get; set; }

    /// <summary>Batches applied so far: where a resumed run goes on.</summary>
    public int LastBatch { get; set; }

    /// <summary>Rows of the file, once it has been validated.</summary>
    public int Rows { get; set; }

    public int Read { get; set; }

    public int Unchanged { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Merged { get; set; }

    public int Queued { get; set; }

    public int Skipped { get; set; }

    public int Errors { get; set; }

    public int Warnings { get; set; }

    /// <summary>People who were on the last list and are not on this one.</summary>
    public int Missing { get; set; }

    /// <summary>Why a run failed or was refused, in words: <c>FILE_TOO_SMALL: ...</c>.</summary>
    public string? Problem { get; set; }

    /// <summary>Rows a second of late, while it is being applied.</summary>
    public int RowsPerSecond { get; set; }

    /// <summary>The file is not UTF-8 but Windows-1252.</summary>
    public bool IsWindows1252 { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>Times that the work broke off since a batch was last applied.</summary>
    public int Failures { get; set; }

    /// <summary>Whether older values may fill gaps although a newer file has been applied.</summary>
    public bool AllowBackfill { get; init; }

    /// <summary>The only prison whose rows may be applied, of whose people the file is the full list; <see langword="null"/> for all.</summary>
    public PlaceCode? Unit => Role is Role.CaseAdmin ? Place : null;

    /// <summary>Nothing more will happen to it.</summary>
    public bool IsFinished => Status is not (ImportStatus.Received or ImportStatus.Validating or ImportStatus.Staged
        or ImportStatus.Matching or ImportStatus.Applying or ImportStatus.Resumable);

    /// <summary>The place that the run has reached and what it has counted, to go back to when a batch is not written.</summary>
    public ImportCounters Counters
    {
        get => new(LastBatch, Read, Unchanged, Created, Updated, Merged, Queued, Skipped, Errors, Warnings, Missing);
        set => (LastBatch, Read, Unchanged, Created, Updated, Merged, Queued, Skipped, Errors, Warnings, Missing) = value;
    }

    /// <summary>Whether its error file is no longer kept.</summary>
    public bool HasLostErrors(DateTimeOffset now) => FinishedAt is { } finished && finished < now - ErrorsKept;

    /// <summary>Whole per cent of the rows that have been applied.</summary>
    public int Percent => Rows > 0 ? (int)(100L * Read / Rows) : 0;
}

/// <summary>What a run has counted.</summary>
public readonly record struct ImportCounters(
    int LastBatch, int Read, int Unchanged, int Created, int Updated, int Merged, int Queued, int Skipped, int Errors, int Warnings, int Missing);

/// <summary>Who imports from a source now: there is one run of a source at a time, in one process.</summary>
public sealed class ImportLock
{
    /// <summary>A holder that has been silent for so long is taken for dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public required string Source { get; init; }

    public FactId? RunId { get; set; }

    /// <summary>The process, by machine, number and start.</summary>
    public string? Worker { get; set; }

    /// <summary>When it last did something; another process may take over once this is old.</summary>
    public DateTimeOffset? HeartbeatAt { get; set; }
}

public enum ImportMode
{
    Full,
    Diff,
}

/// <summary>How far a run has come.</summary>
public enum ImportStatus
{
    Received,
    Validating,
    Staged,
    Matching,
    Applying,
    Completed,
    CompletedWithErrors,
    Failed,
    Cancelled,
    Resumable,
    DuplicateFile,
    OutOfOrder,
}

/// <summary>One piece of a received file, compressed: the fields that are imported and no others. It is kept until the run has
/// finished, so that any node can resume it.</summary>
public sealed class ImportChunk
{
    public required FactId RunId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>One thing wrong with one row of a file; a line of the run's error file.</summary>
public sealed class ImportError
{
    public required FactId RunId { get; init; }

    /// <summary>From 1 within the run.</summary>
    public required int Number { get; init; }

    /// <summary>The line of the file, from 1.</summary>
    public required int Row { get; init; }

    public required string Column { get; init; }

    /// <summary>As it stood, cut to 100 characters.</summary>
    public required string Value { get; init; }

    /// <summary>Such as <c>FIELD_COUNT</c>.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>The key of the row in its source, where it has one.</summary>
    public string? PersonKey { get; init; }

    public required ImportSeverity Severity { get; init; }
}

public enum ImportSeverity
{
    /// <summary>The row was applied.</summary>
    Warning,

    /// <summary>The row was rejected.</summary>
    Error,
}

/// <summary>What a source last said of one key: enough to know that nothing changed.</summary>
public sealed class SourceRow
{
    public required string Source { get; init; }

    /// <summary>The key in the source: a prison number.</summary>
    public required string Key { get; init; }

    /// <summary>Whose row it is; <see langword="null"/> where nobody on record is known to be meant.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>SHA-256 of the canonical imported fields.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The source's day when it was last seen.</summary>
    public required DateOnly LastSeenOn { get; set; }

    /// <summary>Successive full lists that did not name it.</summary>
    public int Missed { get; set; }

    /// <summary>The day of the last full file that did not name it.</summary>
    public DateOnly? MissedOn { get; set; }

    /// <summary>No longer on the list, and that is explained or has become a task.</summary>
    public bool Left { get; set; }
}
