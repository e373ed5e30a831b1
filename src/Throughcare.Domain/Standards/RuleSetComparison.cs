namespace Throughcare.Domain.Standards;

/// <summary>What another rule set makes of the same case.</summary>
public static class RuleSetComparison
{
    /// <param name="Was">What the one rule set says; <see langword="null"/> where nothing was due.</param>
    /// <param name="Is">What the other says; <see langword="null"/> where nothing is due by it.</param>
    public sealed record Change(DueItem? Was, DueItem? Is);

    /// <summary>Items that differ in anything but the rule set they were computed with, in the order of their keys.</summary>
    public static IReadOnlyList<Change> Of(IReadOnlyList<DueItem> was, IReadOnlyList<DueItem> becomes)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(becomes);

        var before = was.ToDictionary(item => item.Key, StringComparer.Ordinal);
        var after = becomes.ToDictionary(item => item.Key, StringComparer.Ordinal);
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(key => new Change(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => change.Was is null || change.Is is null || !change.Is.SaysTheSameAs(change.Was))];
    }
}
