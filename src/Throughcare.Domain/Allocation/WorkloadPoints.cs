using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Where a case of a community offender manager stands.</summary>
public enum WorkloadCaseType
{
    Community,
    Licence,
    Custody,
}

/// <summary>One case, or several that count alike.</summary>
/// <param name="Count">0 or more.</param>
/// <param name="Type"><see langword="null"/>: what its points depend on is not known.</param>
/// <param name="Tier"><c>B2</c>; <see langword="null"/>: not tiered, which counts nothing.</param>
public sealed record WorkloadCase(int Count, WorkloadCaseType? Type, string? Tier)
{
    /// <summary>A young adult in transition, who has points of their own.</summary>
    public bool IsTransition { get; init; }

    public CaseInactivity Inactivity { get; init; }

    /// <summary>Points of one case, where they are not to be taken from the table.</summary>
    public decimal? Forced { get; init; }
}

/// <summary>Work for one contact, by its code.</summary>
public sealed record WorkloadContact(int Count, string Code);

/// <summary>All that a community offender manager's points are added from.</summary>
public sealed record WorkloadInputs
{
    public IReadOnlyList<WorkloadCase> Cases { get; init; } = [];

    /// <summary>Standard delivery reports of the last 30 days.</summary>
    public int StandardReports { get; init; }

    /// <summary>Fast delivery reports of the last 30 days.</summary>
    public int FastReports { get; init; }

    /// <summary>Contacts done for cases of others.</summary>
    public IReadOnlyList<WorkloadContact> ForOthers { get; init; } = [];

    /// <summary>Contacts that others did for the own cases.</summary>
    public IReadOnlyList<WorkloadContact> ByOthers { get; init; } = [];
}

/// <param name="Points">Rounded half up; may be negative.</param>
/// <param name="Parts">What they consist of.</param>
/// <param name="Unscored">Cases whose tier no table knows: they count nothing and have to be looked at.</param>
public sealed record WorkloadTotal(int Points, IReadOnlyList<WorkloadPart> Parts, IReadOnlyList<WorkloadCase> Unscored);

/// <param name="Each">Points of one.</param>
public sealed record WorkloadPart(string Name, int Count, decimal Each)
{
    public decimal Points => Count * Each;
}

/// <summary>How many points a workload has.</summary>
/// <remarks>Source: ministryofjustice/hmpps-workload and wmt-worker; <c>workload-points.csv</c>, <c>workload-contact-points.csv</c>.
/// Reports for the Parole Board and ARMS are recorded and not counted.</remarks>
public static class WorkloadPoints
{
    private static readonly Lazy<FrozenDictionary<(WorkloadCaseType, string), (int Points, int Transition)>> Cases = new(() =>
        CsvTable.Load(TierTables.Points).Rows.ToFrozenDictionary(row => (row.Member<WorkloadCaseType>("case_type"), row.Required("tier")), row => (row.Whole("points"), row.Whole("points_t2a"))));

    private static readonly Lazy<FrozenDictionary<string, int>> Contacts = new(() =>
        CsvTable.Load(TierTables.ContactPoints).Rows.ToFrozenDictionary(row => row.Required("contact_code"), row => row.Whole("points"), StringComparer.Ordinal));

    /// <summary>Points of one active case; <see langword="null"/> for a tier or type that no table knows.</summary>
    public static int? Of(WorkloadCaseType type, string? tier, bool isTransition = false) => tier is null ? 0
        : !Cases.Value.TryGetValue((type, tier), out var points) ? null
        : isTransition ? points.Transition : points.Points;

    /// <summary>Points of a case as it stands, whole, half up; <see langword="null"/> where no table knows its tier.</summary>
    public static int? OfOne(WorkloadCase given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return PointsOf(given) is { } points ? (int)Half.Up(points) : null;
    }

    /// <summary>Kinds of contact that count points.</summary>
    public static IEnumerable<string> ContactCodes => Contacts.Value.Where(contact => contact.Value > 0).Select(contact => contact.Key);

    /// <summary>Points of one contact; 0 for a code that no table knows.</summary>
    public static int OfContact(string code) => Contacts.Value.GetValueOrDefault(code);

    public static WorkloadTotal Total(WorkloadInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        List<WorkloadPart> parts = [];
        List<WorkloadCase> unscored = [];
        foreach (var given in inputs.Cases)
        {
            if (PointsOf(given) is { } each)
            {
                parts.Add(new(NameOf(given), given.Count, each));
            }
            else
            {
                unscored.Add(given);
            }
        }

        AddCounted("Standard delivery report", inputs.StandardReports, WorkloadSettings.StandardReport);
        AddCounted("Fast delivery report", inputs.FastReports, WorkloadSettings.FastReport);
        foreach (var contact in inputs.ForOthers)
        {
            AddCounted($"Contact {contact.Code} for another's case", contact.Count, OfContact(contact.Code));
        }

        foreach (var contact in inputs.ByOthers)
        {
            AddCounted($"Contact {contact.Code} by somebody else", contact.Count, -OfContact(contact.Code));
        }

        return new((int)Half.Up(parts.Sum(part => part.Points)), parts, unscored);

        void AddCounted(string name, int count, decimal each)
        {
            if (count > 0)
            {
                parts.Add(new(name, count, each));
            }
        }
    }

    internal static void Check()
    {
        foreach (var type in Enum.GetValues<WorkloadCaseType>())
        {
            foreach (var tier in from letter in "ABCD" from digit in "0123" from suffix in new[] { "", "S" } select $"{letter}{digit}{suffix}")
            {
                _ = Of(type, tier) ?? throw new TableException(TierTables.Points, 0, "tier", $"the row {type} {tier} is missing");
            }
        }

        _ = Contacts.Value.Count;
    }

    private static decimal? PointsOf(WorkloadCase given) =>
        (given.Forced ?? (given.Tier is null ? 0 : given.Type is { } type ? Of(type, given.Tier, given.IsTransition) : null)) is { } points
            ? points * WorkloadSettings.KeptPercent(given.Inactivity) / 100 : null;

    private static string NameOf(WorkloadCase given) => given.Tier is null ? "Case without a tier" : $"{(given.IsTransition ? "Young adult, " : "")}{given.Type} {given.Tier}{given.Inactivity switch
    {
        CaseInactivity.Warrant => ", warrant outstanding",
        CaseInactivity.OverdueTermination => ", overdue termination",
        CaseInactivity.UnpaidWorkOnly => ", unpaid work only",
        _ => "",
    }}";
}

/// <summary>Rounding half up: 0.5 becomes 1 and -0.5 becomes 0.</summary>
internal static class Half
{
    public static decimal Up(decimal number, int decimals = 0)
    {
        var scale = 1m;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        return decimal.Floor(number * scale + 0.5m) / scale;
    }
}
