using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>Somebody who works with the record: what pages call them. Accounts and passwords are elsewhere.</summary>
public sealed class StaffMember
{
    public required StaffId Id { get; init; }

    /// <summary>"Forename Surname", as written in sentences.</summary>
    public required string Name { get; set; }

    public required Role Role { get; set; }

    public required PlaceCode Place { get; set; }
}
