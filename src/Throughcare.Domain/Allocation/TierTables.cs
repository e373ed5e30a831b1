using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The tables by which tiers are worked out, workload is counted and key work is measured, read and checked on first use.</summary>
public static class TierTables
{
    public const string Nom = "allocation/tier-2006.csv";
    public const string NomCriteria = "allocation/tier-2006-criteria.csv";
    public const string ComplexityFactors = "allocation/tier-complexity-factors.csv";
    public const string RegisterCodes = "allocation/tier-register-codes.csv";
    public const string Protect = "allocation/tier-v2-protect.csv";
    public const string Change = "allocation/tier-v2-change.csv";
    public const string Needs = "allocation/tier-v2-needs.csv";
    public const string Matrix = "allocation/tier-v3-predictor-matrix.csv";
    public const string Steps = "allocation/tier-v3-steps.csv";
    public const string Points = "allocation/workload-points.csv";
    public const string ContactPoints = "allocation/workload-contact-points.csv";
    public const string ReductionReasons = "allocation/workload-reduction-reasons.csv";
    public const string Settings = "allocation/workload-settings.csv";
    public const string KeyWorkerCodes = "allocation/keyworker-codes.csv";

    /// <summary>Each with the columns that name a row.</summary>
    public static IReadOnlyList<(string Table, string[] Key)> Keys { get; } =
    [
        (Nom, ["tier"]), (NomCriteria, ["tier", "criterion"]), (ComplexityFactors, ["register_code"]), (RegisterCodes, ["register_code"]),
        (Protect, ["input", "value"]), (Change, ["input", "value"]), (Needs, ["need"]), (Matrix, ["csrp_from", "arp_from"]), (Steps, ["step", "condition"]),
        (Points, ["case_type", "tier"]), (ContactPoints, ["contact_code"]), (ReductionReasons, ["reason"]), (Settings, ["setting"]), (KeyWorkerCodes, ["list", "code"]),
    ];

    private static readonly Lazy<FrozenSet<string>> Factors = new(() => CsvTable.Load(ComplexityFactors).Rows.Select(row => row.Required("register_code")).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Registers that count as complexity factors.</summary>
    public static FrozenSet<string> ComplexityRegisters => Factors.Value;

    /// <summary>Reads them all.</summary>
    /// <exception cref="TableException">One is not as it must be.</exception>
    public static void Check()
    {
        foreach (var (table, key) in Keys)
        {
            ReferenceTables.CheckKeys(CsvTable.Load(table), key);
        }

        _ = ComplexityRegisters.Count;
        NominalTier.Check();
        ProtectAxis.Check();
        ChangeAxis.Check();
        CriminogenicNeeds.Check();
        SupervisionTier.Check();
        WorkloadPoints.Check();
        WorkReductions.Check();
        WorkloadSettings.Check();
        KeyWorkSettings.Check();
    }
}

/// <summary>Rows that are named by two columns and give a number or a tier.</summary>
internal sealed class TierRows
{
    private readonly FrozenDictionary<(string, string), TierRow> _rows;

    private TierRows(string table, IReadOnlyList<TierRow> rows)
    {
        (Table, Rows) = (table, rows);
        _rows = rows.ToFrozenDictionary(row => (row.Input, row.Value));
    }

    public string Table { get; }

    public IReadOnlyList<TierRow> Rows { get; }

    /// <exception cref="TableException">There is no such row.</exception>
    public TierRow this[string input, string value] => Find(input, value) ?? throw new TableException(Table, 0, value, $"the row {input} {value} is missing");

    public TierRow? Find(string input, string value) => _rows.GetValueOrDefault((input, value));

    /// <summary>The row of an input whose range holds a number; <see langword="null"/> where none does.</summary>
    public TierRow? Holding(string input, decimal number) => Rows.FirstOrDefault(row => row.Input == input && row.HasRange && row.Holds(number));

    public static TierRows Load(string table, string input, string value) => new(table, [.. CsvTable.Load(table).Rows.Select(row => new TierRow(
        row.Required(input), row.Required(value), row.Optional("at_least") is null ? null : row.Amount("at_least"), row.Optional("below") is null ? null : row.Amount("below"),
        row.Has("points") ? row.OptionalWhole("points") : null, row.Has("tier") ? Letter(row) : null, row.Required("meaning")))]);

    private static char? Letter(CsvRow row) => row["tier"] is [>= 'A' and <= 'G' and var letter] ? letter : throw row.Wrong("tier", "is not a letter from A to G");
}

/// <param name="AtLeast">The range begins here; <see langword="null"/>: with no least.</param>
/// <param name="Below">The range ends before this; <see langword="null"/>: with no greatest.</param>
internal sealed record TierRow(string Input, string Value, decimal? AtLeast, decimal? Below, int? Points, char? Tier, string Meaning)
{
    public bool HasRange => AtLeast is not null || Below is not null;

    public bool Holds(decimal number) => !(number < AtLeast) && !(number >= Below);
}
