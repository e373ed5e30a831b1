using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What the change axis of the scheme of 2021 counts.</summary>
public sealed record ChangeInputs
{
    /// <summary>A current event obliges the person to more than unpaid work: see <see cref="SupervisedEvent.GivesMandate"/>.</summary>
    public bool HasMandate { get; init; }

    /// <summary>There is a completed assessment, however old.</summary>
    public bool HasAssessment { get; init; }

    /// <summary>By name of the need; one without an entry has no severity.</summary>
    public IReadOnlyDictionary<string, NeedSeverity> Needs { get; init; } = new Dictionary<string, NeedSeverity>();

    /// <summary>Every question by which needs are scored is on record; else a need may be worse than its score.</summary>
    public bool HasAllAnswers { get; init; } = true;

    /// <summary>Per cent within two years, 0 to 100.</summary>
    public decimal? Ogrs { get; init; }

    /// <summary>Registered for Integrated Offender Management.</summary>
    public bool IsIom { get; init; }
}

/// <summary>The digit of the scheme of 2021: 3 from 20 points, 2 from 10, else 1; 0 without a mandate, 2 with a mandate and no assessment.</summary>
/// <remarks>Source: ministryofjustice/hmpps-tier; rows of <c>tier-v2-change.csv</c>.</remarks>
public static class ChangeAxis
{
    private static readonly Lazy<TierRows> Loaded = new(() => TierRows.Load(TierTables.Change, "input", "value"));

    public static (int Points, int Level, IReadOnlyList<TierPart> Parts) Of(ChangeInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        if (!inputs.HasMandate || !inputs.HasAssessment)
        {
            var row = Loaded.Value.Rows.First(row => row.Input == (inputs.HasMandate ? "NO_ASSESSMENT" : "NO_MANDATE"));
            return (PointsOf(row), row.Value[0] - '0', [new("Change", row.Meaning, $"Level {row.Value}")]);
        }

        List<TierPart> parts = [];
        var points = 0;
        foreach (var need in CriminogenicNeeds.All.Where(need => need.IsScored))
        {
            if (inputs.Needs.TryGetValue(need.Name, out var severity) && severity is not NeedSeverity.None)
            {
                Add($"{need.Title}: {(severity is NeedSeverity.Severe ? "severe" : "standard")} need", need.Weighting * PointsOf(Loaded.Value["NEED", severity is NeedSeverity.Severe ? "SEVERE" : "STANDARD"]));
            }
        }

        if (inputs.Ogrs is { } ogrs)
        {
            Add($"OGRS {TierWords.Percent(ogrs)}", (int)decimal.Floor(ogrs / 10) * PointsOf(Loaded.Value["OGRS", "EACH_TEN"]));
        }

        if (inputs.IsIom)
        {
            Add("Integrated Offender Management", PointsOf(Loaded.Value["IOM", "REGISTERED"]));
        }

        return (points, LevelOf(points), parts);

        void Add(string name, int count)
        {
            points += count;
            parts.Add(new("Change", name, TierWords.Points(count)));
        }
    }

    /// <param name="points">0 or more, of a case with a mandate and an assessment.</param>
    public static int LevelOf(int points) => Loaded.Value.Holding("LEVEL", points)!.Value[0] - '0';

    internal static void Check()
    {
        var rows = Loaded.Value;
        _ = PointsOf(rows["NEED", "STANDARD"]) + PointsOf(rows["NEED", "SEVERE"]) + PointsOf(rows["OGRS", "EACH_TEN"]) + PointsOf(rows["IOM", "REGISTERED"]);
        _ = Of(new()).Level + Of(new() { HasMandate = true }).Level;
        for (var points = 0; points <= 60; points++)
        {
            _ = rows.Holding("LEVEL", points) is { Value: ['1' or '2' or '3'] } ? points : throw new TableException(TierTables.Change, 0, "at_least", $"no level holds {points} points");
        }
    }

    private static int PointsOf(TierRow row) => row.Points ?? throw new TableException(TierTables.Change, 0, "points", $"the row {row.Input} {row.Value} has no points");
}

/// <summary>A sentence or order that a person is under, as the change axis reads it.</summary>
/// <param name="Type">Code of its kind: NC and SC are custodial.</param>
/// <param name="IsCurrent">It has not ended.</param>
public sealed record SupervisedEvent(string Type, bool IsCurrent, IReadOnlyList<SupervisedRequirement> Requirements)
{
    /// <summary>It is custodial, or one of its requirements is neither restrictive nor unpaid work nor an order extended.</summary>
    public bool GivesMandate => IsCurrent && (Type is "NC" or "SC" || Requirements.Any(requirement => !requirement.IsRestrictive && requirement.MainCategory is not ("W" or "W1")));
}

/// <param name="MainCategory">W: unpaid work; W1: order extended.</param>
public sealed record SupervisedRequirement(string MainCategory, bool IsRestrictive);
