using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>OVP: proven non-sexual violent reoffending, of people of 18 or older on the community date.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api (2025); Howard and Dixon 2012. The first item is named previous sanctions and scored, as
/// the service does, on one sanction or more.</remarks>
internal static class Ovp
{
    public const string Rule = "Sum of the points P. One year: logistic(0.0722 P − 4.5215); two years: logistic(0.0722 P − 3.8773).";
    public const string Source = "OVP, Howard and Dixon 2012; ministryofjustice/hmpps-arns-risk-actuarial-api";

    private const int LeastAge = 18;

    private static readonly RiskTable Table = RiskTable.Load("ovp.csv");
    private static readonly Points AnySanction = Points.Of(Table, "any_sanction");
    private static readonly Points Violent = Points.Of(Table, "violent_sanctions");
    private static readonly Points NonViolent = Points.Of(Table, "non_violent_sanctions");
    private static readonly Points Age = Points.Of(Table, "age_at_community_date");
    private static readonly Points Male = Points.Of(Table, "sex", last: 1);
    private static readonly Points Impact = Points.Of(Table, "q2_6_recognises_impact", last: 1);
    private static readonly Points NoFixedAbode = Points.Of(Table, "q3_3_nfa", last: 1);
    private static readonly Points Unemployed = Points.Of(Table, "q4_2_unemployed", last: 1);
    private static readonly Points Alcohol = Points.Of(Table, "q9_1_plus_q9_2", last: 4);
    private static readonly Points Treatment = Points.Of(Table, "psychiatric_treatment", last: 1);
    private static readonly Points Temper = Points.Of(Table, "q11_4", last: 2);
    private static readonly Points Attitudes = Points.Of(Table, "q12_1", last: 2);
    private static readonly Link Link = Link.Of(Table);
    private static readonly BandTable Bands = BandTable.Of(RiskInstrument.Ovp);

    private static readonly FieldSet Needed = FieldSet.Of(
        RiskField.Sex, RiskField.DateOfBirth, RiskField.CommunityDate, RiskField.TotalSanctions, RiskField.ViolentSanctions, RiskField.RecognisesImpact, RiskField.NoFixedAbode,
        RiskField.Unemployed, RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.PsychiatricTreatment, RiskField.Temper, RiskField.Attitudes);

    public static PredictorScore Score<TTerms>(RiskInput input, TTerms terms)
        where TTerms : struct, ITerms
    {
        var problems = default(Problems);
        problems.AddMissing(input, Needed, RiskProblemType.MissingMandatoryInput);
        if (problems.Any || input is not { DateOfBirth: { } born, CommunityDate: { } community, TotalSanctions: { } total, ViolentSanctions: { } violent, Sex: { } sex })
        {
            return PredictorScore.Not(RiskInstrument.Ovp, problems);
        }

        var age = Arithmetic.YearsBetween(born, community);
        if (age < LeastAge || violent > total || violent < 0)
        {
            problems.Add(RiskProblemType.UnexpectedError, FieldSet.None);
            return PredictorScore.Not(RiskInstrument.Ovp, problems);
        }

        var points = 0;
        Add("any_sanction", AnySanction[total], RiskField.TotalSanctions);
        Add("violent_sanctions", Violent[violent], RiskField.ViolentSanctions);
        Add("non_violent_sanctions", NonViolent[total - violent], RiskField.TotalSanctions);
        Add("age", Age[age], RiskField.CommunityDate);
        Add("sex", Male[sex is Sex.Male ? 1 : 0], RiskField.Sex);
        Add("impact", Impact[input[RiskField.RecognisesImpact]], RiskField.RecognisesImpact);
        Add("nfa", NoFixedAbode[input[RiskField.NoFixedAbode]], RiskField.NoFixedAbode);
        Add("unemployed", Unemployed[input[RiskField.Unemployed]], RiskField.Unemployed);
        Add("alcohol", Alcohol[input[RiskField.AlcoholNow] + input[RiskField.BingeDrinking]], RiskField.AlcoholNow);
        Add("treatment", Treatment[input[RiskField.PsychiatricTreatment]], RiskField.PsychiatricTreatment);
        Add("temper", Temper[input[RiskField.Temper]], RiskField.Temper);
        Add("attitudes", Attitudes[input[RiskField.Attitudes]], RiskField.Attitudes);
        var two = Link.Two(points);
        return PredictorScore.Whole(RiskInstrument.Ovp, ScoreType.Dynamic, Link.One(points), two, points, Bands[two.Percent * 100]);

        void Add(string term, int more, RiskField field)
        {
            points += more;
            terms.Add(term, term, more, 1, field);
        }
    }
}
