namespace Throughcare.Risk.Screens;

/// <summary>LDS, the screen for learning disability and challenges.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api.</remarks>
public static class LearningScreen
{
    /// <summary>From this sub-total up there are learning challenges, which programmes ask about.</summary>
    public const int ChallengesFrom = 3;

    private const int LeastAnswers = 3;

    /// <param name="WorkSkills">4.4, 0 to 2.</param>
    /// <param name="ReadingWritingNumeracy">4.7, 0 to 2.</param>
    /// <param name="LearningDifficulties">4.8, 0 to 2.</param>
    /// <param name="Qualifications">4.9: 0 any, 2 none.</param>
    /// <param name="NoFixedAbode">3.3.</param>
    /// <param name="Reading">A problem with reading, under 4.7.</param>
    /// <param name="Numeracy">A problem with numbers, under 4.7.</param>
    public sealed record Answers(int? WorkSkills, int? ReadingWritingNumeracy, int? LearningDifficulties, int? Qualifications, bool? NoFixedAbode, bool? Reading, bool? Numeracy);

    /// <param name="SubTotal">0 to 11.</param>
    /// <param name="Score">0, 1 or 2.</param>
    /// <param name="HasChallenges">The LDC flag.</param>
    /// <param name="Problem">Why there is no score.</param>
    public sealed record Result(int? SubTotal, int? Score, bool? HasChallenges, RiskProblemType? Problem);

    public static Result Screen(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        int?[] levels = [answers.WorkSkills, answers.ReadingWritingNumeracy, answers.LearningDifficulties, answers.Qualifications];
        if (levels.Count(level => level is not null) < LeastAnswers)
        {
            return new(null, null, null, RiskProblemType.LdsNotEnoughFieldsPresent);
        }

        if (answers is { ReadingWritingNumeracy: null, Reading: true } or { ReadingWritingNumeracy: null, Numeracy: true })
        {
            return new(null, null, null, RiskProblemType.MissingMandatoryInput);
        }

        var sum = levels.Sum(level => level ?? 0) + One(answers.NoFixedAbode) + One(answers.Reading) + One(answers.Numeracy);
        return new(sum, sum switch { <= 2 => 0, <= 4 => 1, _ => 2 }, sum >= ChallengesFrom, null);

        static int One(bool? answer) => answer == true ? 1 : 0;
    }
}
