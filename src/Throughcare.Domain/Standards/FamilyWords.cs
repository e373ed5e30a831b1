namespace Throughcare.Domain.Standards;

/// <summary>What pages call a family of standards: the title of its rule that holds now, or held last.</summary>
public static class FamilyWords
{
    public static string Of(string family) =>
        RuleOf(family)?.Title ?? family.Replace('_', ' ');

    /// <summary>The rule that stands for the family; <see langword="null"/> for a family that the rule set does not have.</summary>
    public static StandardRule? RuleOf(string family)
    {
        var rules = StandardRuleSet.InUse.InFamily(family);
        return rules.FirstOrDefault(rule => rule.EffectiveTo is null) ?? rules.MaxBy(rule => rule.EffectiveTo);
    }
}
