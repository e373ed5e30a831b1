using System.Collections.Frozen;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Allocation;

/// <summary>In which delivery unit a place lies: towns, courts, and beginnings of postcodes where an administrator adds them.</summary>
/// <remarks>Where a town lies is public; which unit covers it is inferred from what the units are called. A town that several units share is left
/// out, and so are London and postcodes.</remarks>
public static class HomeAreaTable
{
    public const string Table = "reference/area-to-pdu.csv";

    private const string Town = "TOWN";

    private const string CourtKind = "COURT";

    private const string PostcodeKind = "POSTCODE";

    private static readonly Lazy<FrozenDictionary<(string Kind, string Place), string>> Own = new(() => Read(CsvTable.Load(Table)));

    private static volatile FrozenDictionary<(string Kind, string Place), string>? _rows;

    private static FrozenDictionary<(string Kind, string Place), string> Rows => _rows ?? Own.Value;

    /// <summary>Goes over to another version of the table; <see langword="null"/> for the product's own.</summary>
    public static void Use(CsvTable? version) => _rows = version is null ? null : Read(version);

    /// <summary>The unit of an address: by its postcode, the smallest part of it that the table has, else by the last of its lines that is a town.</summary>
    /// <param name="lines">Joined by line feeds.</param>
    /// <param name="postcode">Upper case, one space; <see langword="null"/> where there is none.</param>
    /// <returns><see langword="null"/> where the table says nothing, or the unit is closed.</returns>
    public static ProbationPlace? OfAddress(string lines, string? postcode)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return PartsOf(postcode).Select(part => Find(PostcodeKind, part)).FirstOrDefault(unit => unit is not null) ?? lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Reverse().Select(line => Find(Town, line.TrimEnd(',', '.'))).FirstOrDefault(unit => unit is not null);
    }

    /// <summary>The unit of a court, by its code or name; <see langword="null"/> for one that no table knows.</summary>
    public static ProbationPlace? OfCourt(string? court) => Courts.Match(court) is { } known ? Find(CourtKind, known.Code) : null;

    internal static void Check()
    {
        if (Own.Value.FirstOrDefault(row => ProbationPlaces.Find(row.Value) is not { Level: ProbationLevel.Pdu }) is { Value: { } wrong } row)
        {
            throw new TableException(Table, 0, "pdu_code", $"the row of {row.Key.Place} names {wrong}, which is no delivery unit");
        }
    }

    /// <summary>Unit, sector, district and area of a postcode: LS29 9AB, LS29 9, LS29, LS.</summary>
    private static IEnumerable<string> PartsOf(string? postcode)
    {
        if (postcode?.Split(' ') is not [{ Length: > 0 } district, { Length: > 0 } rest])
        {
            yield break;
        }

        yield return postcode;
        yield return $"{district} {rest[0]}";
        yield return district;
        yield return string.Concat(district.TakeWhile(char.IsAsciiLetter));
    }

    private static ProbationPlace? Find(string kind, string place) =>
        Rows.TryGetValue((kind, place.ToUpperInvariant()), out var code) && ProbationPlaces.Find(code) is { Level: ProbationLevel.Pdu, IsActive: true } unit ? unit : null;

    private static FrozenDictionary<(string Kind, string Place), string> Read(CsvTable table) =>
        table.Rows.ToFrozenDictionary(row => (row.Required("kind"), row.Required("place").ToUpperInvariant()), row => row.Required("pdu_code"));
}
