using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>What pages say of a rule.</summary>
public static class RuleWords
{
    /// <summary>Such as "10 weeks after sentence, then every 12 months".</summary>
    public static string Due(StandardRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);

        var from = TriggerWords.Of(rule.Trigger);
        var due = rule.Trigger.Kind is TriggerKind.Period ? $"At the end of {from.Replace("each", "every", StringComparison.Ordinal)}"
            : rule.Due.Parts.All(part => part.Count == 0) ? $"On the day: {from}"
            : $"{rule.Due.Words} {(rule.Due.IsBefore ? "before" : "after")} {from}";
        var roll = rule.Roll switch
        {
            Roll.Next => ", moved to the next working day",
            Roll.Previous => ", moved back to a working day",
            _ => "",
        };
        return rule.Repeat switch
        {
            Repeat.FromEvidence(var every) => $"{due}{roll}, then every {every.Words} after it was met",
            Repeat.FromEvidenceOfFlag => $"{due}{roll}, then as often as the risk flag says",
            Repeat.FromDue(var every) => $"{due}{roll}, then every {every.Words}",
            _ => due + roll,
        };
    }

    public static string InForce(StandardRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.EffectiveTo is { } to ? Words.Range(rule.EffectiveFrom, to) : $"From {Words.LongDate(rule.EffectiveFrom)}";
    }

    /// <summary>How sure the figure is.</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.A => "A: stands in an inspection report or in what people in prison are told",
        Confidence.B => "B: read in a public document or public service code",
        Confidence.C => "C: of a named policy; check figure",
        _ => "D: asked for without a figure; our own guidance, left out of figures unless chosen",
    };
}
