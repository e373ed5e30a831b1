namespace Throughcare.Risk.Screens;

/// <summary>MST, the maturity screen of young men of 18 to 25.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api.</remarks>
public static class MaturityScreen
{
    /// <summary>The flag is Y from this score up.</summary>
    public const int FlagFrom = 10;

    private const int LeastAnswers = 9;

    /// <param name="PeerInfluence">2.7 Peer group influences in the offence.</param>
    /// <param name="CriminalAssociates">7.3, 0 to 2.</param>
    /// <param name="Recklessness">7.5, 0 to 2.</param>
    /// <param name="Coping">10.1, 0 to 2.</param>
    /// <param name="AttitudeToSelf">10.4, 0 to 2.</param>
    /// <param name="Impulsivity">11.2, 0 to 2.</param>
    /// <param name="Temper">11.4, 0 to 2.</param>
    /// <param name="ProblemSolving">11.6, 0 to 2.</param>
    /// <param name="AwarenessOfConsequences">11.7, 0 to 2.</param>
    /// <param name="OthersViews">11.9, 0 to 2.</param>
    public sealed record Answers(
        Sex? Sex, DateOnly? DateOfBirth, DateOnly AssessmentDate, bool? PeerInfluence, int? CriminalAssociates, int? Recklessness, int? Coping, int? AttitudeToSelf,
        int? Impulsivity, int? Temper, int? ProblemSolving, int? AwarenessOfConsequences, int? OthersViews)
    {
        internal IEnumerable<(string Item, int? Value)> Items =>
        [
            ("2.7", PeerInfluence is { } peers ? peers ? 1 : 0 : null), ("7.3", CriminalAssociates), ("7.5", Recklessness), ("10.1", Coping), ("10.4", AttitudeToSelf),
            ("11.2", Impulsivity), ("11.4", Temper), ("11.6", ProblemSolving), ("11.7", AwarenessOfConsequences), ("11.9", OthersViews),
        ];
    }

    /// <param name="Applies"><see langword="false"/> outside the ages, and for women; <see langword="null"/> when too little is answered to say.</param>
    /// <param name="Score">0 to 19.</param>
    /// <param name="Missing">What has to be answered first, by its OASys number.</param>
    public sealed record Result(bool? Applies, int? Score, bool? Flag, IReadOnlyList<string> Missing);

    public static Result Screen(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.DateOfBirth is { } born && Arithmetic.YearsBetween(born, answers.AssessmentDate) is < 18 or > 25)
        {
            return new(false, null, false, []);
        }

        var missing = answers.Items.Where(item => item.Value is null).Select(item => item.Item).ToList();
        var tooFew = answers.Items.Count(item => item.Value is not null) < LeastAnswers;
        if (tooFew || answers.Sex is null || answers.DateOfBirth is null)
        {
            List<string> who = [];
            if (answers.Sex is null)
            {
                who.Add("sex");
            }

            if (answers.DateOfBirth is null)
            {
                who.Add("date_of_birth");
            }

            return new(null, null, null, [.. who, .. tooFew ? missing : []]);
        }

        if (answers.Sex is Sex.Female)
        {
            return new(false, null, false, []);
        }

        var score = answers.Items.Sum(item => item.Value ?? 0);
        return new(true, score, score >= FlagFrom, []);
    }
}
