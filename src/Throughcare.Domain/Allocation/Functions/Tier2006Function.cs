using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>tier.2006</c>: tiers 1 to 4.</summary>
public sealed class Tier2006Function : TierFunction
{
    public override string Name => "tier.2006";

    public override string Title => "Tier from 1 to 4";

    public override string Description => "The tier with which a case begins by the framework of 2006; a manager may choose another.";

    public override string Version => "2006";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        Word("rosh", "RoSH", RoshLevels),
        YesNo("ppo", "Prolific or other priority offender"),
        Number("mappa_level", "MAPPA level", "1, 2 or 3; 0 for none"),
        YesNo("indeterminate", "Indeterminate sentence"),
        Number("oasys_total", "OASys total"),
        Number("ogrs", "OGRS", "Per cent within two years"),
        YesNo("programme_required", "Accredited programme required"),
        Number("complexity_factors", "Complexity factors"),
        new("needs", "Resettlement needs", RuleInputKind.Text) { Hint = "none, or what they are" },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("tier", "Tier"), new("provisional", "Provisional")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var inputs = new NominalTierInputs
        {
            Rosh = given.Rosh(),
            IsPpo = given.IsYes("ppo"),
            MappaLevel = given.MappaLevel(),
            IsIndeterminate = given.IsYes("indeterminate"),
            OasysTotal = given.Whole("oasys_total"),
            Ogrs = given.Amount("ogrs"),
            RequiresProgramme = given.IsYes("programme_required"),
            ComplexityFactors = given.Whole("complexity_factors") ?? 0,
            HasNeed = given.Text("needs") is not (null or "none" or "no"),
        };
        if (given.HasProblem)
        {
            return null;
        }

        var judged = NominalTier.For(inputs);
        return Answer(
            new Dictionary<string, string> { ["tier"] = judged.Value.Code, ["provisional"] = Yes(judged.Value.IsProvisional) }, judged.Because, judged.Source, judged.Used,
            [.. judged.Value.Parts.Select(part => $"{part.Name}: {part.Value}.")], judged.Value.Missing);
    }
}
