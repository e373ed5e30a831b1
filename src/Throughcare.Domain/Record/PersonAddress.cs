using Throughcare.Domain.Rules;

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

    /// <summary>Code of <c>address-status.csv</c>, where the source gives one.</summary>
    public Coded? Status { get; init; }

    /// <summary>The person has no fixed abode: the lines say what is known instead.</summary>
    public bool NoFixedAbode { get; init; }
}

public enum AddressUse
{
    Home,
    Reception,
    Discharge,

    /// <summary>The office of the supervising probation team.</summary>
    ProbationOffice,

    /// <summary>One that probation knows; its status says what for.</summary>
    Probation,
}
