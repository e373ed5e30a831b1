using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Why an item is due when it is, from what is kept of it alone: for lists. The whole reason is worked out on its own page.</summary>
public static class DueExplanation
{
    /// <param name="rule">The rule it came from; <see langword="null"/> where the rule set in use no longer has it.</param>
    public static Explained<DateOnly> Of(DueItem item, StandardRule? rule) => new(
        item.EffectiveDueOn,
        rule is null ? item.Rule.ToString() : $"{rule.Id}, {Regimes.Find(rule.Regime)?.Name ?? rule.Regime}, in force from {Words.LongDate(rule.EffectiveFrom)}",
        Because(item, rule),
        rule is null ? "A rule of an earlier rule set" : $"{rule.Source}{Mark(rule.Confidence)}",
        [.. Used(item)]);

    /// <summary>What is said after the source of a figure that is not certain; empty for one that is.</summary>
    public static string Mark(Confidence confidence) => confidence switch
    {
        Confidence.C => " (check figure: the policy is named from memory, its number was not read again)",
        Confidence.D => " (guidance: the sources ask for it and give no number)",
        _ => "",
    };

    /// <summary>A word beside a due date: "Check figure" or "Guidance"; <see langword="null"/> for a figure that was read in a public document.</summary>
    public static string? ShortMark(Confidence confidence) => confidence switch
    {
        Confidence.C => "Check figure",
        Confidence.D => "Guidance",
        _ => null,
    };

    private static string Because(DueItem item, StandardRule? rule)
    {
        var day = Words.LongDate(item.DueOn);
        if (item.State is ItemState.NotDetermined)
        {
            return $"Whether it is due cannot be decided yet. {item.Note}.";
        }

        return rule is null ? $"Due on {day}."
            : rule.Trigger.Kind is TriggerKind.Period ? $"Due on {day}, the end of the period."
            : rule.Due.Parts.All(part => part.Count == 0) ? $"Due on {day}: the day of {TriggerWords.Of(rule.Trigger)}."
            : item.TriggerOn == item.DueOn ? $"Due on {day}."
            : $"Due on {day}: counted from {Words.LongDate(item.TriggerOn)}, {TriggerWords.Of(rule.Trigger)}.";
    }

    private static IEnumerable<Fact> Used(DueItem item)
    {
        yield return new("Clock started", Words.LongDate(item.TriggerOn));
        if (item.WindowFrom > DateOnly.MinValue)
        {
            yield return new("Evidence counts from", Words.LongDate(item.WindowFrom));
        }

        if (item.EffectiveDueOn != item.DueOn)
        {
            yield return new("Deferred to", Words.LongDate(item.EffectiveDueOn));
        }

        if (item.ActBy != item.EffectiveDueOn)
        {
            yield return new("Act by, the last working day", Words.LongDate(item.ActBy));
        }

        if (item.EvidenceOn is { } done)
        {
            yield return new("Met on", Words.LongDate(done));
        }
    }
}
