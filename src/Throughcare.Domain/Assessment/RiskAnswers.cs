using Throughcare.Domain.Facts;
using Throughcare.Risk;

namespace Throughcare.Domain.Assessment;

/// <summary>What the record knows of the answers from which predictors are calculated.</summary>
public static class RiskAnswers
{
    /// <summary>The answers that the facts of a case give; everything else is for the assessor.</summary>
    /// <remarks>The community date is the earliest possible release of somebody in custody, and the start of supervision of everybody else.</remarks>
    public static RiskInput Of(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var isInCustody = facts.RulePlace.Value is RulePlace.Custody;
        var community = isInCustody ? facts.ReleaseReferenceDate : facts.SupervisionStartedOn;
        return new()
        {
            Sex = facts.Sex switch
            {
                { HasValue: true, Value: Facts.Sex.Male } => Risk.Sex.Male,
                { HasValue: true, Value: Facts.Sex.Female } => Risk.Sex.Female,
                _ => null,
            },
            DateOfBirth = Given(facts.DateOfBirth),
            AssessmentDate = facts.AsAt,
            ConvictionDate = Given(facts.SentenceDate),
            CommunityDate = Given(community),
            Supervision = !facts.RulePlace.HasValue ? null
                : !isInCustody ? Supervision.Community
                : facts.IsSentenced is { HasValue: true, Value: false } ? Supervision.Remand
                : Supervision.Custody,
            SexualHistory = facts.HasSexualOffenceEver is { HasValue: true, Value: true } ? true : null,
        };
    }

    private static DateOnly? Given(Known<DateOnly> date) => date.HasValue ? date.Value : null;
}
