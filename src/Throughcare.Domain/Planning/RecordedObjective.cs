using Throughcare.Domain.Record;

namespace Throughcare.Domain.Planning;

/// <summary>An objective of a sentence plan as a list gives it. <see cref="FactVersion.ValidFrom"/> is the day of the list that first gave it.</summary>
public sealed record RecordedObjective : FactVersion
{
    /// <summary>Number within the person's plan.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the area of need, as the list gives it.</summary>
    public required string Need { get; init; }

    /// <summary>1-1,000 characters.</summary>
    public required string Text { get; init; }

    public required ObjectiveStatus Status { get; init; }

    public DateOnly? TargetOn { get; init; }

    /// <summary>Who sees to it, as the list names them.</summary>
    public string? Owner { get; init; }

    public string? Intervention { get; init; }

    public DateOnly? PlannedStart { get; init; }

    public DateOnly? PlannedEnd { get; init; }
}

public enum ObjectiveStatus
{
    Planned,
    Active,
    Achieved,
    PartlyAchieved,
    NotAchieved,
    Removed,
}
