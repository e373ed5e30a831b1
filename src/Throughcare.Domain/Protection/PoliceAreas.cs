using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Protection;

/// <summary>A criminal justice area: the area of one police force. City of London counts with the Metropolitan area.</summary>
/// <param name="Code">Home Office code of the force.</param>
/// <param name="Region">The probation region that it lies in.</param>
public sealed record PoliceArea(string Code, string Name, string Region);

/// <summary>The 42 areas of <c>police-forces.csv</c>.</summary>
public static class PoliceAreas
{
    private const string Metropolitan = "01";
    private const string CityOfLondon = "48";

    private static readonly FrozenDictionary<string, PoliceArea> ByForce = Load();

    public static IReadOnlyList<PoliceArea> All { get; } = [.. ByForce.Values.Distinct().OrderBy(a => a.Name, StringComparer.Ordinal)];

    /// <returns>The area of a force by its code; <see langword="null"/> where there is no such force.</returns>
    public static PoliceArea? OfForce(string? code) => code is not null && ByForce.TryGetValue(code.Length == 1 ? "0" + code : code, out var area) ? area : null;

    private static FrozenDictionary<string, PoliceArea> Load()
    {
        var forces = CsvTable.Load("reference/police-forces.csv").Rows
            .Select(row => new PoliceArea(row.Required("force_code"), row.Required("name"), row.Required("probation_region_code"))).ToDictionary(a => a.Code);
        forces[CityOfLondon] = forces[Metropolitan];
        return forces.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
