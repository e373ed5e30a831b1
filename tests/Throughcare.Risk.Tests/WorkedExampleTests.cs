using System.Globalization;
using Throughcare.Risk.Instruments;
using Throughcare.Risk.Screens;
using Xunit;

namespace Throughcare.Risk.Tests;

public sealed class WorkedExampleTests
{
    private const double Near = 1e-6;

    [Fact]
    public void There_are_208_worked_cases_and_each_is_tried()
    {
        string[] tried = ["OGRS3", "OGP", "OVP", "SNSV", "ARP", "VRP", "SVRP", "OSP/DC", "DC-SRP", "OSP/IIC", "IIC-SRP", "RSR", "CSRP", "MST", "LDS", "PNI", "RM2000"];

        Assert.Equal(208, WorkedExample.All.Count);
        Assert.Equal(tried.Order(), WorkedExample.All.Select(example => example.Instrument).Distinct().Order());
    }

    [Fact]
    public void Ogrs3_is_as_worked() => Assert.All(WorkedExample.Of("OGRS3"), example =>
    {
        var input = example.Answers();
        var explained = RiskCalculator.Explain(input, RiskInstrument.Ogrs3);
        var score = RiskCalculator.ScorePrevious(input).Ogrs3;

        Assert.Equal(example.Error, string.Join('|', score.Problems.Select(problem => problem.Code)));
        if (example.Error.Length > 0)
        {
            Assert.Null(score.Probability);
            return;
        }

        AssertParts(example, explained, ("age_gender", "age_gender"), ("conviction_status", "conviction_status"), ("copas", "copas"), ("offence", "offence"));
        Assert.Equal(example.Number("total"), explained.Sum, Near);
        Assert.Equal(example.Number("raw1"), score.OneYearProbability!.Value, Near);
        Assert.Equal(example.Number("raw2"), score.Probability!.Value, Near);
        Assert.Equal(example.Number("one_year"), score.OneYearPercent!.Value);
        Assert.Equal(example.Number("two_year"), (double)score.Percent!.Value);
        Assert.Equal((example.Expected["band"], ScoreType.Static), (score.Band!.Value.Code(), score.Type));
    });

    [Fact]
    public void Ogp_is_as_worked() => Assert.All(WorkedExample.Of("OGP"), example =>
    {
        List<PredictorTerm> terms = [];
        var score = Ogp.Score(example.Answers(), example.Whole("ogrs3_two_year"), new TermList(terms));

        Assert.Empty(score.Problems);
        Assert.All(new[] { "ogrs", "nfa", "unemployed", "lifestyle", "drugs", "thinking", "attitudes" }, part => Assert.Equal(example.Number(part), terms.Single(term => term.Part == part).Contribution));
        Assert.Equal(example.Number("points"), score.Points!.Value);
        Assert.Equal(example.Number("one_year"), score.OneYearPercent!.Value);
        Assert.Equal((decimal)example.Number("two_year"), score.Percent);
        Assert.Equal(example.Expected["band"], score.Band!.Value.Code());
    });

    [Fact]
    public void Ovp_is_as_worked() => Assert.All(WorkedExample.Of("OVP"), example =>
    {
        var input = example.Answers();
        var score = RiskCalculator.ScorePrevious(input).Ovp;

        Assert.Equal(example.Error, string.Join('|', score.Problems.Select(problem => problem.Code)));
        if (example.Error.Length > 0)
        {
            return;
        }

        string[] @static = ["any_sanction", "violent_sanctions", "non_violent_sanctions", "age", "sex"];
        var parts = RiskCalculator.Explain(input, RiskInstrument.Ovp).Parts;
        Assert.Equal(example.Number("static_points"), parts.Where(part => @static.Contains(part.Name)).Sum(part => part.Contribution));
        Assert.Equal(example.Number("dynamic_points"), parts.Where(part => !@static.Contains(part.Name)).Sum(part => part.Contribution));
        Assert.Equal(example.Number("points"), score.Points!.Value);
        Assert.Equal(example.Number("one_year"), score.OneYearPercent!.Value);
        Assert.Equal((decimal)example.Number("two_year"), score.Percent);
        Assert.Equal(example.Expected["band"], score.Band!.Value.Code());
    });

