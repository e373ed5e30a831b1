using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>allocation.allocatable</c>: whether everything is there that an allocation needs, and what is missing.</summary>
public sealed class AllocationAllocatable : AllocationFunction
{
    public override string Name => "allocation.allocatable";

    public override string Title => "Whether a case can be allocated";

    public override string Description => "An allocation needs a tier, the level of risk where the strategy reads it, and in women's prisons the complexity of need.";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("tier", "Tier", RuleInputKind.Text),
        RoshInput,
        new("rosh_required", "RoSH is required", RuleInputKind.YesNo),
        new("prison_type", "Type of prison", RuleInputKind.Word) { Words = ["mens_closed", "mens_open", "womens"] },
        new("complexity", "Complexity of need", RuleInputKind.Word) { Words = ["low", "medium", "high"] },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("allocatable", "Can be allocated"), new("missing", "What is missing")];

    private protected override RuleAnswer Judge(RuleValues values, string version)
    {
        var needs = new AllocationNeeds(
            values.Text("tier"), Rosh(values, "rosh") is not null, YesNo(values, "rosh_required"), values.Text("prison_type") == "womens", values.Text("complexity") is not null);
        var missing = needs.Missing;
        var because = missing.Count == 0 ? "Everything that an allocation needs is recorded." : $"Not recorded: {string.Join(", ", missing.Select(AllocationNeeds.Caption))}.";
        return Answer(
            version, new() { ["allocatable"] = Say(missing.Count == 0), ["missing"] = missing.Count == 0 ? RuleAnswer.None : string.Join('|', missing) },
            new(
                Say(missing.Count == 0), Name, because, $"{Manager}, missing information",
                [new("Tier", values.Text("tier") ?? "Not recorded"), new("RoSH", values.Text("rosh") ?? "Not recorded"), new("Complexity of need", values.Text("complexity") ?? "Not recorded")]),
            [.. missing.Select(code => $"Record the {(code == AllocationNeeds.RoshMissing ? "RoSH level" : AllocationNeeds.Caption(code).ToLowerInvariant())}")]);
    }
}
