using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>What it takes to free a case from a family of standards.</summary>
/// <remarks>Refusals name the fields <c>Reason</c> and <c>Text</c>. Source: standards.md 11.</remarks>
public static class ExemptionRules
{
    /// <param name="item">The item from which somebody asks.</param>
    /// <param name="releaseOn">The release date; <see langword="null"/> where there is none or it is not known.</param>
    /// <param name="before">Exemptions of the case in force.</param>
    public static IReadOnlyList<Refusal> Check(DueItem item, ExemptionReason? reason, string? text, DateOnly? releaseOn, IEnumerable<StandardExemption> before)
    {
        if (before.Any(e => e is { Withdrawn: false, ValidTo: null } && e.Family == item.Family))
        {
            return [new("", "This case is exempt from the standard already")];
        }

        List<Refusal> wrong = [];
        if (reason is null)
        {
            wrong.Add(new("Reason", "Select why the standard does not bind this case"));
        }
        else if (reason is ExemptionReason.TooLittleTime && releaseOn is not { } release)
        {
            wrong.Add(new("Reason", "No release date is recorded, so it cannot be said that too little time is left"));
        }
        else if (reason is ExemptionReason.TooLittleTime && releaseOn >= item.DueOn)
        {
            wrong.Add(new("Reason", $"There is time enough: it is due on {Words.LongDate(item.DueOn)}, and release is on {Words.LongDate(releaseOn.Value)}"));
        }

        if (DeferralRules.TextProblem(text) is { } problem)
        {
            wrong.Add(new("Text", problem));
        }

        return wrong;
    }

    extension(ExemptionReason reason)
    {
        /// <summary>What pages call it.</summary>
        public string Words => reason switch
        {
            ExemptionReason.TooLittleTime => "Too little time is left before release",
            ExemptionReason.AlreadyHeldElsewhere => "It is held elsewhere already",
            ExemptionReason.UnfitPermanent => "The person is unfit to take part, for good",
            _ => "The law stands in the way",
        };
    }
}
