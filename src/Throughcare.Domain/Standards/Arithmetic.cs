using System.Globalization;

namespace Throughcare.Domain.Standards;

/// <summary>How a due date came about, in words.</summary>
internal static class Arithmetic
{
    public static IReadOnlyList<string> Of(StandardRule rule, Clock clock, DateOnly anchor, DateOnly due, DueItem? item)
    {
        List<string> steps = [];
        var started = clock.Cycle == 0 ? $"The clock starts on {Day(anchor)}: {TriggerWords.Of(rule.Trigger)}."
            : $"The clock starts again on {Day(anchor)}, when it was last met or due.";
        steps.Add(started);
        if (anchor != clock.Anchor)
        {
            steps.Add($"The level of risk went up on {Day(anchor)}; the time is counted from then.");
        }

        steps.Add(clock.Trigger.Kind is TriggerKind.Period ? $"The period ends on {Day(due)}."
            : rule.Due.Parts.All(part => part.Count == 0) ? $"It is due on that day: {Day(due)}."
            : $"{(rule.Due.IsBefore ? "Before" : "After")} that, {(clock.Every is { } every && clock.Cycle > 0 ? every.Words : rule.Due.Words)}: {Day(due)}.");
        if (item is null)
        {
            return steps;
        }

        if (item.WindowFrom > DateOnly.MinValue)
        {
            steps.Add($"Evidence counts from {Day(item.WindowFrom)}.");
        }

        if (item.EffectiveDueOn != item.DueOn)
        {
            steps.Add($"Deferred to {Day(item.EffectiveDueOn)}.");
        }

        if (item.FairDueOn is { } fair)
        {
            steps.Add($"The date moved nearer; figures count it late only after {Day(fair)}.");
        }

        if (item.ActBy != item.EffectiveDueOn)
        {
            steps.Add($"That is not a working day: act by {Day(item.ActBy)}.");
        }

        return steps;
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
