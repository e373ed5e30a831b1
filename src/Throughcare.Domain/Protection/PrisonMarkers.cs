using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Protection;

/// <summary>What the prison system says of somebody for public protection, in its own words. Held as restricted.</summary>
/// <remarks>A note of the prison, neither a MAPPA case nor a registration: no rule takes it for one. A person of whom the prison says
/// nothing, or only that they are no sex offender, has no such entry.</remarks>
public sealed record PrisonMarkers : FactVersion
{
    /// <summary>MAPPA level, or Schedule 1 offender, as the prison writes it.</summary>
    public string? MappaOrSchedule1 { get; init; }

    /// <summary>Whether the prison marks the person as a sex offender: <c>Y</c> or <c>N</c>.</summary>
    public Coded? SexOffender { get; init; }
}
