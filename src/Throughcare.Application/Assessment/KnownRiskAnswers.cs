using Throughcare.Application.Facts;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Risk;

namespace Throughcare.Application.Assessment;

/// <summary>The answers of a person that the record gives, for the risk calculator.</summary>
public sealed class KnownRiskAnswers(CaseHistories histories)
{
    /// <param name="day">The date of the assessment.</param>
    /// <param name="known">As known at this instant.</param>
    public async Task<RiskInput> OfAsync(PersonId person, DateOnly day, DateTimeOffset known, CancellationToken stop) =>
        await histories.LoadAsync(person, stop) is { } history ? RiskAnswers.Of(history.At(day, known)) : new RiskInput { AssessmentDate = day };
}
