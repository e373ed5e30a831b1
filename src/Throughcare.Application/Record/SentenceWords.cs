using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Application.Record;

/// <summary>Sentences as pages say them.</summary>
internal static class SentenceWords
{
    /// <summary>The court that last dealt with somebody, as its list names it; two names that mean different courts are both given.</summary>
    public static string? Court(CustodyStatus status)
    {
        var known = (Courts.Match(status.CourtCode) ?? Courts.Match(status.CourtName))?.Description;
        var (first, second) = (known ?? status.CourtName ?? status.CourtCode, Courts.Match(status.CourtName2)?.Description ?? status.CourtName2);
        return first is null ? second : second is null || string.Equals(first, second, StringComparison.OrdinalIgnoreCase) ? first : $"{first} (also given as {second})";
    }

    /// <summary>The status under which the person is held, in the words of its list; else the kind that rules read.</summary>
    public static string Kind(SentenceRecord sentence, CaseFacts facts) =>
        sentence.LegalStatus is { } status ? status.Describe(ImprisonmentStatuses.Table)
        : facts.ActiveDisposals.FirstOrDefault(d => d.Id == sentence.Id)?.Detail is { } detail ? detail
        : sentence.Type is { } type ? type.Describe(SentenceTypes.Table)
        : facts.IsIndeterminate.Value ? "Indeterminate sentence"
        : "Type not recorded";

    /// <summary>"3 years 6 months", as pronounced; <see langword="null"/> where no length is recorded.</summary>
    public static string? Length(SentenceRecord sentence) => sentence is { Years: null, Months: null, Days: null }
        ? null
        : Words.Length(sentence.Years ?? 0, sentence.Months ?? 0, 0, sentence.Days ?? 0);
}
