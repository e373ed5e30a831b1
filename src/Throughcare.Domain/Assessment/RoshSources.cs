using Throughcare.Domain.Record;

namespace Throughcare.Domain.Assessment;

/// <summary>A level in the community, the day of it, and the fact that says so.</summary>
public sealed record RoshSaid(RoshLevel Level, DateOnly On, FactVersion From);

/// <summary>Which level of risk of serious harm is in force where several sources give one, and whether they disagree.</summary>
public static class RoshSources
{
    /// <summary>What the field is called in data quality items.</summary>
    public const string Field = "RoSH";

    /// <summary>What each source says last, the newest first; on one day a whole assessment stands before a bare level.</summary>
    public static IReadOnlyList<RoshSaid> Of(IEnumerable<AssessmentSummary> assessments, IEnumerable<RoshRecord> recorded) =>
    [
        .. new[] { Newest(assessments) }
            .Concat(recorded.Where(r => !r.Withdrawn).GroupBy(r => r.Recorded.Source).Select(source => source.MaxBy(r => r.ValidFrom))
                .Select(r => r is null ? null : new RoshSaid(r.Level, r.ValidFrom, r)))
            .OfType<RoshSaid>()
            .OrderByDescending(s => s.On).ThenByDescending(s => s.From is AssessmentSummary),
    ];

    /// <summary>What differs from the level in force.</summary>
    /// <param name="said">As <see cref="Of"/> gives it.</param>
    public static RoshSaid? Disagreeing(IReadOnlyList<RoshSaid> said) => said.Skip(1).FirstOrDefault(s => Read(s.Level) != Read(said[0].Level));

    /// <summary>Raises, brings up to date or settles the data quality item about it.</summary>
    /// <param name="items">Items of the person that are on record.</param>
    public static Write? Item(IReadOnlyList<RoshSaid> said, IEnumerable<DataQualityItem> items, PersonId person, PlaceCode owner, DateOnly day, Entry entry, Func<FactId> newId)
    {
        (string, string)? words = Disagreeing(said) is { } other ? (Words(said[0]), Words(other)) : null;
        return SourceDisagreements.Item(Field, words, items, person, owner, day, entry, newId);
    }

    /// <summary>"High, OASys, 3 March 2026".</summary>
    public static string Words(RoshSaid said) => $"{LevelWords(said.Level)}, {Teller(said.From)}, {Rules.Words.LongDate(said.On)}";

    public static string LevelWords(RoshLevel level) => level switch
    {
        RoshLevel.NotAnalysed => "Low (screening only)",
        RoshLevel.VeryHigh => "Very high",
        _ => level.ToString(),
    };

    /// <summary>Within a sentence: "OASys", "an alert of the prison’s nightly file", "the probation extract".</summary>
    public static string Teller(FactVersion from)
    {
        var source = SourceWords.Of(from.Recorded.Source);
        return from switch
        {
            AssessmentSummary => "OASys",
            Alert => source is null ? "an alert" : $"an alert of {source}",
            Registration => source is null ? "a registration" : $"a registration of {source}",
            _ => source ?? "what was recorded here",
        };
    }

    private static RoshSaid? Newest(IEnumerable<AssessmentSummary> assessments) => assessments
        .Where(a => a is { IsComplete: true, Community: not null })
        .OrderByDescending(a => a.CompletedOn).ThenByDescending(a => a.InitiatedOn).ThenByDescending(a => a.SourceId, StringComparer.Ordinal)
        .Select(a => new RoshSaid(a.Community!.Value, a.CompletedOn!.Value, a)).FirstOrDefault();

    /// <summary>Screened and not analysed counts as low.</summary>
    private static RoshLevel Read(RoshLevel level) => level is RoshLevel.NotAnalysed ? RoshLevel.Low : level;
}
