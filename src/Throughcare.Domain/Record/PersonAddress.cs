namespace Throughcare.Domain.Record;

/// <summary>Where a person lived, lives or is expected to live, as recorded.</summary>
public sealed record PersonAddress : FactVersion
{
    public required AddressUse Use { get; init; }

    /// <summary>Whose address it is, where the file says so ("Mother", "Hostel").</summary>
    public string? Relationship { get; init; }

    /// <summary>Lines as given, joined by line feeds; empty lines left out.</summary>
    public required string Lines { get; init; }

    /// <summary>UK postcode in upper case with one space, where one of the lines is one.</summary>
    public string? Postcode { get; init; }
}

public enum AddressUse
{
    Home,
    Reception,
    Discharge,

    /// <summary>The office of the supervising probation team.</summary>
    ProbationOffice,
}
