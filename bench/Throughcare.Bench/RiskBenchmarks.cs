using BenchmarkDotNet.Attributes;
using Throughcare.Risk;

namespace Throughcare.Bench;

/// <summary>The predictors of one person who has answered everything.</summary>
[MemoryDiagnoser]
public class RiskBenchmarks
{
    private readonly RiskInput _answers = Answered();

    [Benchmark]
    public Scores2026 The_six_of_the_2026_family() => RiskCalculator.Score2026(_answers);

    [Benchmark]
    public PreviousScores The_seven_of_the_previous_family() => RiskCalculator.ScorePrevious(_answers);

    [Benchmark]
    public PredictorExplanation One_explained() => RiskCalculator.Explain(_answers, RiskInstrument.Arp);

    private static RiskInput Answered()
    {
        var answers = new RiskInput();
        foreach (var field in RiskFields.Inputs)
        {
            answers.Read(field, field.Kind switch { FieldKind.Yn => "Y", FieldKind.Level => "1", FieldKind.Whole => "2", FieldKind.Drugs => "heroin crack", FieldKind.Previous => "robbery weapon", _ => "" });
        }

        answers.Sex = Sex.Male;
        (answers.DateOfBirth, answers.ConvictionDate, answers.CommunityDate) = (new(1984, 5, 5), new(2026, 1, 19), new(2026, 5, 10));
        (answers.AssessmentDate, answers.LastSexualOffenceDate, answers.LastOffenceDate) = (new(2026, 6, 15), new(2019, 3, 4), new(2025, 9, 9));
        (answers.OffenceCode, answers.Supervision) = ("04600", Supervision.Community);
        (answers.AgeAtFirstSanction, answers.TotalSanctions, answers.ViolentSanctions) = (14, 38, 3);
        return answers;
    }
}
