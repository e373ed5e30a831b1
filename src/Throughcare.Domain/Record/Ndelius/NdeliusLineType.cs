using System.Collections.Frozen;
using System.Collections.Immutable;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>The data lines of the probation extract that are kept.</summary>
public enum NdeliusLineKind : byte
{
    Offenders = 1,
    OffenderManager,
    OffenderAddress,
    OffenderTransfer,
    AliasDetails,
    AdditionalIdentifier,
    RegistrationDetails,
    OAS,
    PersonalCircumstances,
    Disability,
    Provision,
    EventDetails,
    MainOffence,
    Disposal,
    Requirement,
}

/// <summary>One field of a line.</summary>
/// <param name="Offset">From 0, in characters; the prefix stands at 0.</param>
/// <param name="Length">In characters.</param>
public readonly record struct NdeliusField(string Name, int Offset, int Length);

/// <summary>A kind of data line: by its length, and where two have the same by the section it stands in.</summary>
public sealed class NdeliusLineType
{
    public const string Deleted = "Deleted";

    /// <summary>Lines that are known and hold nothing that is kept.</summary>
    private static readonly string[] ReadPast = ["OrderManager", "Release"];

    /// <summary>Fields that are read past: descriptions of what a code says, and the office of a manager.</summary>
    private static readonly FrozenDictionary<string, string[]> Unread = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Offenders"] = ["TitleDescription"],
        ["OffenderManager"] = ["OrgDescription", "BuildingName", "HouseNumber", "Street", "District", "Town", "County", "PostCode", "ContactNo"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<ImmutableArray<NdeliusLineType>> Read = new(Load);

    private readonly FrozenDictionary<string, int> _slots;

    private NdeliusLineType(string name, NdeliusLineKind? kind, int length, string section, ImmutableArray<NdeliusField> fields)
    {
        (Name, Kind, Length, Section, Fields) = (name, kind, length, section, fields);
        _slots = fields.Select((field, slot) => KeyValuePair.Create(field.Name, slot)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static ImmutableArray<NdeliusLineType> All => Read.Value;

    public string Name { get; }

    /// <summary><see langword="null"/> for a line that is read past.</summary>
    public NdeliusLineKind? Kind { get; }

    /// <summary>Characters of a line.</summary>
    public int Length { get; }

    /// <summary>The section that tells it from another line of its length; empty where none is needed.</summary>
    public string Section { get; }

    /// <summary>The fields that are kept, in the order of the line.</summary>
    public ImmutableArray<NdeliusField> Fields { get; }

    public static NdeliusLineType Of(NdeliusLineKind kind) => All.First(type => type.Kind == kind);

    /// <summary>The kind of a data line; <see langword="null"/> for one that no layout has.</summary>
    /// <param name="length">Characters of the line.</param>
    /// <param name="section">What the last section before it was called.</param>
    public static NdeliusLineType? Find(int length, string section)
    {
        NdeliusLineType? only = null;
        var several = false;
        foreach (var type in All)
        {
            if (type.Length != length)
            {
                continue;
            }

            if (type.Section.Length > 0 && string.Equals(type.Section, section, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }

            (only, several) = (type, only is not null);
        }

        return several ? null : only;
    }

    /// <summary>Where a field stands among those that are kept.</summary>
    /// <exception cref="KeyNotFoundException">The line has no such field, or it is read past.</exception>
    public int SlotOf(string field) => _slots[field];

    private static ImmutableArray<NdeliusLineType> Load() => Load(CsvTable.Load("reference/ndelius-record-layout.csv"));

    /// <summary>Reads the layout.</summary>
    /// <exception cref="TableException">It is not as it must be.</exception>
    public static ImmutableArray<NdeliusLineType> Load(CsvTable table)
    {
        var types = ImmutableArray.CreateBuilder<NdeliusLineType>();
        foreach (var rows in table.Rows.Where(row => row["record_prefix"] == "LD").GroupBy(row => row.Required("record_type"), StringComparer.Ordinal))
        {
            var (first, last) = (rows.First(), rows.Last());
            var next = 2;
            foreach (var row in rows)
            {
                if (row.Whole("offset0") != next || row.Whole("line_length") != first.Whole("line_length"))
                {
                    throw row.Wrong("offset0", "the fields of a line must follow one another in lines of one length");
                }

                next += row.Whole("length");
            }

            if (last["field"] != Deleted || next > first.Whole("line_length"))
            {
                throw last.Wrong("field", $"the last field of a line is {Deleted}, and lies within it");
            }

            var isReadPast = ReadPast.Contains(rows.Key);
            if (!Enum.TryParse<NdeliusLineKind>(rows.Key, out var kind) && !isReadPast)
            {
                throw first.Wrong("record_type", "is not a line that is known");
            }

            var unread = Unread.GetValueOrDefault(rows.Key) ?? [];
            types.Add(new(rows.Key, isReadPast ? null : kind, first.Whole("line_length"), first["section"],
                [.. rows.Where(row => !unread.Contains(row["field"])).Select(row => new NdeliusField(row["field"], row.Whole("offset0"), row.Whole("length")))]));
        }

        foreach (var kind in Enum.GetValues<NdeliusLineKind>().Where(kind => !types.Any(type => type.Kind == kind)))
        {
            throw new TableException(table.Name, 0, "record_type", $"there is no {kind}");
        }

        return types.DrainToImmutable();
    }
}
