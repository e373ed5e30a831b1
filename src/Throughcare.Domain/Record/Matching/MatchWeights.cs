using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Matching;

/// <summary>Which two kinds of record are compared: each has its own weights.</summary>
public enum MatchPairing
{
    PrisonProbation,
    PrisonPrison,
    ProbationProbation,
}

/// <summary>What is compared, in the order in which a reader checks it.</summary>
public enum MatchField
{
    NomisNumber,
    Pnc,
    Cro,
    Surname,
    Forename,
    SecondForename,
    DateOfBirth,
    Sex,
}

/// <summary>What came of comparing one field.</summary>
public enum MatchOutcome
{
    Same,
    Similar,
    SameYearMonth,
    SameMonthDay,
    SameYearDay,
    DayMonthSwapped,
    Different,
    MissingPrisonSide,
    MissingProbationSide,

    /// <summary>One of two records of the same kind lacks it.</summary>
    MissingOneSide,
    MissingBoth,
}

/// <summary>How much each outcome says: base-2 logarithms of Bayes factors, from <c>matching-weights.csv</c>.</summary>
public static class MatchWeights
{
    public const string Table = "reference/matching-weights.csv";

    /// <summary>The public code that the weights are taken from.</summary>
    public const string Source = "ministryofjustice/CFO-ExternalDataIntegrationSystem";

    private static readonly MatchPairing[] Pairings = Enum.GetValues<MatchPairing>();

    private static readonly Lazy<Cells> Loaded = new(() => Read(CsvTable.Load(Table)));

    /// <summary>What is assumed before anything is compared.</summary>
    public static decimal Prior(MatchPairing pairing) => Loaded.Value.Priors[(int)pairing];

    /// <exception cref="KeyNotFoundException">The pairing does not compare the field, or not so.</exception>
    public static decimal Of(MatchPairing pairing, MatchField field, MatchOutcome outcome) =>
        Loaded.Value.Weights[(int)pairing, (int)field, (int)outcome]
        ?? throw new KeyNotFoundException($"{Table} has no weight for {pairing}, {field}, {outcome}.");

    /// <summary>Every cell that the table must fill for a pairing: no more and no fewer.</summary>
    public static IEnumerable<(MatchField Field, MatchOutcome Outcome)> CellsOf(MatchPairing pairing) =>
        from field in Enum.GetValues<MatchField>()
        where field is not MatchField.NomisNumber || pairing is MatchPairing.PrisonProbation   // not scored within one source
        from outcome in OutcomesOf(pairing, field)
        select (field, outcome);

    /// <summary>Checks that every weight is there; the host does so when it starts.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="TableException">A cell is missing, stands twice or has no place.</exception>
    public static int Check() => Loaded.Value.Count;

    /// <exception cref="TableException">A cell is missing, stands twice or has no place.</exception>
    public static IReadOnlyDictionary<(MatchPairing Pairing, MatchField? Field, MatchOutcome? Outcome), decimal> Parse(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);

        Dictionary<(MatchPairing, MatchField?, MatchOutcome?), decimal> cells = [];
        foreach (var row in table.Rows)
        {
            var pairing = Coded<MatchPairing>(row, "pairing");
            var isPrior = row["field"] == "ALL" && row["outcome"] == "PRIOR";
            var cell = isPrior ? (pairing, (MatchField?)null, (MatchOutcome?)null) : (pairing, Coded<MatchField>(row, "field"), Coded<MatchOutcome>(row, "outcome"));
            if (cell.Item2 is { } field && !OutcomesOf(pairing, field).Contains(cell.Item3!.Value))
            {
                throw row.Wrong("outcome", $"a {pairing} {field} is never {cell.Item3}");
            }

            if (!cells.TryAdd(cell, row.Amount("weight")))
            {
                throw row.Wrong("outcome", "the weight stands in an earlier row");
            }
        }

        foreach (var pairing in Pairings)
        {
            if (!cells.ContainsKey((pairing, null, null)))
            {
                throw new TableException(table.Name, 0, "field", $"{pairing} has no prior");
            }

            foreach (var (field, outcome) in CellsOf(pairing))
            {
                if (!cells.ContainsKey((pairing, field, outcome)))
                {
                    throw new TableException(table.Name, 0, "outcome", $"{pairing} has no weight for {field}, {outcome}");
                }
            }
        }

        return cells;
    }

    private static Cells Read(CsvTable table)
    {
        var cells = Parse(table);
        var weights = new decimal?[Pairings.Length, Enum.GetValues<MatchField>().Length, Enum.GetValues<MatchOutcome>().Length];
        var priors = new decimal[Pairings.Length];
        foreach (var ((pairing, field, outcome), weight) in cells)
        {
            if (field is { } of && outcome is { } came)
            {
                weights[(int)pairing, (int)of, (int)came] = weight;
            }
            else
            {
                priors[(int)pairing] = weight;
            }
        }

        return new(priors, weights, cells.Count);
    }

    private static IEnumerable<MatchOutcome> OutcomesOf(MatchPairing pairing, MatchField field)
    {
        if (field is MatchField.NomisNumber && pairing is not MatchPairing.PrisonProbation)
        {
            return [];
        }

        IEnumerable<MatchOutcome> alike = field switch
        {
            MatchField.DateOfBirth => [MatchOutcome.SameYearMonth, MatchOutcome.SameMonthDay, MatchOutcome.SameYearDay, MatchOutcome.DayMonthSwapped],
            MatchField.Sex => [],
            _ => [MatchOutcome.Similar],
        };
        IEnumerable<MatchOutcome> missing = pairing is MatchPairing.PrisonProbation
            ? [MatchOutcome.MissingPrisonSide, MatchOutcome.MissingProbationSide]
            : [MatchOutcome.MissingOneSide];
        return [MatchOutcome.Same, .. alike, MatchOutcome.Different, .. missing, MatchOutcome.MissingBoth];
    }

    /// <summary>A member of an enumeration written as the table writes it: <c>MISSING_BOTH</c>.</summary>
    private static TEnum Coded<TEnum>(CsvRow row, string column)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(row.Required(column).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw row.Wrong(column, $"is none of {string.Join(", ", Enum.GetNames<TEnum>())}");

    private sealed record Cells(decimal[] Priors, decimal?[,,] Weights, int Count);
}
