using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Allocation;

/// <summary>What a person is told of who leads their sentence, from when that changes and why: nothing that somebody set by hand explains,
/// no names, no level of risk.</summary>
public static class OwnHandover
{
    private static readonly Dictionary<string, string> Why = new(StringComparer.Ordinal)
    {
        [HandoverReasons.EarlyAllocation] = "Your case was chosen for an early change, 15 months before release.",
        [HandoverReasons.Indeterminate] = "The change comes 12 months before that date.",
        [HandoverReasons.IndeterminateOpen] = "You are in open conditions, so a community offender manager supports you before they lead.",
        [HandoverReasons.DeterminateParole] = "The change comes 12 months before that date.",
        [HandoverReasons.Determinate] = "The change comes 8 months and 14 days before that date.",
        [HandoverReasons.DeterminateShort] = "Your time in prison is short, so your community offender manager leads from the start.",
        [HandoverReasons.Recall] = "This is because you were recalled to prison.",
        [HandoverReasons.Immigration] = "This is because you are held under immigration powers.",
        [HandoverReasons.RecallHearingFarOff] = "Your next parole hearing is 12 months or more away.",
        [HandoverReasons.HearingFarOff] = "Your next parole hearing is 12 months or more away.",
        [HandoverReasons.ParoleMappa] = "You were not released at your last parole hearing.",
        [HandoverReasons.AdditionalIndeterminate] = "This is because you were given a further sentence.",
    };

    /// <returns>Sentences in order; none where nothing is worked out and the person is told nothing.</returns>
    public static IReadOnlyList<string> Of(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        List<string> lines = [];
        if (facts.Scope.Value.ForPerson is { Length: > 0 } scope)
        {
            lines.Add(scope);
        }

        var handover = facts.Handover.Value;
        if (handover.Problem is not null || facts.Responsibility.Value is not { } who)
        {
            return lines;
        }

        lines.Add(who switch
        {
            Responsibility.Community => "Your community offender manager leads already.",
            Responsibility.CustodyWithCom => "Your prison offender manager leads now, and a community offender manager supports them.",
            _ => "Your prison offender manager leads now.",
        });
        if (who is not Responsibility.Community)
        {
            lines.Add(handover.HandoverOn is { } on && on > facts.AsAt ? $"From {Words.LongDate(on)} your community offender manager will lead."
                : handover.Reason is HandoverReasons.ReleaseDateUnknown ? "No date can be set because your release date is not known."
                : "No date is set for a change.");
        }

        if (facts.ResponsibilityOverride is null && handover.Reason is { } reason)
        {
            if (handover is { HandoverOn: not null, Release: { } release } && who is not Responsibility.Community)
            {
                lines.Add($"This is worked out from your {Name(release.Code)}, {Words.LongDate(release.On)}.");
            }

            if (Why.TryGetValue(reason, out var why) && (who is not Responsibility.Community || handover.HandoverOn is null))
            {
                lines.Add(why);
            }
        }

        return lines;
    }

    private static string Name(string code) => Domain.Sentences.KeyDateKind.Find(code)?.Name is { Length: > 0 } name ? $"{char.ToLowerInvariant(name[0])}{name[1..]}" : "release date";
}
