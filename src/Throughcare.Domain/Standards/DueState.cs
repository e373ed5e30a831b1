using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>How things stand with a due item.</summary>
public enum DueState
{
    /// <summary>The rule does not apply, another outranks it, or the case is exempt.</summary>
    NotApplicable,

    /// <summary>Facts are missing to know whether the rule applies.</summary>
    NotDetermined,
    Upcoming,
    DueSoon,

    /// <summary>Due today, or overdue and still achievable.</summary>
    Due,
    MetOnTime,
    MetLate,

    /// <summary>What ended the time for it has happened.</summary>
    Missed,

    /// <summary>Put off with approval.</summary>
    Deferred,

    /// <summary>What called for it was withdrawn or replaced.</summary>
    Superseded,
}

/// <summary>Whether an item counts among those that figures are a share of.</summary>
public enum DenominatorCount
{
    No,
    Yes,
    WhenOverdue,

    /// <summary>As the reason of the deferral says.</summary>
    PerReason,
}

/// <summary>A state in words, and how it counts in figures.</summary>
/// <param name="IsFinal">Stays as it is unless something is put right.</param>
public sealed record DueStateInfo(DueState State, string Code, string Label, bool IsFinal, DenominatorCount Counts, bool CountsOnTime, bool CountsCompleted);

/// <summary>The states of <c>due-states.csv</c>; a test holds the two together.</summary>
public static class DueStates
{
    public const string Table = "codes/due-states.csv";

    private static readonly Lazy<DueStateInfo[]> Loaded = new(() => [.. CsvTable.Load(Table).Rows.Select(Read).OrderBy(info => info.State)]);

    /// <summary>All states, in the order of <see cref="DueState"/>.</summary>
    public static IReadOnlyList<DueStateInfo> All => Loaded.Value;

    public static DueStateInfo Of(DueState state) => Loaded.Value[(int)state];

    /// <summary>Reads a code such as <c>MET_ON_TIME</c>; <see langword="null"/> for any other text.</summary>
    public static DueState? Parse(string? code) => Loaded.Value.FirstOrDefault(info => info.Code == code)?.State;

    private static DueStateInfo Read(CsvRow row) => new(
        row.Member<DueState>("code"), row.Required("code"), row.Required("label"), row.Flag("final"),
        row.OneOf("counts_denominator", ("false", DenominatorCount.No), ("true", DenominatorCount.Yes), ("only when overdue", DenominatorCount.WhenOverdue), ("per reason", DenominatorCount.PerReason)),
        row.Flag("counts_on_time"), row.Flag("counts_completed"));
}
