using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>OGRS3: any proven reoffending within one and two years, of anyone convicted at 10 or older.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api (2025); NOMS-DIGITAL-STUDIO/rsr-calculator (2018) where they differ: the weights of
/// girls of 10 to 15 are negative, and "sexual (not against child)" is 0.00328.</remarks>
internal static class Ogrs3
{
    public const string Rule = "Sum of the parts T. One year: logistic(T + 1.40256); two years: logistic(T + 2.1217).";
    public const string Source = "OGRS3, Home Office 2009; ministryofjustice/hmpps-arns-risk-actuarial-api";

    /// <summary>The most sanctions that the 2018 calculator counted: 50 before and the current one.</summary>
    private const int MostSanctions = 51;
    private const int LeastAge = 10;

    private static readonly RiskTable Table = RiskTable.Load("ogrs3.csv");
    private static readonly double OneYear = Table.One("intercept_1yr").Number("coefficient");
    private static readonly double TwoYear = Table.One("intercept_2yr").Number("coefficient");
    private static readonly double Copas = Table.One("copas").Number("coefficient");
    private static readonly double First = Table.One("first_sanction").Number("coefficient");
    private static readonly double Repeat = Table.One("repeat_sanction").Number("coefficient");
    private static readonly (int From, string Name)[] AgeGroups =
        [(10, "10_11"), (12, "12_13"), (14, "14_15"), (16, "16_17"), (18, "18_20"), (21, "21_24"), (25, "25_29"), (30, "30_34"), (35, "35_39"), (40, "40_49"), (50, "50_plus")];

    private static readonly (string Name, double Weight)[][] Ages =
        [.. new[] { "male", "female" }.Select(sex => AgeGroups.Select(group => $"age_{sex}_{group.Name}").Select(name => (name, Table.One(name).Number("coefficient"))).ToArray())];

    private static readonly double[] Offences = [0, .. Enum.GetValues<Ogrs3Category>().Select(category => Table.One($"offence_{category.Code()}").Number("coefficient"))];
    private static readonly BandTable Bands = BandTable.Of(RiskInstrument.Ogrs3);

    private static readonly FieldSet Needed = FieldSet.Of(
        RiskField.Sex, RiskField.DateOfBirth, RiskField.ConvictionDate, RiskField.CommunityDate, RiskField.TotalSanctions, RiskField.AgeAtFirstSanction, RiskField.OffenceCode);

    public static PredictorScore Score<TTerms>(RiskInput input, in RiskOptions options, TTerms terms)
        where TTerms : struct, ITerms
    {
        var problems = default(Problems);
        problems.AddMissing(input, Offence.Needed(input, Needed, RiskField.Ogrs3Category), RiskProblemType.MissingMandatoryInput);
        var offence = Offence.Category(input, OffenceCodes.Ogrs3, RiskField.Ogrs3Category, RiskFamily.Previous, ref problems);
        problems.AddIf(input.TotalSanctions < 1, RiskProblemType.TotalNumberOfSanctionsLessThanOne, RiskField.TotalSanctions);
        if (input is not { DateOfBirth: { } born, ConvictionDate: { } convicted, CommunityDate: { } community, AgeAtFirstSanction: { } first, TotalSanctions: { } total, Sex: { } sex })
        {
            return PredictorScore.Not(RiskInstrument.Ogrs3, problems);
        }

        var (atConviction, atFollowUp) = (Arithmetic.YearsBetween(born, convicted), Arithmetic.YearsBetween(born, community));
        if (convicted <= born || community <= born || (atConviction >= LeastAge && atFollowUp < LeastAge) || first < 0)
        {
            problems.Add(RiskProblemType.UnexpectedError, FieldSet.None);
        }
        else
        {
            problems.AddIf(atConviction < LeastAge, RiskProblemType.AgeAtCurrentConvictionLessThanTen, RiskField.DateOfBirth, RiskField.ConvictionDate);
            problems.AddIf(first > atConviction, RiskProblemType.AgeAtFirstSanctionAfterAgeAtCurrentConviction, RiskField.ConvictionDate, RiskField.AgeAtFirstSanction);
        }

        if (problems.Any)
        {
            return PredictorScore.Not(RiskInstrument.Ogrs3, problems);
        }

        var age = Ages[(int)sex][Group(atFollowUp)];
        var counted = options.CapSanctions ? Math.Min(total, MostSanctions) : total;
        var status = counted == 1 ? First : Repeat;
        var rate = Math.Log(counted / (double)(LeastAge + atConviction - first));
        var weight = Offences[offence];
        terms.Add(age.Name, "age_gender", 1, age.Weight, RiskField.CommunityDate);
        terms.Add(counted == 1 ? "first_sanction" : "repeat_sanction", "conviction_status", 1, status, RiskField.TotalSanctions);
        terms.Add("copas", "copas", rate, Copas, RiskField.TotalSanctions);
        terms.Add("offence", "offence", 1, weight, RiskField.OffenceCode);

        var sum = age.Weight + status + (Copas * rate) + weight;
        var two = Years(sum + TwoYear);
        return PredictorScore.Whole(RiskInstrument.Ogrs3, ScoreType.Static, Years(sum + OneYear), two, points: null, Bands[two.Percent * 100]);
    }

    private static int Group(int age)
    {
        var at = AgeGroups.Length - 1;
        while (AgeGroups[at].From > age)
        {
            at--;
        }

        return at;
    }

    /// <summary>Rounded to five places first, and then to whole per cent.</summary>
    private static (double Exact, int Percent) Years(double logit)
    {
        var exact = Arithmetic.Logistic(logit);
        return (exact, Math.Clamp((Arithmetic.Round(exact, 100_000) + 500) / 1_000, 1, 99));
    }
}
