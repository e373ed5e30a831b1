using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughcare.Domain.Assessment;

namespace Throughcare.Storage.Assessment;

internal sealed class RiskScoringMapping() : FactMapping<RiskScoring>("risk_scorings")
{
    protected override void Rest(EntityTypeBuilder<RiskScoring> builder)
    {
        builder.Property(s => s.Family).HasConversion<string>().HasMaxLength(40);
        builder.Property(s => s.ModelVersion).HasMaxLength(20);
        builder.Property(s => s.ThresholdsVersion).HasMaxLength(20);
        builder.Property(s => s.Answers).HasConversion(new AnswersConverter(), WrittenOnce<GivenAnswer>());
        builder.Property(s => s.Scores).HasConversion(new ScoresConverter(), WrittenOnce<KeptScore>());
    }

    /// <summary>What is kept is never changed: the same list is the same value.</summary>
    private static ValueComparer<IReadOnlyList<T>> WrittenOnce<T>() => new((one, other) => ReferenceEquals(one, other), list => list.Count, list => list);

    private sealed class AnswersConverter() : ValueConverter<IReadOnlyList<GivenAnswer>, string>(answers => RiskScoringJson.Write(answers), text => RiskScoringJson.ReadAnswers(text));

    private sealed class ScoresConverter() : ValueConverter<IReadOnlyList<KeptScore>, string>(scores => RiskScoringJson.Write(scores), text => RiskScoringJson.ReadScores(text));
}

/// <summary>Answers and scores as JSON: answers an object by the keys of the inputs, scores a list.</summary>
internal static class RiskScoringJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public static string Write(IReadOnlyList<GivenAnswer> answers) => JsonSerializer.Serialize(answers.ToDictionary(answer => answer.Key, answer => answer.Value), Options);

    public static string Write(IReadOnlyList<KeptScore> scores) => JsonSerializer.Serialize(scores, Options);

    public static IReadOnlyList<GivenAnswer> ReadAnswers(string text) =>
        [.. JsonSerializer.Deserialize<Dictionary<string, string>>(text, Options)!.Select(answer => new GivenAnswer(answer.Key, answer.Value))];

    public static IReadOnlyList<KeptScore> ReadScores(string text) => JsonSerializer.Deserialize<List<KeptScore>>(text, Options)!;
}
