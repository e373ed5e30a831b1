using Xunit;

namespace Throughcare.Risk.Tests;

/// <summary>What each instrument refuses, at its boundaries, and what it says.</summary>
public sealed class ChecksTests
{
    private static readonly RiskInstrument[] Logistic2026 = [RiskInstrument.Arp, RiskInstrument.Vrp, RiskInstrument.Svrp];

    private static readonly RiskInstrument[] All2026 = [RiskInstrument.Arp, RiskInstrument.Vrp, RiskInstrument.Svrp, RiskInstrument.DcSrp];

    [Theory]
    [InlineData(0, "TOTAL_NUMBER_OF_SANCTIONS_OUT_OF_RANGE"), InlineData(1, ""), InlineData(999, ""), InlineData(1000, "TOTAL_NUMBER_OF_SANCTIONS_OUT_OF_RANGE"), InlineData(-5, "TOTAL_NUMBER_OF_SANCTIONS_OUT_OF_RANGE")]
    public void The_2026_family_counts_1_to_999_sanctions(int total, string problem)
    {
        var input = Man(total: total, violent: 0);

        Assert.All(All2026, instrument => Assert.Equal(problem, Problems(input, instrument).Split('|')[0]));
        AssertProblems(problem, input, RiskInstrument.Arp);
    }

    [Theory]
    [InlineData(0, false), InlineData(1, true), InlineData(5_000, true)]
    public void The_previous_family_counts_from_1(int total, bool isRight)
    {
        var input = Man(total: total, violent: 0);

        Assert.All(new[] { RiskInstrument.Ogrs3, RiskInstrument.Snsv }, instrument => AssertProblems(isRight ? "" : "TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE", input, instrument));
        Assert.Equal(isRight ? "" : "TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE", Problems(input, RiskInstrument.OspDc));
    }

    [Theory]
    [InlineData(-1, false), InlineData(0, true), InlineData(8, true), InlineData(9, false)]
    public void Violent_sanctions_are_some_of_all(int violent, bool isRight)
    {
        var input = Man(total: 8, violent: violent);

        AssertProblems(isRight ? "" : "VIOLENT_SANCTION_OUT_OF_RANGE", input, RiskInstrument.Vrp);
        AssertProblems(isRight ? "" : "VIOLENT_SANCTION_OUT_OF_RANGE", input, RiskInstrument.Svrp);
        AssertProblems("", input, RiskInstrument.Arp);
        AssertProblems(isRight ? "" : "VIOLENT_SANCTION_GREATER_THAN_TOTAL_SANCTIONS", input, RiskInstrument.Snsv);
        AssertProblems(isRight ? "" : "UNEXPECTED_ERROR", input, RiskInstrument.Ovp);
    }

    [Theory]
    [InlineData(-1, "AGE_AT_FIRST_SANCTION_OUT_OF_RANGE"), InlineData(0, ""), InlineData(33, ""), InlineData(34, "AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION")]
    [InlineData(109, "AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION"), InlineData(110, "AGE_AT_FIRST_SANCTION_OUT_OF_RANGE|AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION")]
    public void The_first_sanction_is_no_later_than_the_current_conviction(int first, string problem)
    {
        var input = Man(first: first);

        Assert.All(Logistic2026, instrument => AssertProblems(problem, input, instrument));
        var previous = first < 0 ? "UNEXPECTED_ERROR" : first > 33 ? "AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION" : "";
        AssertProblems(previous, input, RiskInstrument.Snsv);
        AssertProblems(previous, input, RiskInstrument.Ogrs3);
    }

