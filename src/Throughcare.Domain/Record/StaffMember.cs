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

    /// <summary>In lower case; lists name staff by it. <see langword="null"/> for somebody whom no list has named.</summary>
    public string? UserName { get; set; }

    public string? Email { get; set; }

    /// <summary>As the organisation calls it.</summary>
    public string? Grade { get; set; }

    /// <summary>Cases that the person can hold.</summary>
    public int? CaseloadCapacity { get; set; }

    /// <summary>User name of the line manager.</summary>
    public string? LineManager { get; set; }
}
