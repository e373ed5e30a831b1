using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>A manager of a person, as recorded: one spell of one member of staff in one role.</summary>
public sealed record ManagerAssignment : FactVersion
{
    public required Role Role { get; init; }

    /// <summary>Whether they answer for the case in this role, work it beside the one who does, or stand in for a while.</summary>
    public ManagerPart Part { get; init; }

    /// <summary>The member of staff, where they are known here; a file may give only a name.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>"Surname, Forename" as recorded.</summary>
    public required string Name { get; init; }

    /// <summary>Establishment, team or office as recorded.</summary>
    public string? Team { get; init; }

    public PlaceCode? Place { get; init; }

    /// <summary>The code by which the source knows the officer.</summary>
    public string? OfficerCode { get; init; }

    /// <summary>Why the case went to somebody who then was at 100% of capacity or more; <see langword="null"/> where they were not.</summary>
    public string? OverCapacityReason { get; init; }

    /// <summary>Where the source gives one for somebody who is not known here.</summary>
    public string? Email { get; init; }

    /// <summary>Code of <c>allocation-end-reasons.csv</c>, once it has ended.</summary>
    public string? EndReason { get; init; }
}

/// <summary>What part a manager has in a case. One person has the first part in a role at a time.</summary>
public enum ManagerPart
{
    /// <summary>Answers for the case in this role.</summary>
    Primary,

    /// <summary>Works it beside the one who does: shadowing, training, a complex case.</summary>
    CoWorking,

    /// <summary>Stands in while the one who answers for it is away.</summary>
    Cover,
}
