using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What decides which type of POM a case is recommended.</summary>
public enum RecommendationStrategy
{
    /// <summary>The tier alone.</summary>
    Tier,

    /// <summary>Tier A, else the risk of serious harm.</summary>
    Rosh,
}

/// <summary>What a recommendation reads of a case.</summary>
/// <param name="IsImmigrationCase">Detained under immigration powers.</param>
/// <param name="IsPomResponsible">The POM leads: an override first, then the stored calculation, then a fresh one.</param>
/// <param name="Tier">Its letter decides, such as B of <c>B2</c>; <see langword="null"/> where there is none.</param>
/// <param name="Rosh"><see langword="null"/> where it is not assessed.</param>
public sealed record RecommendationInput(bool IsImmigrationCase, bool IsPomResponsible, string? Tier, RoshLevel? Rosh)
{
    /// <summary>The first letter of the tier; <see langword="null"/> without one.</summary>
    public char? Letter => Tier?.TrimStart() is [var letter, ..] && char.IsAsciiLetter(letter) ? char.ToUpperInvariant(letter) : null;
}

/// <param name="Type"><see langword="null"/> where nothing is recommended.</param>
/// <param name="Reason">Code of the row that decided, such as <c>tier_based</c>.</param>
public sealed record RecommendedPom(PomType? Type, string Reason);

/// <summary>The type of POM that a case is recommended.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), recommendation of POM types. The rows are those of
/// <c>pom-recommendation.csv</c>; the first that fits decides.</remarks>
public static class PomRecommendation
{
    public const string Table = "allocation/pom-recommendation.csv";

    private const string Source = "offender-management-allocation-manager (ministryofjustice), recommendation of POM types";

    private static readonly Lazy<IReadOnlyList<Row>> Rows = new(() => Read(CsvTable.Load(Table)));

    /// <summary>Judges a case by one strategy.</summary>
    /// <param name="name">Whom a sentence speaks of; "this person" unless said.</param>
    public static Explained<RecommendedPom> For(RecommendationInput input, RecommendationStrategy strategy, string name = "this person")
    {
        ArgumentNullException.ThrowIfNull(input);

        var row = Rows.Value.First(row => row.Strategy == strategy && row.Fits(input));
        var because = row.Type is { } type
            ? $"A {TypeName(type)} is recommended for {name}: {Why(row.Reason, input)}."
            : $"No type of POM is recommended for {name}: the level of risk of serious harm is not recorded.";
        return new(new(row.Type, row.Reason), $"recommend.pom, strategy {CodeOf(strategy)}, row {row.Order}", because, Source, Used(input));
    }

    /// <summary>A reason has to be given: the chosen type is another than the recommended one, or none is recommended.</summary>
    public static bool NeedsOverride(PomType? recommended, PomType chosen) => recommended != chosen;

    /// <summary>"prison POM" or "probation POM".</summary>
    public static string TypeName(PomType type) => type is PomType.Prison ? "prison POM" : "probation POM";

    /// <summary><c>TIER</c> or <c>ROSH</c>.</summary>
    public static string CodeOf(RecommendationStrategy strategy) => strategy is RecommendationStrategy.Tier ? "TIER" : "ROSH";

    /// <exception cref="TableException">A condition, a type or the order of the rows is not as it must be.</exception>
    internal static IReadOnlyList<Row> Read(CsvTable table)
    {
        var rows = table.Rows.Select(row => new Row(
            row.OneOf("strategy", ("TIER", RecommendationStrategy.Tier), ("ROSH", RecommendationStrategy.Rosh)),
            row.Whole("order"),
            row.OneOf<Func<RecommendationInput, bool>>(
                "condition",
                ("immigration detainee", input => input.IsImmigrationCase),
                ("POM is not responsible", input => !input.IsPomResponsible),
                ("tier A or B", input => input.Letter is 'A' or 'B'),
                ("any other tier", _ => true),
                ("tier A (whatever the RoSH)", input => input.Letter is 'A'),
                ("RoSH Very High or High", input => input.Rosh >= RoshLevel.High),
                ("RoSH missing", input => input.Rosh is null),
                ("RoSH Medium or Low", input => input.Rosh < RoshLevel.High)),
            row.OneOf<PomType?>("recommended_pom_type", ("prison", PomType.Prison), ("probation", PomType.Probation), ("none", null)),
            row.Required("reason_code"))).OrderBy(row => row.Strategy).ThenBy(row => row.Order).ToList();
        foreach (var strategy in Enum.GetValues<RecommendationStrategy>())
        {
            var own = rows.FindAll(row => row.Strategy == strategy);
            if (own.Count == 0 || own.DistinctBy(row => row.Order).Count() != own.Count)
            {
                throw new TableException(Table, 0, "order", $"does not have each row of {CodeOf(strategy)} once");
            }
        }

        return rows;
    }

    private static string Why(string reason, RecommendationInput input) => reason switch
    {
        "immigration_case" => "they are detained under immigration powers",
        "supporting_role" => "the POM supports and the community leads",
        "tier_based" => input.Tier is { } tier ? $"the tier is {tier}" : "no tier is recorded",
        "rosh_based" => $"the risk of serious harm is {RoshWord(input.Rosh)}",
        _ => reason,
    };

    private static IReadOnlyList<Fact> Used(RecommendationInput input) =>
    [
        new("Detained under immigration powers", input.IsImmigrationCase ? "Yes" : "No"),
        new("Who leads", input.IsPomResponsible ? "The POM" : "The community"),
        new("Tier", input.Tier ?? "Not recorded"),
        new("RoSH", input.Rosh is null ? "Not recorded" : RoshWord(input.Rosh)),
    ];

    private static string RoshWord(RoshLevel? level) => level switch
    {
        RoshLevel.VeryHigh => "very high",
        RoshLevel.High => "high",
        RoshLevel.Medium => "medium",
        null => "not recorded",
        _ => "low",
    };

    internal sealed record Row(RecommendationStrategy Strategy, int Order, Func<RecommendationInput, bool> Fits, PomType? Type, string Reason);
}
