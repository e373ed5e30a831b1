using System.Globalization;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What the tiers of 2006 rest on.</summary>
public sealed record NominalTierInputs
{
    /// <summary>In the community, in force on the day; without it there is no tier.</summary>
    public RoshLevel? Rosh { get; init; }

    /// <summary>0 to 3; <see langword="null"/>: not known to apply.</summary>
    public int? MappaLevel { get; init; }

    public bool IsPpo { get; init; }

    public bool IsIndeterminate { get; init; }

    /// <summary>Raw OASys total: 0 to 40 low, 41 to 99 medium, 100 and more high.</summary>
    public int? OasysTotal { get; init; }

    /// <summary>Per cent within two years, 0 to 100.</summary>
    public decimal? Ogrs { get; init; }

    /// <summary>An accredited programme is required by the sentence or the plan.</summary>
    public bool RequiresProgramme { get; init; }

    public int ComplexityFactors { get; init; }

    /// <summary>A resettlement need is recorded.</summary>
    public bool HasNeed { get; init; }
}

/// <summary>The tiers of 2006: 1 punish, 2 help, 3 change, 4 control, each on top of the one before.</summary>
/// <remarks>Which tier a case begins with is decided by <c>tier-2006-criteria.csv</c>, first match from tier 4 down; a manager may choose another.
/// Without OASys and OGRS the rest decides and the tier is provisional; without RoSH there is none.
/// Source: NOMS Offender Management Model (2006); Probation Circular 65/2005; the thresholds are inferred.</remarks>
public static class NominalTier
{
    private const string Source = "NOMS Offender Management Model (2006); Probation Circular 65/2005. Thresholds inferred";

    private static readonly Lazy<IReadOnlyList<Level>> Loaded = new(Load);

    /// <summary>The four tiers, the highest first.</summary>
    public static IReadOnlyList<NominalTierLevel> Levels => [.. Loaded.Value.Select(level => level.Row)];

    public static Explained<TierResult> For(NominalTierInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        if (inputs.Rosh is null)
        {
            return Say(new(TierScheme.Nom, TierState.Missing, null) { Missing = ["Record the RoSH level"] }, "There is no tier: the RoSH level is not recorded.", inputs);
        }

        var isProvisional = inputs.OasysTotal is null && inputs.Ogrs is null;
        foreach (var level in Loaded.Value)
        {
            var met = level.Criteria.Where(criterion => criterion.Holds(inputs)).ToList();
            if (met.Count == 0 && level.Criteria.Count > 0)
            {
                continue;
            }

            var result = new TierResult(TierScheme.Nom, TierState.Tiered, level.Row.Tier.ToString(CultureInfo.InvariantCulture))
            {
                IsProvisional = isProvisional,
                Parts = [.. met.Select(criterion => new TierPart("Criterion", criterion.Meaning, $"Tier {level.Row.Tier}"))],
                Missing = isProvisional ? ["Complete an OASys assessment or calculate OGRS"] : [],
            };
            var because = met.Count > 0 ? $"Tier {level.Row.Tier} ({level.Row.Approach}): {string.Join("; ", met.Select(criterion => criterion.Meaning))}." : $"Tier {level.Row.Tier} ({level.Row.Approach}): nothing asks for a higher tier.";
            return Say(result, isProvisional ? $"{because} Provisional, because neither OASys nor OGRS is recorded." : because, inputs);
        }

        throw new TableException(TierTables.NomCriteria, 0, "", "no tier is for everything else");
    }

    internal static void Check() => _ = Loaded.Value.Count;

    private static Explained<TierResult> Say(TierResult result, string because, NominalTierInputs inputs) => new(result, "tier/2006", because, Source,
    [
        new("RoSH", TierWords.Rosh(inputs.Rosh)),
        new("MAPPA level", inputs.MappaLevel is { } mappa ? mappa.ToString(CultureInfo.InvariantCulture) : "None"),
        new("Prolific or other priority offender", TierWords.Yes(inputs.IsPpo)),
        new("Indeterminate sentence", TierWords.Yes(inputs.IsIndeterminate)),
        new("OASys total", TierWords.Number(inputs.OasysTotal)),
        new("OGRS", TierWords.Percent(inputs.Ogrs)),
        new("Accredited programme required", TierWords.Yes(inputs.RequiresProgramme)),
        new("Complexity factors", inputs.ComplexityFactors.ToString(CultureInfo.InvariantCulture)),
        new("Resettlement need", TierWords.Yes(inputs.HasNeed)),
    ]);

    private static List<Level> Load()
    {
        var criteria = CsvTable.Load(TierTables.NomCriteria).Rows.Select(Criterion.Read).ToLookup(criterion => criterion.Tier);
        var levels = CsvTable.Load(TierTables.Nom).Rows
            .OrderBy(row => row.Whole("rule_order"))
            .Select(row => new NominalTierLevel(row.Whole("tier"), row.Required("approach"), row.Required("resource_description"), row.Required("default_rule")))
            .Select(row => new Level(row, [.. criteria[row.Tier]])).ToList();
        return levels is [.., { Criteria.Count: 0 }] && levels.SkipLast(1).All(level => level.Criteria.Count > 0) ? levels
            : throw new TableException(TierTables.NomCriteria, 0, "tier", "the last tier alone is for everything else");
    }

    private sealed record Level(NominalTierLevel Row, IReadOnlyList<Criterion> Criteria);

    private sealed record Criterion(int Tier, string Meaning, Func<NominalTierInputs, bool> Holds)
    {
        public static Criterion Read(CsvRow row) => new(row.Whole("tier"), row.Required("meaning"), row.Required("criterion") switch
        {
            "ROSH_FROM" when RoshLevelText.Read(row["value"]) is { } level => inputs => inputs.Rosh >= level,
            "MAPPA_LEVEL_FROM" => AtLeast(row, inputs => inputs.MappaLevel),
            "OASYS_FROM" => AtLeast(row, inputs => inputs.OasysTotal),
            "OGRS_FROM" => AtLeast(row, inputs => inputs.Ogrs),
            "FACTORS_WITH_MEDIUM_FROM" => AtLeast(row, inputs => inputs.Rosh is RoshLevel.Medium ? inputs.ComplexityFactors : null),
            "PPO" => inputs => inputs.IsPpo,
            "INDETERMINATE" => inputs => inputs.IsIndeterminate,
            "PROGRAMME" => inputs => inputs.RequiresProgramme,
            "NEED" => inputs => inputs.HasNeed,
            _ => throw row.Wrong("criterion", $"is '{row["criterion"]}' with '{row["value"]}', which no rule reads"),
        });

        private static Func<NominalTierInputs, bool> AtLeast(CsvRow row, Func<NominalTierInputs, decimal?> read)
        {
            var least = row.Amount("value");
            return inputs => read(inputs) >= least;
        }
    }
}

/// <param name="Tier">1 to 4.</param>
/// <param name="Approach">"Punish + Help".</param>
/// <param name="Resources">What it asks of staff.</param>
/// <param name="DefaultRule">Who begins with it, in words.</param>
public sealed record NominalTierLevel(int Tier, string Approach, string Resources, string DefaultRule);
