using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Screens;

/// <summary>Risk Matrix 2000: of men of 18 or older with a sexual conviction after 16 (S and V), or serious violence (V). Kept for historic and police
/// use; a result recorded by a trained assessor stands before this calculation.</summary>
/// <remarks>Source: Thornton, scoring guide 2007.</remarks>
public static class RiskMatrix2000
{
    private static readonly RiskTable Table = RiskTable.Load("rm2000.csv");

    /// <param name="AgeAtRisk">When the risk begins, 18 or older.</param>
    /// <param name="SexualAppearances">Court appearances sentenced for a sexual offence, 1 or more for the S scale; <see langword="null"/> leaves S and C out.</param>
    /// <param name="CriminalAppearances">Court appearances sentenced for any offence.</param>
    /// <param name="MaleVictim">Of a sexual offence.</param>
    /// <param name="StrangerVictim">Of a sexual offence.</param>
    /// <param name="Single">Never lived with a partner for two years.</param>
    /// <param name="NonContactOffence">A sexual offence without contact.</param>
    /// <param name="ViolentAppearances">Court appearances for non-sexual violence.</param>
    /// <param name="Burglary">Any conviction of burglary.</param>
    public sealed record Answers(
        int AgeAtRisk, int? SexualAppearances, int CriminalAppearances, bool MaleVictim, bool StrangerVictim, bool Single, bool NonContactOffence, int ViolentAppearances, bool Burglary);

    /// <param name="SexualPoints">Step 1, 0 to 6.</param>
    /// <param name="Sexual">After step 2, the aggravating factors.</param>
    /// <param name="CombinedPoints">0 to 6.</param>
    public sealed record Result(
        int? SexualPoints, PredictorBand? SexualStep1, int? Aggravating, PredictorBand? Sexual, int ViolencePoints, PredictorBand Violence, int? CombinedPoints, PredictorBand? Combined);

    /// <exception cref="ArgumentOutOfRangeException">Younger than 18 at the start of risk, or a negative number of appearances, or none for a sexual offence where S is asked for.</exception>
    public static Result Score(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(answers.AgeAtRisk, 18);
        ArgumentOutOfRangeException.ThrowIfNegative(answers.CriminalAppearances);
        ArgumentOutOfRangeException.ThrowIfNegative(answers.ViolentAppearances);
        ArgumentOutOfRangeException.ThrowIfLessThan(answers.SexualAppearances ?? 1, 1);

        var violencePoints = Points("V", "age_at_risk", answers.AgeAtRisk) + Points("V", "violent_appearances", answers.ViolentAppearances) + Points("V", "burglary", answers.Burglary ? 1 : 0);
        var violence = Category("V", violencePoints);
        if (answers.SexualAppearances is not { } appearances)
        {
            return new(null, null, null, null, violencePoints, violence, null, null);
        }

        var points = Points("S", "age_at_risk", answers.AgeAtRisk) + Points("S", "sexual_appearances", appearances) + Points("S", "criminal_appearances", answers.CriminalAppearances);
        var step1 = Category("S", points);
        var aggravating = new[] { answers.MaleVictim, answers.StrangerVictim, answers.Single, answers.NonContactOffence }.Count(factor => factor);
        var up = aggravating switch { >= 4 => 2, >= 2 => 1, _ => 0 };
        var sexual = (PredictorBand)Math.Min((int)step1 + up, (int)PredictorBand.VeryHigh);
        var combined = sexual - PredictorBand.Low + (violence - PredictorBand.Low);
        return new(points, step1, aggravating, sexual, violencePoints, violence, combined, Category("C", combined));
    }

    private static int Points(string scale, string term, int value) => (int)Row(scale, term, value).Amount("points");

    private static PredictorBand Category(string scale, int points) => Row(scale, "total", points).Word("points", RiskWords.BandWords);

    private static RiskRow Row(string scale, string term, int value) => Table.Rows.Single(row =>
        row["scale"] == scale && row["term"] == term && value >= row.OptionalWhole("from") && (row.OptionalWhole("to") is not { } to || value <= to));
}
