using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What the protect axis of the scheme of 2021 counts.</summary>
public sealed record ProtectInputs
{
    /// <summary>Risk of serious recidivism, per cent; held to two decimals before it is compared. What is missing or out of range counts nothing.</summary>
    public decimal? Rsr { get; init; }

    /// <summary>Of the newest registration.</summary>
    public RoshLevel? Rosh { get; init; }

    /// <summary>1 to 3; <see langword="null"/> or 0: none.</summary>
    public int? MappaLevel { get; init; }

    /// <summary>How many distinct ones are registered.</summary>
    public int ComplexityFactors { get; init; }

    /// <summary>What is counted for women alone.</summary>
    public int WomenPoints { get; init; }
}

/// <summary>The letter of the scheme of 2021: A from 150 points, B from 20, C from 10, else D. Of RSR and RoSH only the higher counts.</summary>
/// <remarks>Source: ministryofjustice/hmpps-tier; rows of <c>tier-v2-protect.csv</c>.</remarks>
public static class ProtectAxis
{
    private static readonly Lazy<TierRows> Loaded = new(() => TierRows.Load(TierTables.Protect, "input", "value"));

    /// <returns>The points, the letter, and what they consist of.</returns>
    public static (int Points, char Level, IReadOnlyList<TierPart> Parts) Of(ProtectInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        var rows = Loaded.Value;
        var rsr = inputs.Rsr is { } score ? rows.Holding("RSR", decimal.Round(score, 2, MidpointRounding.AwayFromZero)) : null;
        var rosh = TierWords.RoshCode(inputs.Rosh) is { } level ? rows["ROSH", level] : null;
        var mappa = inputs.MappaLevel is 1 or 2 or 3 ? rows["MAPPA", $"{inputs.MappaLevel}"] : null;
        var factors = inputs.ComplexityFactors * PointsOf(rows["COMPLEXITY", "FACTOR"]);
        var smaller = Math.Min(PointsOf(rsr), PointsOf(rosh));
        List<TierPart> parts = [];
        Add(rsr?.Meaning, PointsOf(rsr));
        Add(rosh?.Meaning, PointsOf(rosh));
        Add("Only the higher of RSR and RoSH counts", -smaller);
        Add(mappa?.Meaning, PointsOf(mappa));
        Add($"{Words.Count(inputs.ComplexityFactors, "complexity factor")}", factors);
        Add("Counted for women", inputs.WomenPoints);
        var points = PointsOf(rsr) + PointsOf(rosh) - smaller + PointsOf(mappa) + factors + inputs.WomenPoints;
        return (points, LevelOf(points), parts);

        void Add(string? name, int count)
        {
            if (name is not null && count != 0)
            {
                parts.Add(new("Protect", name, TierWords.Points(count)));
            }
        }
    }

    /// <param name="isCarer">Parenting or caring responsibilities: OASys 6.9 answered yes.</param>
    /// <param name="isImpulsiveOrLosesTemper">OASys 11.2 or 11.4 scored 1 or 2.</param>
    /// <param name="hasBreachOrRecall">On an active event within the last year.</param>
    public static int WomenPoints(bool isCarer, bool isImpulsiveOrLosesTemper, bool hasBreachOrRecall) =>
        (isCarer ? PointsOf(Loaded.Value["WOMEN", "PARENTING"]) : 0)
        + (isImpulsiveOrLosesTemper ? PointsOf(Loaded.Value["WOMEN", "IMPULSIVITY_OR_TEMPER"]) : 0)
        + (hasBreachOrRecall ? PointsOf(Loaded.Value["WOMEN", "BREACH_OR_RECALL"]) : 0);

    /// <param name="points">0 or more.</param>
    public static char LevelOf(int points) => Loaded.Value.Holding("LEVEL", points)!.Value[0];

    internal static void Check()
    {
        var rows = Loaded.Value;
        _ = WomenPoints(true, true, true) + PointsOf(rows["COMPLEXITY", "FACTOR"]) + PointsOf(rows["RSR", "HIGH"]) + PointsOf(rows["RSR", "MEDIUM"]);
        foreach (var level in Enum.GetValues<RoshLevel>())
        {
            _ = PointsOf(rows["ROSH", TierWords.RoshCode(level)!]);
        }

        for (var level = 1; level <= 3; level++)
        {
            _ = PointsOf(rows["MAPPA", $"{level}"]);
        }

        for (var points = 0; points <= 400; points++)
        {
            _ = rows.Holding("LEVEL", points) is { Value: ['A' or 'B' or 'C' or 'D'] } ? points : throw new TableException(TierTables.Protect, 0, "at_least", $"no level holds {points} points");
        }
    }

    private static int PointsOf(TierRow? row) => row is null ? 0 : row.Points ?? throw new TableException(TierTables.Protect, 0, "points", $"the row {row.Input} {row.Value} has no points");
}
