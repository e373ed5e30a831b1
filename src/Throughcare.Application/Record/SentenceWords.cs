using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Application.Record;

/// <summary>Sentences as pages say them.</summary>
internal static class SentenceWords
{
    /// <summary>The status under which the person is held, in the words of its list; else the kind that rules read.</summary>
    public static string Kind(SentenceRecord sentence, CaseFacts facts) =>
        sentence.LegalStatus is { } status ? status.Describe(ImprisonmentStatuses.Table)
        : sentence.Type is { } type ? type.Describe(SentenceTypes.Table)
        : facts.IsIndeterminate.Value ? "Indeterminate sentence"
        : "Type not recorded";

    /// <summary>"3 years 6 months", as pronounced; <see langword="null"/> where no length is recorded.</summary>
    public static string? Length(SentenceRecord sentence) => sentence is { Years: null, Months: null, Days: null }
        ? null
        : Words.Length(sentence.Years ?? 0, sentence.Months ?? 0, 0, sentence.Days ?? 0);
}
