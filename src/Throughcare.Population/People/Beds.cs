using Throughcare.Population.Offloc;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.People;

/// <summary>Every bed of a file, in its order, each with the homes of those who sleep in it.</summary>
internal static class Beds
{
    public static IEnumerable<(Bed Bed, Weighted<DeliveryUnit> Homes)> Of(OfflocFileOptions options, StreamRoot root)
    {
        var firstPerson = options.FirstPerson;
        foreach (var (number, prison, homes) in Places(options))
        {
            var bed = Bed.Draw(root, number, prison) with { FirstPerson = firstPerson };
            firstPerson += bed.People;
            yield return (bed, homes);
        }
    }

    private static IEnumerable<(int Number, Prison? Prison, Weighted<DeliveryUnit> Homes)> Places(OfflocFileOptions options)
    {
        var tables = PrisonTables.Shared;
        if (options.Places.Count == 0)
        {
            for (var number = 1; number <= options.People; number++)
            {
                yield return (number, null, tables.Units);
            }
        }

        var next = 1;
        foreach (var place in options.Places)
        {
            var homes = Homes(place);
            for (var i = 0; i < place.People; i++)
            {
                yield return (next++, tables.ByCode[place.PrisonCode], homes);
            }
        }
    }

    private static Weighted<DeliveryUnit> Homes(OfflocPlace place)
    {
        var units = PrisonTables.Shared.Units;
        if (place.HomeAreas.Count == 0)
        {
            return units;
        }

        var named = place.HomeAreas.Select(area => (units.Items.First(unit => unit.Code == area.UnitCode), area.Share)).ToList();
        var others = units.Items.Where(unit => named.All(n => n.Item1 != unit) && named.Any(n => n.Item1.RegionCode == unit.RegionCode)).ToList();
        var rest = Math.Max(0, 1 - named.Sum(n => n.Share));
        return new Weighted<DeliveryUnit>([.. named, .. others.Select(unit => (unit, rest / others.Count))]);
    }
}
