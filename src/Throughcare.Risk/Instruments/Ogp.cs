using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>OGP: proven non-violent reoffending other than rare harmful offences, from OGRS3 and seven things that an assessor found.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api (2025).</remarks>
internal static class Ogp
{
    public const string Rule = "Sum of the points P. One year: logistic(0.0616 P − 3.6832); two years: logistic(0.0616 P − 3.0795).";
    public const string Source = "OGP, Howard 2009; ministryofjustice/hmpps-arns-risk-actuarial-api";

    private const int MostDrugs = 4;
    private const int MostThinking = 6;

    private static readonly RiskTable Table = RiskTable.Load("ogp.csv");
    private static readonly int[] Ogrs3Points = [.. Enumerable.Range(0, 100).Select(percent => Arithmetic.Round(percent * Constant("ogrs3_2yr_multiplier")))];
    private static readonly int[] DrugPoints = [.. Enumerable.Range(0, MostDrugs + 1).Select(answers => Arithmetic.Round(answers * Constant("drug_misuse_multiplier")))];

    private static readonly int[] ThinkingPoints =
        [.. Enumerable.Range(0, MostThinking + 1).Select(answers => Arithmetic.Round(answers * Constant("thinking_multiplier_numerator") / Constant("thinking_multiplier_denominator")))];

    private static readonly int NoFixedAbode = (int)Constant("q3_3_nfa");
    private static readonly int Unemployed = (int)Constant("q4_2_unemployed");
    private static readonly Points Activities = Points.Of(Table, "q7_2", last: 2);
    private static readonly Points Attitudes = Points.Of(Table, "q12_1", last: 2);
    private static readonly Link Link = Link.Of(Table);
    private static readonly BandTable Bands = BandTable.Of(RiskInstrument.Ogp);

    private static readonly FieldSet Needed = FieldSet.Of(
        RiskField.NoFixedAbode, RiskField.Unemployed, RiskField.RegularActivities, RiskField.CurrentDrugMisuse, RiskField.DrugMotivation, RiskField.ProblemSolving,
        RiskField.AwarenessOfConsequences, RiskField.OthersViews, RiskField.Attitudes);

    /// <param name="ogrs3">The two-year percentage of OGRS3, 1 to 99; <see langword="null"/> when it was not calculated.</param>
    public static PredictorScore Score<TTerms>(RiskInput input, int? ogrs3, TTerms terms)
        where TTerms : struct, ITerms
    {
        var problems = default(Problems);
        var missing = Needed - DrugAnswers.Present(input) - input.NotUnderstood;
        missing = ogrs3 is null ? missing.With(RiskField.Ogrs3TwoYear) : missing;
        problems.AddIf(!missing.IsEmpty, RiskProblemType.MissingMandatoryInput, missing);
        problems.AddIf(!(Needed & input.NotUnderstood).IsEmpty, RiskProblemType.InputNotUnderstood, Needed & input.NotUnderstood);
        if (problems.Any || ogrs3 is not { } percent)
        {
            return PredictorScore.Not(RiskInstrument.Ogp, problems);
        }

        var points = 0;
        Add("ogrs", Ogrs3Points[percent], RiskField.Ogrs3TwoYear);
        Add("nfa", input[RiskField.NoFixedAbode] * NoFixedAbode, RiskField.NoFixedAbode);
        Add("unemployed", input[RiskField.Unemployed] * Unemployed, RiskField.Unemployed);
        Add("lifestyle", Activities[input[RiskField.RegularActivities]], RiskField.RegularActivities);
        Add("drugs", DrugPoints[input[RiskField.CurrentDrugMisuse] + DrugAnswers.Motivation(input)], RiskField.CurrentDrugMisuse);
        Add("thinking", ThinkingPoints[input[RiskField.ProblemSolving] + input[RiskField.AwarenessOfConsequences] + input[RiskField.OthersViews]], RiskField.ProblemSolving);
        Add("attitudes", Attitudes[input[RiskField.Attitudes]], RiskField.Attitudes);
        var two = Link.Two(points);
        return PredictorScore.Whole(RiskInstrument.Ogp, ScoreType.Dynamic, Link.One(points), two, points, Bands[two.Percent * 100]);

        void Add(string term, int more, RiskField field)
        {
            points += more;
            terms.Add(term, term, more, 1, field);
        }
    }

    private static decimal Constant(string term) => Table.One(term).Amount("points_or_coefficient");
}

/// <summary>How points become a percentage of one and of two years.</summary>
internal readonly record struct Link(double Slope, double InterceptOne, double InterceptTwo)
{
    public static Link Of(RiskTable table) =>
        new(Constant(table, "link_slope"), Constant(table, "link_intercept_1yr"), Constant(table, "link_intercept_2yr"));

    public (double Exact, int Percent) One(int points) => Percent(Arithmetic.Logistic((Slope * points) + InterceptOne));

    public (double Exact, int Percent) Two(int points) => Percent(Arithmetic.Logistic((Slope * points) + InterceptTwo));

    private static (double Exact, int Percent) Percent(double exact) => (exact, Arithmetic.WholePercent(exact));

    private static double Constant(RiskTable table, string term) => table.One(term).Number("points_or_coefficient");
}

/// <summary>The answers about drugs: 8.1 No means that 8.8 is 0 and that no drug is in use.</summary>
internal static class DrugAnswers
{
    public static readonly FieldSet Both = FieldSet.Of(RiskField.DrugMotivation, RiskField.Drugs);

    public static FieldSet Present(RiskInput input) => NeverMisused(input) ? input.Present | Both : input.Present;

    public static int Motivation(RiskInput input) => NeverMisused(input) ? 0 : input[RiskField.DrugMotivation];

    public static Drugs InUse(RiskInput input) => NeverMisused(input) ? Drugs.None : (Drugs)input[RiskField.Drugs];

    private static bool NeverMisused(RiskInput input) => input.DrugsEverMisused == false;
}
