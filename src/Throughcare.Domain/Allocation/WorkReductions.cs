using System.Collections.Frozen;
using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Why somebody can carry less: a row of <c>workload-reduction-reasons.csv</c>.</summary>
/// <param name="FixedPercent">Of contracted hours, whatever is typed.</param>
/// <param name="MaxPercent">Of contracted hours, at most.</param>
/// <param name="MonthsToExpiry">It ends after so many months unless another day is given.</param>
public sealed record ReductionReason(string Reason, string Category, decimal? FixedPercent, decimal? MaxPercent, int? MonthsToExpiry)
{
    /// <summary>The day on which a reduction that starts on a day ends unless another is given.</summary>
    public DateOnly? DefaultEnd(DateOnly start) => MonthsToExpiry is { } months ? start.AddMonths(months) : null;

    /// <summary>Hours that the reason itself gives, to one decimal; <see langword="null"/> where they have to be typed.</summary>
    public decimal? FixedHours(decimal contracted) => FixedPercent is { } percent ? WorkReductions.Hours(contracted, percent) : null;
}

public enum ReductionStatus
{
    /// <summary>It has not begun.</summary>
    Scheduled,
    Active,

    /// <summary>It is over.</summary>
    Archived,

    /// <summary>It was taken back by hand.</summary>
    Deleted,
}

/// <summary>How reductions of hours work.</summary>
/// <remarks>Source: ministryofjustice/hmpps-workload and wmt-worker.</remarks>
public static class WorkReductions
{
    private static readonly Lazy<IReadOnlyList<ReductionReason>> Loaded = new(() => [.. CsvTable.Load(TierTables.ReductionReasons).Rows.Select(Read)]);

    private static readonly Lazy<FrozenDictionary<string, ReductionReason>> ByName = new(() => Loaded.Value.ToFrozenDictionary(reason => reason.Reason, StringComparer.Ordinal));

    public static IReadOnlyList<ReductionReason> Reasons => Loaded.Value;

    public static ReductionReason? Find(string? reason) => reason is null ? null : ByName.Value.GetValueOrDefault(reason);

    /// <summary>Both days count: it is active from its first day to its last.</summary>
    public static ReductionStatus StatusOn(DateOnly day, DateOnly start, DateOnly? end, bool isDeleted = false) => isDeleted ? ReductionStatus.Deleted
        : day < start ? ReductionStatus.Scheduled
        : day > end ? ReductionStatus.Archived
        : ReductionStatus.Active;

    /// <summary>Per cent of contracted hours, to one decimal, half up.</summary>
    public static decimal Hours(decimal contracted, decimal percent) => Half.Up(contracted * percent / 100, 1);

    /// <summary>What stands in the way of a reduction; empty where nothing does.</summary>
    /// <param name="others">Hours of other reductions that run at the same time.</param>
    public static IReadOnlyList<Refusal> Check(ReductionReason reason, decimal hours, DateOnly start, DateOnly? end, decimal contracted, decimal others)
    {
        ArgumentNullException.ThrowIfNull(reason);

        List<Refusal> wrong = [];
        if (hours <= 0)
        {
            wrong.Add(new("Hours", "Hours must be more than 0"));
        }
        else if (reason.MaxPercent is { } most && hours > Hours(contracted, most))
        {
            wrong.Add(new("Hours", $"For this reason hours must be {Text(Hours(contracted, most))} or fewer, {Text(most)}% of contracted hours"));
        }
        else if (others + hours > contracted)
        {
            wrong.Add(new("Hours", $"All reductions together must not be more than the contracted {Text(contracted)} hours. {Text(Math.Max(0, contracted - others))} hours are left"));
        }

        if (end is { } last && last <= start)
        {
            wrong.Add(new("End", "End date must be after the start date"));
        }

        return wrong;
    }

    internal static void Check() => _ = ByName.Value.Count;

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static ReductionReason Read(CsvRow row)
    {
        var reason = new ReductionReason(
            row.Required("reason"), row.Required("category"), row.Optional("fixed_percent") is null ? null : row.Amount("fixed_percent"),
            row.Optional("max_percent") is null ? null : row.Amount("max_percent"), row.OptionalWhole("months_to_expiry"));
        return reason is { FixedPercent: null or (> 0 and <= 100), MaxPercent: null or (> 0 and <= 100), MonthsToExpiry: null or > 0 }
            ? reason : throw row.Wrong("fixed_percent", "is not a per cent from 1 to 100, or the months are fewer than 1");
    }
}