    [Fact]
    public void The_logistic_models_are_as_worked() => Assert.All(WorkedExample.Of("SNSV", "ARP", "VRP", "SVRP"), example =>
    {
        var input = example.Answers();
        var instrument = RiskInstruments.Find(example.Instrument)!.Value;
        var options = new RiskOptions(example.Mode == "STATIC" ? ScoreType.Static : null);
        var explained = RiskCalculator.Explain(input, instrument, options);
        var score = RiskCalculator.Score(input, instrument.Family, options).Single(one => one.Instrument == instrument);

        Assert.Empty(score.Problems);
        Assert.Equal(example.Mode, score.Type!.Value.Code());
        AssertParts(
            example, explained, ("intercept", "intercept"), ("age", "age"), ("sex", "sex"), ("offence", "offence"), ("first", "first"), ("second", "second"), ("total", "total"), ("gap", "gap"),
            ("ofm", "ofm"), ("copas_g", "copas_g"), ("copas_g2", "copas_g2"), ("copas_v", "copas_v"), ("never_violent", "never_violent"), ("once_violent", "once_violent"),
            ("violent_sanctions", "violent_sanctions"), ("copas_violent", "copas_violent"));
        Assert.Equal(example.Number("total_z"), explained.Sum, Near);
        Assert.Equal(example.Number("probability"), score.Probability!.Value, Near);
        Assert.Equal((decimal)example.Number("score"), score.Percent);
        Assert.Equal(example.Expected.GetValueOrDefault("band"), score.Band?.Code());
        Assert.Equal(score.Probability, example.Mode == "STATIC" ? score.StaticProbability : score.DynamicProbability);
    });

