namespace Throughcare.Domain.Standards;

/// <summary>The groups by which work lists and figures put standards together: the column <c>measure_group</c>.</summary>
public static class StandardGroups
{
    public const string Risk = "risk";

    public const string PublicProtection = "public_protection";

    public const string Victim = "victim";

    /// <summary>What comes first of what is overdue.</summary>
    public static IReadOnlyList<string> Urgent { get; } = [Risk, PublicProtection, Victim];

    /// <summary>What pages call a group: "Public protection".</summary>
    public static string Words(string group)
    {
        var words = group.Replace('_', ' ');
        return words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }
}

/// <summary>What pages call standards, also those that the rule set in use no longer has.</summary>
public static class StandardNames
{
    public static string TitleOf(StandardId rule) => StandardRuleSet.InUse.Find(rule)?.Title ?? rule.ToString();

    /// <summary>The title of the first rule of a family, or the family's own name in words.</summary>
    public static string FamilyOf(string family) => FirstOf(family)?.Title ?? StandardGroups.Words(family);

    /// <summary>The rule of a family that comes first; <see langword="null"/> for a family that there is not.</summary>
    internal static StandardRule? FirstOf(string family) => StandardRuleSet.InUse.InFamily(family) is [var first, ..] ? first : null;
}
