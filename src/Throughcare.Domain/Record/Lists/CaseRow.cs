using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Lists;

/// <summary>One row of a list of cases.</summary>
public sealed record CaseRow
{
    public required string Surname { get; init; }

    public required string Forename { get; init; }

    public string? SecondForename { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    public required Coded Sex { get; init; }

    /// <summary>Numbers in their canonical form, and whether their check holds.</summary>
    public required IReadOnlyList<(IdentifierKind Kind, string Canonical, bool IsRight)> Numbers { get; init; }

    public Coded? Ethnicity { get; init; }

    public Coded? Nationality { get; init; }

    public PlaceCode? Prison { get; init; }

    public PlaceCode? Pdu { get; init; }

    public StaffMember? Com { get; init; }

    public StaffMember? Pom { get; init; }

    public string? Tier { get; init; }

    public RoshLevel? Rosh { get; init; }

    public string? Booking => Numbers.Where(n => n.Kind is IdentifierKind.Booking).Select(n => n.Canonical).FirstOrDefault();
}
