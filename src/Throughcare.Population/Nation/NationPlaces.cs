using Throughcare.Domain.Access;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Nation;

/// <summary>The prisons and delivery units of a population.</summary>
internal sealed class NationPlaces
{
    /// <summary>The region whose units and prisons the size of one region has: eight units.</summary>
    private const string OneRegion = "N56";

    /// <summary>The prison that lies in one of those units but in another region of the prison service: the fourteenth.</summary>
    private const string InNorthamptonshire = "FWI";

    private static readonly string[] KindsOfMen = ["TRAINING_C", "TRAINING_B", "RECEPTION", "HIGH_SECURITY", "OPEN", "YOI", "FOREIGN_NATIONAL", "RESETTLEMENT"];

    private readonly Dictionary<(string Kind, char Sex), Weighted<Prison>> _byKind;

    public NationPlaces(PopulationSize size)
    {
        Size = size;
        var tables = PrisonTables.Shared;
        var region = size.Name switch { "region" => OneRegion, _ => null };
        var units = tables.Units.Items.Where(unit => region is null || unit.RegionCode == region).ToList();
        var regionName = units[0].Region;
        Prisons = [.. tables.ByCode.Values
            .Where(prison => region is null || prison.Region == regionName || prison.Code == InNorthamptonshire)
            .Where(prison => size.Name != "demo" || prison.Code is "LHI" or "LNI")];
        Receptions = size.Name == "demo" ? [.. AroundTheDemo.Select(code => tables.ByCode[code])] : [];
        Units = size.Name == "demo" ? [.. units.Where(unit => unit.Code is "N55P07" or "N54P05")] : units;
        UnitShares = region is null && size.Name != "demo" ? tables.Units : new Weighted<DeliveryUnit>(Units.Select(unit => (unit, 1.0)));
        _byKind = Prisons.GroupBy(prison => (prison.Kind, prison.Sex))
            .ToDictionary(group => group.Key, group => new Weighted<Prison>(group.Select(prison => (prison, prison.Capacity))));
    }

    /// <summary>Prisons from which the demo's people come: local ones of the regions around it.</summary>
    private static readonly string[] AroundTheDemo = ["LEI", "HLI", "DMI", "NHI"];

    public PopulationSize Size { get; }

    public IReadOnlyList<Prison> Prisons { get; }

    /// <summary>Prisons of the demo's people before they came; empty for other sizes, which have such prisons among their own.</summary>
    public IReadOnlyList<Prison> Receptions { get; }

    public IReadOnlyList<DeliveryUnit> Units { get; }

    public Weighted<DeliveryUnit> UnitShares { get; }

    /// <summary>Where people in the two prisons of the demo come from.</summary>
    public static Weighted<DeliveryUnit> HomesOfDemo(char sex)
    {
        var all = PrisonTables.Shared.Units.Items;
        var (first, second) = (all.First(unit => unit.Code == "N55P07"), all.First(unit => unit.Code == "N54P05"));
        var others = all.Where(unit => unit != first && unit != second && (unit.RegionCode == first.RegionCode || unit.RegionCode == second.RegionCode)).ToList();
        var (shareOfFirst, shareOfSecond) = sex == 'M' ? (0.6, 0.2) : (0.2, 0.6);
        return new Weighted<DeliveryUnit>([(first, shareOfFirst), (second, shareOfSecond), .. others.Select(unit => (unit, 0.2 / others.Count))]);
    }

    /// <summary>A prison of the kind, or of the next likely kind where the population has none.</summary>
    public Prison Draw(ref SeededNumbers draw, string kind, char sex)
    {
        var uniform = draw.Uniform();
        if (_byKind.TryGetValue((kind, sex), out var prisons))
        {
            return prisons.At(uniform);
        }

        foreach (var other in sex == 'F' ? ["FEMALE_CLOSED", "OPEN"] : KindsOfMen)
        {
            if (_byKind.TryGetValue((other, sex), out prisons))
            {
                return prisons.At(uniform);
            }
        }

        throw new InvalidOperationException($"The population has no prison for sex {sex}.");
    }

    /// <summary>How many people a place is likely to have, for the number of its staff.</summary>
    public double ExpectedPeople(string place, Role role)
    {
        if (role is Role.Com)
        {
            var cases = Size.OnProbation + 0.79 * (Size.InCustody - Size.Both);
            var shares = Units.Select(unit => unit.Code == place ? 1.0 : 0).Sum();
            return shares == 0 ? 30 : Size.Name == "demo" ? 200 : cases / Units.Count;
        }

        return Size.Name == "demo"
            ? place switch { "LHI" => 230, "LNI" => 80, _ => 60 }
            : Size.InCustody * Prisons.Where(prison => prison.Code == place).Sum(prison => prison.Capacity) / Prisons.Sum(prison => prison.Capacity);
    }
}
