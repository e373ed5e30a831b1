using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>A manager of a person, as recorded: one spell of one member of staff in one role.</summary>
public sealed record ManagerAssignment : FactVersion
{
    public required Role Role { get; init; }

    /// <summary>The member of staff, where they are known here; a file may give only a name.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>"Surname, Forename" as recorded.</summary>
    public required string Name { get; init; }

    /// <summary>Establishment, team or office as recorded.</summary>
    public string? Team { get; init; }

    public PlaceCode? Place { get; init; }

    /// <summary>The code by which the source knows the officer.</summary>
    public string? OfficerCode { get; init; }

    /// <summary>Code of <c>allocation-end-reasons.csv</c>, once it has ended.</summary>
    public string? EndReason { get; init; }
}
