using Throughcare.Domain.Record;

namespace Throughcare.Domain.Interventions;

/// <summary>A step of somebody's way through a programme or other intervention, as a list gives it. <see cref="FactVersion.ValidFrom"/> is
/// the day of that step.</summary>
public sealed record RecordedIntervention : FactVersion
{
    /// <summary>The programme or activity, as the list codes it.</summary>
    public required string Code { get; init; }

    public required InterventionStatus Status { get; init; }

    public string? Provider { get; init; }

    public string? Tutor { get; init; }

    public string? Outcome { get; init; }
}

public enum InterventionStatus
{
    Referred,
    Waiting,
    Offered,
    Started,
    Completed,
    Withdrawn,
    NotSuitable,
}
