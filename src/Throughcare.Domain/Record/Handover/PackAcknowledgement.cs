using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Handover;

/// <summary>What the receiver and the sender may still say about a pack.</summary>
public static class PackAcknowledgement
{
    extension(HandoverPack pack)
    {
        /// <summary>The last day on which the receiver should acknowledge it, and on which the sender may add a message.</summary>
        public DateOnly AnswerBy => pack.MadeAt.LondonDate.AddWorkingDays(HandoverPack.DaysToAnswer);

        /// <summary>Offered to somebody who has not answered.</summary>
        public bool IsWaiting => pack is { Withdrawn: false, AcknowledgedAt: null, To: not null };

        /// <summary>Says that the pack was received.</summary>
        /// <param name="gaps">What is lacking, in words; empty for nothing.</param>
        public Outcome<HandoverPack> Acknowledge(string? gaps, Entry entry)
        {
            var lacking = gaps?.Trim();
            return pack.AcknowledgedAt is not null ? new Refusal("", "Somebody has acknowledged this pack already")
                : lacking?.Length > HandoverPack.LongestGaps ? new Refusal(nameof(HandoverPack.Gaps), $"What is missing must be {HandoverPack.LongestGaps:#,0} characters or fewer")
                : pack.Next(entry) with { AcknowledgedBy = entry.By, AcknowledgedAt = entry.At, Gaps = string.IsNullOrEmpty(lacking) ? null : lacking };
        }

        /// <summary>Adds the sender's message and reasons after the pack was made. The content stays as it was.</summary>
        public Outcome<HandoverPack> Say(string? message, string? reason, bool? isConsistent, Entry entry)
        {
            if (entry.At.LondonDate > pack.AnswerBy)
            {
                return new Refusal("", $"A message could be added until {Words.LongDate(pack.AnswerBy)}. Make a new pack instead");
            }

            return Check(message, reason, isConsistent) is { Count: > 0 } wrong
                ? new Outcome<HandoverPack>.Refused(wrong)
                : pack.Next(entry) with { Message = Tidy(message), Reason = Tidy(reason), IsConsistentWithPlan = isConsistent };
        }
    }

    /// <summary>What is wrong with what the sender typed.</summary>
    public static IReadOnlyList<Refusal> Check(string? message, string? reason, bool? isConsistent)
    {
        List<Refusal> wrong = [];
        if (Tidy(reason) is not { } why)
        {
            wrong.Add(new(nameof(HandoverPack.Reason), "Enter the reason for the move"));
        }
        else if (why.Length > HandoverPack.LongestReason)
        {
            wrong.Add(new(nameof(HandoverPack.Reason), $"Reason for the move must be {HandoverPack.LongestReason} characters or fewer"));
        }

        if (isConsistent is null)
        {
            wrong.Add(new(nameof(HandoverPack.IsConsistentWithPlan), "Select whether the move fits the plan"));
        }

        if (Tidy(message)?.Length > HandoverPack.LongestMessage)
        {
            wrong.Add(new(nameof(HandoverPack.Message), $"Message must be {HandoverPack.LongestMessage:#,0} characters or fewer"));
        }

        return wrong;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
