using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>How much a need stands in the way.</summary>
public enum NeedSeverity
{
    None,
    Standard,
    Severe,
}

/// <summary>One section of OASys that the change axis scores.</summary>
/// <param name="Name">As assessments name it: <c>DRUG_MISUSE</c>.</param>
/// <param name="Weighting">0: not scored.</param>
/// <param name="Standard">Least score of a standard need: of an ordinary assessment, and of strengths and needs.</param>
/// <param name="Severe">Least score of a severe one.</param>
public sealed record CriminogenicNeed(string Name, int Weighting, (int Ordinary, int Strengths) Standard, (int Ordinary, int Strengths) Severe, string Questions)
{
    public bool IsScored => Weighting > 0;

    /// <summary>"Drug misuse".</summary>
    public string Title => $"{Name[0]}{Name[1..].Replace('_', ' ').ToLowerInvariant()}";

    /// <param name="score">The sum of the answers; <see langword="null"/> where all are missing.</param>
    /// <param name="isStrengthsAndNeeds">By the assessment of strengths and needs, which has thresholds of its own.</param>
    /// <returns><see langword="null"/> where there is no score, and for a need that is not scored.</returns>
    public NeedSeverity? SeverityOf(int? score, bool isStrengthsAndNeeds = false)
    {
        if (score is not { } known || !IsScored)
        {
            return null;
        }

        var (standard, severe) = isStrengthsAndNeeds ? (Standard.Strengths, Severe.Strengths) : (Standard.Ordinary, Severe.Ordinary);
        return known >= severe ? NeedSeverity.Severe : known >= standard ? NeedSeverity.Standard : NeedSeverity.None;
    }
}

/// <summary>The needs of <c>tier-v2-needs.csv</c>.</summary>
/// <remarks>Source: ministryofjustice/hmpps-tier.</remarks>
public static class CriminogenicNeeds
{
    private static readonly Lazy<FrozenDictionary<string, CriminogenicNeed>> Loaded = new(() =>
        CsvTable.Load(TierTables.Needs).Rows.Select(Read).ToFrozenDictionary(need => need.Name, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<CriminogenicNeed>> Ordered = new(() => [.. CsvTable.Load(TierTables.Needs).Rows.Select(row => Loaded.Value[row["need"]])]);

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<CriminogenicNeed> All => Ordered.Value;

    public static CriminogenicNeed? Find(string? name) => name is null ? null : Loaded.Value.GetValueOrDefault(name);

    internal static void Check() => _ = All.Count;

    private static CriminogenicNeed Read(CsvRow row)
    {
        var weighting = row.Whole("weighting");
        if (weighting == 0)
        {
            return new(row.Required("need"), 0, default, default, row["scored_questions"]);
        }

        var need = new CriminogenicNeed(
            row.Required("need"), weighting, (row.Whole("standard_from"), row.Whole("strengths_and_needs_standard_from")),
            (row.Whole("severe_from"), row.Whole("strengths_and_needs_severe_from")), row.Required("scored_questions"));
        return weighting > 0 && need.Standard.Ordinary <= need.Severe.Ordinary && need.Standard.Strengths <= need.Severe.Strengths
            ? need : throw row.Wrong("severe_from", "is less than where a standard need begins");
    }
}
