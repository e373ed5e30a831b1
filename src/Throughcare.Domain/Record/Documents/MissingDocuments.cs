using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Which documents a case should have and has not, by its kind.</summary>
/// <remarks>In custody under sentence: warrant, previous convictions, pre-sentence report, and the judge's remarks where the sentence is 4 years or more or
/// has no end. On licence: the licence, and the risk management plan from medium risk of serious harm. Recalled: Part A, the licence and the
/// revocation order. A reason for having no pre-sentence report is filed as one. What is unknown asks for nothing.</remarks>
public static class MissingDocuments
{
    /// <summary>A sentence of so many months asks for the judge's remarks.</summary>
    private const decimal MonthsOfLongSentence = 48;

    /// <param name="Type">Code of <c>document-types.csv</c>.</param>
    /// <param name="Because">What asks for it, such as "in custody under sentence".</param>
    public sealed record Missing(string Type, string Because)
    {
        public string Name => DocumentTypes.Table[Type].Description;
    }

    /// <param name="held">The documents on record as they are believed; withdrawn ones, and those of another case, don't count.</param>
    public static IReadOnlyList<Missing> Of(CaseFacts facts, IEnumerable<PersonDocument> held)
    {
        var there = held
            .Where(d => !d.Withdrawn && (d.CaseId is null || facts.Case is null || d.CaseId == facts.Case.AsCase))
            .Select(d => d.Type).ToHashSet(StringComparer.Ordinal);
        return [.. Wanted(facts).DistinctBy(wanted => wanted.Type).Where(wanted => !there.Contains(wanted.Type))];
    }

    private static IEnumerable<Missing> Wanted(CaseFacts facts)
    {
        if (facts.IsRecalled.Value)
        {
            yield return new("PARTA", "recalled");
            yield return new("LICENCE", "recalled");
            yield return new("REVOC", "recalled");
        }

        if (facts.RulePlace is { HasValue: true, Value: RulePlace.Custody } && facts.GoverningSentence.HasValue)
        {
            const string custody = "in custody under sentence";
            yield return new("WARRANT", custody);
            yield return new("PRE_CONS", custody);
            yield return new("PSR", custody);
            if (facts.IsIndeterminate.Value)
            {
                yield return new("SENT_REM", "sentence without a fixed end");
            }
            else if (facts.SentenceLengthMonths is { HasValue: true, Value: >= MonthsOfLongSentence })
            {
                yield return new("SENT_REM", "sentence of 4 years or more");
            }
        }

        if (facts.SupervisionKind is { HasValue: true, Value: SupervisionKind.Licence })
        {
            yield return new("LICENCE", "on licence");
            if (facts.RoshCommunity is { HasValue: true, Value: >= RoshLevel.Medium })
            {
                yield return new("RMP", "on licence, risk of serious harm medium or higher");
            }
        }
    }
}
