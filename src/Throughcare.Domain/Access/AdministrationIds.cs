using Throughcare.Domain.Record;

namespace Throughcare.Domain.Access;

/// <summary>Identifies one thing that an administrator did.</summary>
public readonly record struct AdminChangeId(Guid Value) : ITypedId<AdminChangeId>
{
    public static AdminChangeId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one run of a scheduled job.</summary>
public readonly record struct JobRunId(Guid Value) : ITypedId<JobRunId>
{
    public static JobRunId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What an administrator changes.</summary>
public enum AdminSubject
{
    Account,
    Place,
    Table,
    Job,

    /// <summary>A program that asks through the API.</summary>
    ApiClient,
}

/// <summary>How a run of a job ended.</summary>
public enum JobResult
{
    /// <summary>It has not ended; or the process that did it was stopped.</summary>
    Running,

    Done,

    /// <summary>It ended, and what it found has to be looked at.</summary>
    FoundProblem,

    Failed,
}
