namespace Throughcare.Domain.Allocation;

/// <summary>A parole review, as far as responsibility reads it.</summary>
/// <param name="TargetHearing">The target hearing date.</param>
/// <param name="ReportDue">The day on which reports were due, which puts reviews without a hearing date in order.</param>
/// <param name="Outcome">In the words of the source; empty without one.</param>
/// <param name="OutcomeReceived">The day on which the outcome came.</param>
public readonly record struct ParoleReview(DateOnly? TargetHearing, DateOnly? ReportDue = null, string? Outcome = null, DateOnly? OutcomeReceived = null);

/// <summary>What responsibility asks of parole reviews and of several indeterminate sentences.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), parole.</remarks>
public static class ParoleRules
{
    /// <summary>The only outcome that counts as release.</summary>
    public const string Release = "Release";

    /// <summary>From this day an additional indeterminate sentence has to start later than the first.</summary>
    private static readonly DateOnly LaterStartCounts = new(2024, 8, 15);

    /// <summary>Words that say that there is no outcome.</summary>
    public static bool IsNoOutcome(string? outcome) => string.IsNullOrWhiteSpace(outcome) || outcome is "Not Applicable" or "Not Specified";

    /// <summary>The latest target hearing date on or after the start of the sentence.</summary>
    public static DateOnly? TargetHearingDate(IEnumerable<DateOnly> hearings, DateOnly? sentenceStart) =>
        hearings.Where(hearing => !(hearing < sentenceStart)).Select(hearing => (DateOnly?)hearing).Max();

    /// <summary>The latest review of the sentence that has an outcome, or a day on which one came, by target hearing date or else the day
    /// reports were due.</summary>
    public static ParoleReview? LastCompleted(IEnumerable<ParoleReview> reviews, DateOnly? sentenceStart) => reviews
        .Where(review => review.TargetHearing is { } hearing && !(hearing < sentenceStart) && (!IsNoOutcome(review.Outcome) || review.OutcomeReceived is not null))
        .OrderByDescending(review => review.TargetHearing ?? review.ReportDue)
        .Select(review => (ParoleReview?)review)
        .FirstOrDefault();

    /// <summary>More than one indeterminate sentence, the last of which starts later than the first. Until 14 August 2024 more than one was
    /// enough.</summary>
    /// <param name="starts">The day on which each indeterminate sentence starts.</param>
    public static bool HasAdditionalIndeterminateSentence(IReadOnlyCollection<DateOnly> starts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(starts);
        return starts.Count > 1 && (day < LaterStartCounts || starts.Max() > starts.Min());
    }
}