    [Fact]
    public void The_contact_predictors_are_as_worked() => Assert.All(WorkedExample.Of("OSP/DC", "DC-SRP"), example =>
    {
        var instrument = RiskInstruments.Find(example.Instrument)!.Value;
        var input = Complete(example);
        var score = RiskCalculator.Score(input, instrument.Family).Single(one => one.Instrument == instrument);

        Assert.Empty(score.Problems);
        Assert.Equal(example.Expected["band"], score.Band!.Value.Code());
        Assert.Equal((decimal)example.Number("score"), score.Percent);
        Assert.Equal(example.Expected.GetValueOrDefault("points"), score.Points?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(example.Expected.GetValueOrDefault("unreduced"), score.UnreducedBand?.Code());
        Assert.Equal(example.Expected.GetValueOrDefault("reduced"), score.IsBandReduced is { } reduced ? reduced ? "Y" : "N" : null);
        if (example.Expected.TryGetValue("probability", out _))
        {
            Assert.Equal(example.Number("probability"), score.Probability!.Value, Near);
        }

        if (example.Expected["parts"] is { Length: > 0 } parts)
        {
            var terms = RiskCalculator.Explain(input, instrument).Parts.SelectMany(part => part.Terms).ToDictionary(term => term.Name, term => term.Contribution);
            Assert.Equal(
                parts.Split(' ').Select(double.Parse),
                new[] { "contact_adult", "contact_child", "non_contact", "age_at_community_date", "age_at_last_sexual_sanction", "total_sanctions", "stranger_victim" }.Select(name => terms[name]));
        }
    });

    [Fact]
    public void The_images_predictors_are_as_worked() => Assert.All(WorkedExample.Of("OSP/IIC", "IIC-SRP"), example =>
    {
        var instrument = RiskInstruments.Find(example.Instrument)!.Value;
        var score = RiskCalculator.Score(Complete(example), instrument.Family).Single(one => one.Instrument == instrument);

        Assert.Empty(score.Problems);
        Assert.Equal((example.Expected["band"], (decimal)example.Number("score")), (score.Band!.Value.Code(), score.Percent!.Value));
    });

    [Fact]
    public void The_combined_predictors_are_as_worked() => Assert.All(WorkedExample.Of("RSR", "CSRP"), example =>
    {
        var instrument = RiskInstruments.Find(example.Instrument)!.Value;
        var (hundredths, band) = CombinedPredictor.OfComponents(
            instrument, Hundredths("violent_component"), Hundredths("dc_component"), Hundredths("iic_component"), example.Text("sex") == "F" && example.Yes("sexual_history") == true);

        Assert.Equal((example.Expected["band"], example.Number("score")), (band.Code(), hundredths / 100.0));

        int Hundredths(string key) => (int)(example.Amount(key)!.Value * 100);
    });

    [Fact]
    public void The_maturity_screen_is_as_worked() => Assert.All(WorkedExample.Of("MST"), example =>
    {
        var result = MaturityScreen.Screen(new(
            example.Text("sex") is { } sex ? sex == "M" ? Sex.Male : Sex.Female : null, example.Day("date_of_birth"), example.Day("assessment_date")!.Value,
            example.Whole("q2_7_2") is { } peers ? peers == 1 : null, example.Whole("q7_3"), example.Whole("q7_5"), example.Whole("q10_1"), example.Whole("q10_4"), example.Whole("q11_2"),
            example.Whole("q11_4"), example.Whole("q11_6"), example.Whole("q11_7"), example.Whole("q11_9")));

        Assert.Equal(example.Error.Length > 0, result.Missing.Count > 0);
        Assert.Equal(example.Expected.GetValueOrDefault("applicable"), Letter(result.Applies));
        Assert.Equal(example.Expected.GetValueOrDefault("flag"), Letter(result.Flag));
        Assert.Equal(example.Expected.GetValueOrDefault("score"), result.Score?.ToString(CultureInfo.InvariantCulture));
    });

    [Fact]
    public void The_learning_screen_is_as_worked() => Assert.All(WorkedExample.Of("LDS"), example =>
    {
        var result = LearningScreen.Screen(new(
            example.Whole("q4_4"), example.Whole("q4_7"), example.Whole("q4_8"), example.Whole("q4_9"), example.Yes("q3_3_nfa"), example.Yes("reading"), example.Yes("numeracy")));

        Assert.Equal(example.Error, result.Problem is { } problem ? new RiskProblem(problem, FieldSet.None).Code : "");
        Assert.Equal(example.Expected.GetValueOrDefault("subtotal"), result.SubTotal?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(example.Expected.GetValueOrDefault("score"), result.Score?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(result.SubTotal >= 3, result.HasChallenges ?? false);
    });

    [Fact]
    public void The_programme_needs_are_as_worked() => Assert.All(WorkedExample.Of("PNI"), example =>
    {
        var result = ProgrammeNeeds.Identify(new()
        {
            Supervision = example.Text("supervision") is { } place ? Enum.Parse<Supervision>(place, ignoreCase: true) : null,
            SexualHistory = example.Yes("sexual_history"),
            SexualPreoccupation = example.Whole("q11_11"),
            SexualInterests = example.Whole("q11_12"),
            EmotionalCongruence = example.Whole("q6_12"),
            Attitudes = example.Whole("q12_1"),
            HostileOrientation = example.Whole("q12_9"),
            FamilyRelationship = example.Whole("q6_1"),
            PartnerHistory = example.Whole("q6_6"),
            CriminalAssociates = example.Whole("q7_3"),
            Aggressive = example.Whole("q11_3"),
            Impulsivity = example.Whole("q11_2"),
            Temper = example.Whole("q11_4"),
            ProblemSolving = example.Whole("q11_6"),
            Coping = example.Whole("q10_1"),
            AllReoffending = example.Amount("all_score"),
            Violent = example.Amount("violent_score"),
            Combined = example.Amount("combined"),
            ContactBand = Band(example.Text("dc_band")),
            ImagesBand = Band(example.Text("iic_band")),
            SaraPartner = Level(example.Text("sara_partner")),
            SaraOthers = Level(example.Text("sara_others")),
        });

        Assert.Equal(example.Number("need_score"), result.NeedScore);
        Assert.Equal(example.Number("projected_need"), result.ProjectedNeedScore);
        Assert.Equal(
            (Level(example.Expected["need"]), Level(example.Expected["risk"]), Level(example.Expected["projected_risk"])), (result.Need, (NeedLevel?)result.Risk, (NeedLevel?)result.ProjectedRisk));
        Assert.Equal((example.Expected["interim"], example.Expected["pathway"]), (result.Interim.ToString().ToUpperInvariant(), result.Pathway.ToString().ToUpperInvariant()));

        static NeedLevel? Level(string? text) => text is null ? null : Enum.Parse<NeedLevel>(text, ignoreCase: true);

        static PredictorBand? Band(string? text) => text is null ? null : Enum.Parse<PredictorBand>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
    });

    [Fact]
    public void Risk_matrix_2000_is_as_worked() => Assert.All(WorkedExample.Of("RM2000"), example =>
    {
        var result = RiskMatrix2000.Score(new(
            example.Whole("age_at_risk")!.Value, example.Whole("sexual_appearances"), example.Whole("criminal_appearances")!.Value, example.Yes("male_victim")!.Value,
            example.Yes("stranger_victim")!.Value, example.Yes("single")!.Value, example.Yes("non_contact_offence")!.Value, example.Whole("violent_appearances")!.Value, example.Yes("burglary")!.Value));

        Assert.Equal(
            (example.Expected["s_step1"], example.Expected["s"], example.Expected["v"], example.Expected["c"]),
            (result.SexualStep1!.Value.Code(), result.Sexual!.Value.Code(), result.Violence.Code(), result.Combined!.Value.Code()));
        Assert.Equal(
            (example.Number("s_points"), example.Number("aggravating"), example.Number("v_points"), example.Number("c_points")),
            (result.SexualPoints!.Value, result.Aggravating!.Value, result.ViolencePoints, result.CombinedPoints!.Value));
    });

    /// <summary>Three cases count five sexual sanctions among four sanctions, which the checks refuse; two or more all score the same.</summary>
    private static RiskInput Complete(WorkedExample example)
    {
        var input = example.Answers();
        input.SexualMotivation ??= false;
        var sexual = input.ContactAdult + input.ContactChild + input.IndecentImage + input.NonContact;
        input.TotalSanctions = input.TotalSanctions >= 2 ? Math.Max(input.TotalSanctions.Value, sexual ?? 0) : input.TotalSanctions;
        return input;
    }

    private static void AssertParts(WorkedExample example, PredictorExplanation explained, params (string Expected, string Part)[] parts)
    {
        foreach (var (expected, part) in parts)
        {
            if (example.Expected.ContainsKey(expected))
            {
                Assert.Equal(example.Number(expected), explained.Parts.FirstOrDefault(one => one.Name == part)?.Contribution ?? 0, Near);
            }
        }
    }

    private static string? Letter(bool? answer) => answer is { } known ? known ? "Y" : "N" : null;
}
