using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>recommend.pom</c>: the type of POM that a case is recommended, by tier or by risk of serious harm.</summary>
public sealed class RecommendPom : AllocationFunction
{
    private const string Tier = "TIER";

    private const string RoshStrategy = "ROSH";

    public override string Name => "recommend.pom";

    public override string Title => "Recommended type of POM";

    public override string Description => "Whether a case is recommended a prison POM or a probation POM, by the strategy TIER or ROSH, and why.";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("tier", "Tier", RuleInputKind.Text) { Hint = "A letter, such as B or B2" },
        RoshInput,
        new("pom_responsible", "The POM leads", RuleInputKind.YesNo),
        new("immigration_case", "Detained under immigration powers", RuleInputKind.YesNo),
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("type", "Recommended type"), new("reason", "Reason")];

    public override string Version => Tier;

    protected override IReadOnlyList<string> Versions { get; } = [Tier, RoshStrategy];

    private protected override RuleAnswer Judge(RuleValues values, string version)
    {
        var input = new RecommendationInput(YesNo(values, "immigration_case"), YesNo(values, "pom_responsible"), values.Text("tier"), Rosh(values, "rosh"));
        var found = PomRecommendation.For(input, version == Tier ? RecommendationStrategy.Tier : RecommendationStrategy.Rosh);
        var type = found.Value.Type switch { PomType.Prison => "prison", PomType.Probation => "probation", _ => "none" };
        return Answer(
            version, new() { ["type"] = type, ["reason"] = found.Value.Reason },
            new(type, found.Rule, found.Because, found.Source, found.Used), found.Value.Type is null ? ["Record the RoSH level"] : []);
    }
}

/// <summary><c>recommend.override_needed</c>: whether choosing a type of POM needs a reason.</summary>
public sealed class RecommendOverrideNeeded : AllocationFunction
{
    public override string Name => "recommend.override_needed";

    public override string Title => "Whether choosing a POM needs a reason";

    public override string Description => "A reason is needed where the chosen type is not the recommended one, and always where none is recommended.";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("recommended", "Recommended type", RuleInputKind.Word) { Words = ["prison", "probation", "none"] },
        new("chosen_pom_type", "Type of the chosen POM", RuleInputKind.Word) { IsRequired = true, Words = ["prison", "probation"] },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("needed", "A reason is needed")];

    private protected override RuleAnswer Judge(RuleValues values, string version)
    {
        var recommended = Type(values.Text("recommended"));
        var chosen = Type(values.Text("chosen_pom_type"))!.Value;
        var needed = PomRecommendation.NeedsOverride(recommended, chosen);
        var because = recommended is null ? "A reason is needed: no type is recommended."
            : needed ? $"A reason is needed: a {PomRecommendation.TypeName(recommended.Value)} is recommended and a {PomRecommendation.TypeName(chosen)} was chosen."
            : "No reason is needed: the chosen POM is of the recommended type.";
        return Answer(
            version, new() { ["needed"] = Say(needed) },
            new(Say(needed), Name, because, $"{Manager}, overrides", [new("Recommended type", values.Text("recommended") ?? "none"), new("Chosen type", values.Text("chosen_pom_type")!)]), []);
    }

    private static PomType? Type(string? word) => word switch { "prison" => PomType.Prison, "probation" => PomType.Probation, _ => null };
}