    [Fact]
    public void A_conviction_on_the_day_of_birth_or_before_is_refused()
    {
        var input = Man();
        input.ConvictionDate = input.DateOfBirth;

        Assert.All(Logistic2026, instrument => Assert.Contains("DATE_OF_CURRENT_CONVICTION_BEFORE_DATE_OF_BIRTH", Problems(input, instrument), StringComparison.Ordinal));
        Assert.All(Logistic2026, instrument => Assert.DoesNotContain("AGE_AT_FIRST", Problems(input, instrument), StringComparison.Ordinal));
        AssertProblems("UNEXPECTED_ERROR", input, RiskInstrument.Snsv);
        AssertProblems("UNEXPECTED_ERROR", input, RiskInstrument.Ogrs3);
        input.ConvictionDate = input.DateOfBirth!.Value.AddDays(1);
        Assert.All(Logistic2026, instrument => Assert.DoesNotContain("DATE_OF_CURRENT_CONVICTION_BEFORE", Problems(input, instrument), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, 0, ""), InlineData(10, -1, "AGE_AT_CURRENT_CONVICTION_LESS_THAN_TEN")]
    public void Ogrs3_is_of_those_convicted_at_10_or_older(int years, int days, string problem)
    {
        var input = Man(first: 9);
        input.ConvictionDate = input.DateOfBirth!.Value.AddYears(years).AddDays(days);

        AssertProblems(problem, input, RiskInstrument.Ogrs3);
        AssertProblems(problem.Length == 0 ? "" : "UNEXPECTED_ERROR", input, RiskInstrument.Snsv);
        input.CommunityDate = input.ConvictionDate;
        AssertProblems(problem, input, RiskInstrument.Ogrs3);
        input.CommunityDate = input.DateOfBirth!.Value.AddYears(10).AddDays(-1);
        input.ConvictionDate = input.DateOfBirth!.Value.AddYears(10);
        AssertProblems("UNEXPECTED_ERROR", input, RiskInstrument.Ogrs3);
    }

    [Fact]
    public void A_conviction_may_be_three_months_after_the_assessment_and_no_more()
    {
        var input = Man();
        input.AssessmentDate = input.ConvictionDate!.Value.AddMonths(-3);
        input.CommunityDate = input.ConvictionDate;
        Assert.All(Logistic2026, instrument => AssertProblems("", input, instrument));

        input.AssessmentDate = input.AssessmentDate.Value.AddDays(-1);
        Assert.All(Logistic2026, instrument => AssertProblems("DATE_OF_CURRENT_CONVICTION_WITHIN_THREE_MONTHS_OF_ASSESSMENT_DATE", input, instrument));
        AssertProblems("", input, RiskInstrument.Snsv);
    }

    [Fact]
    public void The_follow_up_begins_after_birth_and_before_110()
    {
        var input = Man();
        input.CommunityDate = input.DateOfBirth;
        Assert.All(All2026, instrument => AssertProblems("DATE_OF_START_OF_FOLLOWUP_BEFORE_DATE_OF_BIRTH", input, instrument));
        AssertProblems("UNEXPECTED_ERROR", input, RiskInstrument.OspDc);
        AssertProblems("FOLLOW_UP_DATE_BEFORE_CONVICTION_DATE|UNEXPECTED_ERROR", input, RiskInstrument.Snsv);
        AssertProblems("UNEXPECTED_ERROR", input, RiskInstrument.Ogrs3);

        input.CommunityDate = input.DateOfBirth!.Value.AddYears(110).AddDays(-1);
        Assert.All(All2026, instrument => AssertProblems("", input, instrument));
        input.CommunityDate = input.DateOfBirth!.Value.AddYears(110);
        Assert.All(All2026, instrument => AssertProblems("DATE_OF_START_OF_FOLLOWUP_OUT_OF_RANGE", input, instrument));
        AssertProblems("", input, RiskInstrument.Snsv);
    }

    [Fact]
    public void Snsv_follows_from_the_conviction_on_and_from_the_age_of_ten()
    {
        var input = Man(first: 5);
        input.CommunityDate = input.ConvictionDate;
        AssertProblems("", input, RiskInstrument.Snsv);
        input.CommunityDate = input.ConvictionDate!.Value.AddDays(-1);
        AssertProblems("FOLLOW_UP_DATE_BEFORE_CONVICTION_DATE", input, RiskInstrument.Snsv);
        input.ConvictionDate = input.CommunityDate = input.DateOfBirth!.Value.AddYears(10);
        AssertProblems("", input, RiskInstrument.Snsv);
        input.ConvictionDate = input.CommunityDate = input.DateOfBirth!.Value.AddYears(10).AddDays(-1);
        AssertProblems("UNEXPECTED_ERROR", input, RiskInstrument.Snsv);
    }

    [Fact]
    public void Without_a_community_date_2026_follows_from_the_conviction_and_the_previous_family_does_not()
    {
        var (input, same) = (Man(), Man());
        input.CommunityDate = null;
        same.CommunityDate = same.ConvictionDate;

        Assert.All(All2026, instrument => Assert.Equal(Score(same, instrument).Probability, Score(input, instrument).Probability));
        AssertProblems("MISSING_MANDATORY_INPUT", input, RiskInstrument.Snsv);
        AssertProblems("MISSING_MANDATORY_INPUT", input, RiskInstrument.Ogrs3);
        AssertProblems("MISSING_MANDATORY_INPUT", input, RiskInstrument.Ovp);
        Assert.Equal(Score(same, RiskInstrument.OspDc).Points, Score(input, RiskInstrument.OspDc).Points);
        input.ConvictionDate = null;
        Assert.All(Logistic2026, instrument => Assert.Equal("MISSING_MANDATORY_INPUT|DATE_OF_START_OF_FOLLOWUP_REQUIRED", Problems(input, instrument)));
        AssertProblems("DATE_OF_START_OF_FOLLOWUP_REQUIRED", input, RiskInstrument.DcSrp);
        AssertProblems("MISSING_MANDATORY_INPUT", input, RiskInstrument.OspDc);
    }

    [Theory]
    [InlineData(17, "UNEXPECTED_ERROR"), InlineData(18, "")]
    public void Ovp_is_of_adults(int age, string problem)
    {
        var input = Man();
        input.CommunityDate = input.DateOfBirth!.Value.AddYears(age + 1).AddDays(-1);

        AssertProblems(problem, input, RiskInstrument.Ovp);
    }

    [Theory]
    [InlineData("08800", "NEED_DETAILS_OF_EXACT_OFFENCE", ""), InlineData("99999", "OFFENCE_CODE_MAPPING_NOT_FOUND", "OFFENCE_CODE_MAPPING_NOT_FOUND")]
    [InlineData("1234", "OFFENCE_CODE_INCORRECT_FORMAT", "OFFENCE_CODE_INCORRECT_FORMAT"), InlineData("ABCDE", "OFFENCE_CODE_MAPPING_NOT_FOUND", "OFFENCE_CODE_INCORRECT_FORMAT"), InlineData("00801", "", "")]
    public void An_offence_must_be_known(string code, string ogrs3, string arp)
    {
        var input = Man();
        (input.OffenceCode, input.ArpCategory) = (code, null);

        AssertProblems(ogrs3, input, RiskInstrument.Ogrs3);
        AssertProblems(arp, input, RiskInstrument.Arp);
        AssertProblems(code == "ABCDE" ? "OFFENCE_CODE_MAPPING_NOT_FOUND" : arp, input, RiskInstrument.Snsv);
        (input.Ogrs3Category, input.ArpCategory) = (Ogrs3Category.Violence, OffenceCategory.Drunkenness);
        AssertProblems("", input, RiskInstrument.Ogrs3);
        AssertProblems("", input, RiskInstrument.Arp);
        (input.OffenceCode, input.Ogrs3Category, input.ArpCategory) = (null, null, null);
        Assert.Equal("MISSING_MANDATORY_INPUT: offence_code", Said(input, RiskInstrument.Ogrs3));
        Assert.Equal("MISSING_MANDATORY_INPUT: offence_code", Said(input, RiskInstrument.Arp));
    }

    [Fact]
    public void A_category_that_can_not_be_read_is_not_covered_by_the_code()
    {
        var input = Man();
        input.Read(RiskField.ArpCategory, "TEA");
        input.Read(RiskField.Ogrs3Category, "TEA");

        Assert.Equal("INPUT_NOT_UNDERSTOOD: arp_category", Said(input, RiskInstrument.Arp));
        Assert.Equal("INPUT_NOT_UNDERSTOOD: ogrs3_category", Said(input, RiskInstrument.Ogrs3));
    }

    [Fact]
    public void Every_answer_that_an_instrument_needs_is_missed_by_name()
    {
        RiskField[] history = [RiskField.Sex, RiskField.DateOfBirth, RiskField.AssessmentDate, RiskField.ConvictionDate, RiskField.AgeAtFirstSanction, RiskField.TotalSanctions];
        RiskField[] sexual = [RiskField.Sex, RiskField.SexualHistory, RiskField.ContactAdult, RiskField.ContactChild, RiskField.IndecentImage, RiskField.NonContact];
        AssertNeeds(RiskInstrument.Arp, RiskProblemType.MissingMandatoryInput, history);
        AssertNeeds(RiskInstrument.Vrp, RiskProblemType.MissingMandatoryInput, [.. history, RiskField.ViolentSanctions]);
        AssertNeeds(RiskInstrument.Svrp, RiskProblemType.MissingMandatoryInput, [.. history, RiskField.ViolentSanctions]);
        AssertNeeds(RiskInstrument.Snsv, RiskProblemType.MissingMandatoryInput, [.. history, RiskField.ViolentSanctions, RiskField.CommunityDate, RiskField.Supervision]);
        AssertNeeds(RiskInstrument.Ogrs3, RiskProblemType.MissingMandatoryInput, [.. history.Except([RiskField.AssessmentDate]), RiskField.CommunityDate, RiskField.OffenceCode]);
        AssertNeeds(
            RiskInstrument.Arp, RiskProblemType.MissingDynamicInput, RiskField.Accommodation, RiskField.Unemployed, RiskField.PartnerRelationship, RiskField.DomesticAbuse, RiskField.RelationshipStatus,
            RiskField.RegularActivities, RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.Impulsivity, RiskField.Attitudes);
        AssertNeeds(
            RiskInstrument.Vrp, RiskProblemType.MissingDynamicInput, RiskField.Accommodation, RiskField.Unemployed, RiskField.PartnerRelationship, RiskField.DomesticAbuse, RiskField.RelationshipStatus,
            RiskField.RegularActivities, RiskField.DrugMotivation, RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.Impulsivity, RiskField.Temper);
        AssertNeeds(
            RiskInstrument.Svrp, RiskProblemType.MissingDynamicInput, RiskField.Weapon, RiskField.Accommodation, RiskField.Unemployed, RiskField.AlcoholNow, RiskField.Temper, RiskField.Attitudes,
            RiskField.Previous);
        AssertNeeds(
            RiskInstrument.Snsv, RiskProblemType.MissingDynamicInput, RiskField.Weapon, RiskField.Accommodation, RiskField.Unemployed, RiskField.PartnerRelationship, RiskField.AlcoholNow,
            RiskField.BingeDrinking, RiskField.Impulsivity, RiskField.Temper, RiskField.Attitudes, RiskField.Previous, RiskField.DomesticAbuse, RiskField.AbuseOfPartner);
        AssertNeeds(
            RiskInstrument.Ogp, RiskProblemType.MissingMandatoryInput, RiskField.NoFixedAbode, RiskField.Unemployed, RiskField.RegularActivities, RiskField.CurrentDrugMisuse, RiskField.DrugMotivation,
            RiskField.ProblemSolving, RiskField.AwarenessOfConsequences, RiskField.OthersViews, RiskField.Attitudes);
        AssertNeeds(
            RiskInstrument.Ovp, RiskProblemType.MissingMandatoryInput, RiskField.Sex, RiskField.DateOfBirth, RiskField.CommunityDate, RiskField.TotalSanctions, RiskField.ViolentSanctions,
            RiskField.RecognisesImpact, RiskField.NoFixedAbode, RiskField.Unemployed, RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.PsychiatricTreatment, RiskField.Temper, RiskField.Attitudes);
        AssertNeeds(RiskInstrument.DcSrp, RiskProblemType.MissingMandatoryInput, [.. sexual, RiskField.Supervision, RiskField.DateOfBirth, RiskField.TotalSanctions, RiskField.LastSexualOffenceDate]);
        AssertNeeds(RiskInstrument.OspDc, RiskProblemType.MissingMandatoryInput, [.. sexual, RiskField.Supervision, RiskField.DateOfBirth, RiskField.TotalSanctions, RiskField.SexualMotivation]);
        AssertNeeds(RiskInstrument.OspIic, RiskProblemType.MissingMandatoryInput, sexual);
        AssertNeeds(RiskInstrument.IicSrp, RiskProblemType.MissingMandatoryInput, sexual);
        AssertNeeds(RiskInstrument.Csrp, RiskProblemType.MissingMandatoryInput, RiskField.Sex, RiskField.SexualHistory);
    }

    [Fact]
    public void An_answer_that_can_not_be_read_is_said_and_the_static_score_stays()
    {
        var input = Man();
        input.Read(RiskField.Accommodation, "9");

        Assert.Equal("INPUT_NOT_UNDERSTOOD: q3_4", Said(input, RiskInstrument.Arp));
        Assert.Equal(ScoreType.Static, Score(input, RiskInstrument.Arp).Type);
        input = Man();
        input.Read(RiskField.TotalSanctions, "many");
        Assert.Equal("INPUT_NOT_UNDERSTOOD: total_sanctions", Said(input, RiskInstrument.Arp));
        Assert.Null(Score(input, RiskInstrument.Arp).Percent);
        input = Man();
        input.Read(RiskField.CommunityDate, "soon");
        Assert.All(Logistic2026, instrument => Assert.Equal("INPUT_NOT_UNDERSTOOD: community_date", Said(input, instrument)));
        Assert.Equal("INPUT_NOT_UNDERSTOOD: community_date", Said(input, RiskInstrument.DcSrp));
        input = Man();
        input.Read(RiskField.Drugs, "tea");
        Assert.Equal("INPUT_NOT_UNDERSTOOD: drugs", Said(input, RiskInstrument.Arp));
        Assert.Equal("", Said(input, RiskInstrument.Svrp));
        input = Man();
        input.Read(RiskField.RegularActivities, "x");
        Assert.Equal("INPUT_NOT_UNDERSTOOD: q7_2", Said(input, RiskInstrument.Ogp));
        input.Read(RiskField.StrangerVictim, "x");
        Assert.Equal("INPUT_NOT_UNDERSTOOD: stranger_victim", Said(input, RiskInstrument.OspDc));
    }

    [Fact]
    public void Drugs_in_use_ask_for_the_motivation_to_stop()
    {
        var input = Man();
        (input.Drugs, input.DrugMotivation) = (Drugs.Heroin | Drugs.Spice, null);
        var problem = Score(input, RiskInstrument.Arp).Problems.Single();

        Assert.Equal(RiskProblemType.MotivationToTackleDrugMisuseInconsistent, problem.Type);
        Assert.Equal(["heroin", "spice"], problem.FieldKeys);
        Assert.Contains("heroin, spice", problem.Messages.Single(), StringComparison.Ordinal);
        Assert.Equal(ScoreType.Static, Score(input, RiskInstrument.Arp).Type);
        Assert.Equal("MISSING_DYNAMIC_INPUT|MOTIVATION_TO_TACKLE_DRUG_MISUSE_INCONSISTENT", Problems(input, RiskInstrument.Vrp));
        AssertProblems("", input, RiskInstrument.Svrp);
        input.Drugs = Drugs.None;
        AssertProblems("", input, RiskInstrument.Arp);
        (input.Drugs, input.DrugsEverMisused) = (Drugs.Heroin, false);
        AssertProblems("", input, RiskInstrument.Arp);
        AssertProblems("", input, RiskInstrument.Vrp);
        Assert.Equal(ScoreType.Dynamic, Score(input, RiskInstrument.Vrp).Type);
    }

    [Fact]
    public void Drugs_never_misused_count_as_none_whatever_else_is_answered()
    {
        var (never, none) = (Man(), Man());
        (never.DrugsEverMisused, never.Drugs, never.DrugMotivation) = (false, Drugs.Heroin | Drugs.Crack, 2);
        (none.DrugsEverMisused, none.Drugs, none.DrugMotivation) = (true, Drugs.None, 0);

        Assert.All(new[] { RiskInstrument.Arp, RiskInstrument.Vrp, RiskInstrument.Ogp }, instrument => Assert.Equal(Score(none, instrument).Probability, Score(never, instrument).Probability));
    }

    [Fact]
    public void Each_of_the_other_drugs_counts_once_with_the_rest_of_them()
    {
        var plain = Score(With(Drugs.None), RiskInstrument.Arp).DynamicProbability;
        foreach (var drug in new[] { Drugs.OtherDrugs, Drugs.Ketamine, Drugs.Spice, Drugs.Hallucinogens, Drugs.Solvents })
        {
            Assert.Contains(RiskCalculator.Explain(With(drug), RiskInstrument.Arp).Parts.SelectMany(part => part.Terms), term => term.Name == "drug_any_other");
        }

        Assert.Single(RiskCalculator.Explain(With(Drugs.Spice | Drugs.Ketamine), RiskInstrument.Arp).Parts.SelectMany(part => part.Terms), term => term.Name == "drug_any_other");
        Assert.DoesNotContain(RiskCalculator.Explain(With(Drugs.Heroin), RiskInstrument.Arp).Parts.SelectMany(part => part.Terms), term => term.Name == "drug_any_other");
        Assert.NotEqual(plain, Score(With(Drugs.Heroin), RiskInstrument.Arp).DynamicProbability);

        static RiskInput With(Drugs drugs)
        {
            var input = Man();
            input.Drugs = drugs;
            return input;
        }
    }

    [Fact]
    public void Snsv_asks_of_a_partner_only_where_there_was_abuse_and_counts_no_other()
    {
        var input = Man();
        (input.DomesticAbuse, input.AbuseOfPartner) = (false, null);
        AssertProblems("", input, RiskInstrument.Snsv);
        (input.DomesticAbuse, input.AbuseOfPartner) = (true, null);
        Assert.Equal("MISSING_DYNAMIC_INPUT: q6_7_da_partner", Said(input, RiskInstrument.Snsv));
        var (partner, other) = (Man(), Man());
        (partner.DomesticAbuse, partner.AbuseOfPartner) = (true, true);
        (other.DomesticAbuse, other.AbuseOfPartner) = (true, false);
        Assert.True(Score(partner, RiskInstrument.Snsv).DynamicProbability > Score(other, RiskInstrument.Snsv).DynamicProbability);
        Assert.Equal(Score(partner, RiskInstrument.Arp).DynamicProbability, Score(other, RiskInstrument.Arp).DynamicProbability);
    }

    [Fact]
    public void The_static_version_can_be_asked_for_and_the_dynamic_one_of_snsv()
    {
        var input = Man();
        var (@static, whole) = (RiskCalculator.Score2026(input, new(ScoreType.Static)), RiskCalculator.Score2026(input));
        Assert.Equal((ScoreType.Static, whole.Arp.StaticProbability, null), (@static.Arp.Type, @static.Arp.Probability, @static.Arp.DynamicProbability));
        input.Accommodation = null;
        Assert.Empty(RiskCalculator.Score2026(input, new(ScoreType.Static)).Arp.Problems);
        var forced = RiskCalculator.ScorePrevious(input, new(ScoreType.Dynamic)).Snsv;
        Assert.Equal((null, "MISSING_MANDATORY_INPUT"), (forced.Percent, forced.Problems.Single().Code));
        Assert.Equal(ScoreType.Static, RiskCalculator.Score2026(input, new(ScoreType.Dynamic)).Arp.Type);
        input.Accommodation = 1;
        Assert.Equal(ScoreType.Dynamic, RiskCalculator.ScorePrevious(input, new(ScoreType.Dynamic)).Snsv.Type);
    }

    [Fact]
    public void Ogrs3_counts_51_sanctions_at_most_where_it_is_asked_to()
    {
        var (many, most, fewer) = (Man(total: 90), Man(total: 51), Man(total: 50));

        Assert.NotEqual(RiskCalculator.ScorePrevious(many).Ogrs3.Probability, RiskCalculator.ScorePrevious(most).Ogrs3.Probability);
        Assert.Equal(RiskCalculator.ScorePrevious(many, new(CapSanctions: true)).Ogrs3.Probability, RiskCalculator.ScorePrevious(most).Ogrs3.Probability);
        Assert.Equal(RiskCalculator.ScorePrevious(fewer, new(CapSanctions: true)).Ogrs3.Probability, RiskCalculator.ScorePrevious(fewer).Ogrs3.Probability);
    }

    private static RiskInput Man(int total = 8, int violent = 2, int first = 15)
    {
        var input = AnyInput.Man();
        (input.TotalSanctions, input.ViolentSanctions, input.AgeAtFirstSanction) = (total, violent, first);
        input.OffenceCode = "00801";
        input.DrugsEverMisused = true;
        return input;
    }

    private static PredictorScore Score(RiskInput input, RiskInstrument instrument) => RiskCalculator.Score(input, instrument.Family).Single(score => score.Instrument == instrument);

    private static string Problems(RiskInput input, RiskInstrument instrument) => string.Join('|', Score(input, instrument).Problems.Select(problem => problem.Code));

    private static string Said(RiskInput input, RiskInstrument instrument) =>
        string.Join('|', Score(input, instrument).Problems.Select(problem => $"{problem.Code}: {string.Join(' ', problem.FieldKeys)}"));

    private static void AssertProblems(string problems, RiskInput input, RiskInstrument instrument)
    {
        Assert.Equal($"{instrument.Name} {problems}", $"{instrument.Name} {Problems(input, instrument)}");
        Assert.Equal(problems.Length == 0, Score(input, instrument).Percent is not null);
    }

    private static void AssertNeeds(RiskInstrument instrument, RiskProblemType type, params RiskField[] fields)
    {
        foreach (var field in RiskFields.Inputs)
        {
            var input = Man();
            input.Read(field, "");
            Assert.Equal(
                $"{instrument.Name} {field.Key} {fields.Contains(field)}",
                $"{instrument.Name} {field.Key} {Score(input, instrument).Problems.Any(problem => problem.Type == type && problem.Fields.Contains(field))}");
        }
    }
}
