using Throughcare.Risk.Screens;
using Xunit;

namespace Throughcare.Risk.Tests;

/// <summary>The boundaries of the companion screens.</summary>
public sealed class ScreenTests
{
    private static readonly MaturityScreen.Answers Young = new(Sex.Male, new(2004, 6, 15), new(2026, 6, 15), false, 2, 2, 2, 2, 1, 0, 0, 0, 0);

    private static readonly ProgrammeNeeds.Answers Nothing = new()
    {
        Supervision = Supervision.Custody,
        SexualHistory = false,
        SexualPreoccupation = 0,
        SexualInterests = 0,
        EmotionalCongruence = 0,
        Attitudes = 0,
        HostileOrientation = 0,
        FamilyRelationship = 0,
        PartnerHistory = 0,
        CriminalAssociates = 0,
        Aggressive = 0,
        Impulsivity = 0,
        Temper = 0,
        ProblemSolving = 0,
        Coping = 0,
        AllReoffending = 10,
        Violent = 10,
        Combined = 0.5m,
        SaraPartner = NeedLevel.Low,
        SaraOthers = NeedLevel.Low,
    };

    [Theory]
    [InlineData("2008-06-15", true), InlineData("2008-06-16", false), InlineData("2000-06-16", true), InlineData("2000-06-15", false)]
    public void The_maturity_screen_is_of_men_of_18_to_25(string born, bool applies)
    {
        var result = MaturityScreen.Screen(Young with { DateOfBirth = DateOnly.Parse(born, null) });

        Assert.Equal((applies, !applies), (result.Applies, result.Score is null));
        Assert.Equal(false, result.Flag);
        Assert.Empty(result.Missing);
    }

    [Fact]
    public void The_maturity_screen_flags_from_ten_and_adds_all_ten_answers()
    {
        Assert.Equal((9, false), (MaturityScreen.Screen(Young).Score, MaturityScreen.Screen(Young).Flag));
        Assert.Equal((10, true), (MaturityScreen.Screen(Young with { PeerInfluence = true }).Score, MaturityScreen.Screen(Young with { PeerInfluence = true }).Flag));
        Assert.Equal(19, MaturityScreen.Screen(new(Sex.Male, new(2004, 6, 15), new(2026, 6, 15), true, 2, 2, 2, 2, 2, 2, 2, 2, 2)).Score);
    }

    [Fact]
    public void Nine_of_the_ten_answers_are_enough_for_the_maturity_screen()
    {
        Assert.Equal(7, MaturityScreen.Screen(Young with { Coping = null }).Score);
        var few = MaturityScreen.Screen(Young with { Coping = null, PeerInfluence = null });
        Assert.Equal((null, null, null), (few.Applies, few.Score, few.Flag));
        Assert.Equal(["2.7", "10.1"], few.Missing);
        Assert.Equal(["sex"], MaturityScreen.Screen(Young with { Sex = null }).Missing);
        Assert.Equal(["date_of_birth"], MaturityScreen.Screen(Young with { DateOfBirth = null, Coping = null }).Missing);
        Assert.Equal(["sex", "date_of_birth", "7.3", "7.5"], MaturityScreen.Screen(Young with { Sex = null, DateOfBirth = null, CriminalAssociates = null, Recklessness = null }).Missing);
        Assert.Equal((false, null, false), (MaturityScreen.Screen(Young with { Sex = Sex.Female }).Applies, MaturityScreen.Screen(Young with { Sex = Sex.Female }).Score, MaturityScreen.Screen(Young with { Sex = Sex.Female }).Flag));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, false), InlineData(2, 0, 0, 2, 0, false), InlineData(2, 1, 0, 3, 1, true), InlineData(2, 2, 0, 4, 1, true), InlineData(2, 2, 1, 5, 2, true), InlineData(2, 2, 2, 6, 2, true)]
    public void The_learning_screen_scores_by_its_sub_total(int skills, int reading, int difficulties, int subTotal, int score, bool challenges) =>
        Assert.Equal(new(subTotal, score, challenges, null), LearningScreen.Screen(new(skills, reading, difficulties, null, null, null, null)));

    [Fact]
    public void The_learning_screen_adds_home_reading_and_numbers_and_needs_three_answers()
    {
        Assert.Equal(11, LearningScreen.Screen(new(2, 2, 2, 2, true, true, true)).SubTotal);
        Assert.Equal(1, LearningScreen.Screen(new(0, 0, 0, 0, true, false, false)).SubTotal);
        Assert.Equal(1, LearningScreen.Screen(new(0, 0, 0, 0, false, true, false)).SubTotal);
        Assert.Equal(1, LearningScreen.Screen(new(0, 0, 0, 0, false, false, true)).SubTotal);
        Assert.Equal(RiskProblemType.LdsNotEnoughFieldsPresent, LearningScreen.Screen(new(2, 2, null, null, true, true, true)).Problem);
        Assert.Equal(RiskProblemType.MissingMandatoryInput, LearningScreen.Screen(new(2, null, 2, 2, null, true, null)).Problem);
        Assert.Equal(RiskProblemType.MissingMandatoryInput, LearningScreen.Screen(new(2, null, 2, 2, null, null, true)).Problem);
        Assert.Equal(6, LearningScreen.Screen(new(2, null, 2, 2, null, false, null)).SubTotal);
    }

    [Fact]
    public void Risk_matrix_2000_refuses_what_it_is_not_of()
    {
        RiskMatrix2000.Answers man = new(18, 1, 0, false, false, false, false, 0, false);

        Assert.NotNull(RiskMatrix2000.Score(man).Sexual);
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskMatrix2000.Score(man with { AgeAtRisk = 17 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskMatrix2000.Score(man with { SexualAppearances = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskMatrix2000.Score(man with { CriminalAppearances = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskMatrix2000.Score(man with { ViolentAppearances = -1 }));
    }

    [Fact]
    public void Risk_matrix_2000_without_a_sexual_conviction_is_of_violence_alone()
    {
        var result = RiskMatrix2000.Score(new(20, null, 9, true, true, true, true, 4, true));

        Assert.Equal((null, null, null, null, 8, PredictorBand.VeryHigh, null, null),
            (result.SexualPoints, result.SexualStep1, result.Aggravating, result.Sexual, result.ViolencePoints, result.Violence, result.CombinedPoints, result.Combined));
    }

    [Theory]
    [InlineData(18, 2), InlineData(24, 2), InlineData(25, 1), InlineData(34, 1), InlineData(35, 0), InlineData(80, 0)]
    public void Risk_matrix_2000_counts_the_age(int age, int points) => Assert.Equal(points, RiskMatrix2000.Score(new(age, 1, 0, false, false, false, false, 0, false)).SexualPoints);

    [Theory]
    [InlineData(0, PredictorBand.Low), InlineData(1, PredictorBand.Low), InlineData(2, PredictorBand.Medium), InlineData(3, PredictorBand.Medium), InlineData(4, PredictorBand.High)]
    public void Aggravating_factors_take_risk_matrix_2000_up(int factors, PredictorBand band) =>
        Assert.Equal(band, RiskMatrix2000.Score(new(40, 1, 0, factors > 0, factors > 1, factors > 2, factors > 3, 0, false)).Sexual);

    [Fact]
    public void Risk_matrix_2000_never_goes_beyond_very_high() =>
        Assert.Equal((PredictorBand.VeryHigh, 6), (RiskMatrix2000.Score(new(18, 5, 5, true, true, true, true, 4, true)).Sexual, RiskMatrix2000.Score(new(18, 5, 5, true, true, true, true, 4, true)).CombinedPoints));

    [Fact]
    public void Nobody_without_needs_and_risk_goes_to_a_programme()
    {
        var result = ProgrammeNeeds.Identify(Nothing);

        Assert.Equal((ProgrammePathway.Alternative, ProgrammePathway.Alternative, NeedLevel.Low, 0, 0, NeedLevel.Low), (result.Pathway, result.Interim, result.Need, result.NeedScore, result.ProjectedNeedScore, result.Risk));
        Assert.Empty(result.Missing);
        Assert.Equal(["Sexual", "Thinking", "Relationships", "Self-management"], result.Domains.Select(domain => domain.Name));
    }

    [Theory]
    [InlineData(0, 0, 0, 0), InlineData(1, 0, 0, 0), InlineData(1, 1, 0, 1), InlineData(1, 1, 1, 1), InlineData(2, 1, 1, 2), InlineData(0, 2, 0, 2)]
    public void Sexual_needs_count_where_there_is_a_history_or_a_risk(int preoccupation, int interests, int congruence, int level)
    {
        var answers = Nothing with { SexualHistory = true, SexualPreoccupation = preoccupation, SexualInterests = interests, EmotionalCongruence = congruence };

        Assert.Equal((level, level), (ProgrammeNeeds.Identify(answers).NeedScore, ProgrammeNeeds.Identify(answers).ProjectedNeedScore));
        Assert.Equal(level, ProgrammeNeeds.Identify(answers with { SexualHistory = false, RiskOfSexualHarm = true }).NeedScore);
        Assert.Equal(0, ProgrammeNeeds.Identify(answers with { SexualHistory = false, RiskOfSexualHarm = false }).NeedScore);
    }

    [Fact]
    public void A_gap_in_the_sexual_answers_makes_nothing_of_little_and_leaves_much()
    {
        var little = ProgrammeNeeds.Identify(Nothing with { SexualHistory = true, SexualPreoccupation = 2, SexualInterests = 1, EmotionalCongruence = null });
        var much = ProgrammeNeeds.Identify(Nothing with { SexualHistory = true, SexualPreoccupation = null, SexualInterests = 2, EmotionalCongruence = 2 });

        Assert.Equal((0, 2), (little.NeedScore, little.ProjectedNeedScore));
        Assert.Equal((2, 2), (much.NeedScore, much.ProjectedNeedScore));
        Assert.Equal(["6.12"], little.Missing);
        Assert.Equal(["11.11"], much.Missing);
        Assert.Equal((0, 0), (ProgrammeNeeds.Identify(Nothing with { EmotionalCongruence = null }).NeedScore, ProgrammeNeeds.Identify(Nothing with { EmotionalCongruence = null }).ProjectedNeedScore));
    }

    [Theory]
    [InlineData(0, 0, 0), InlineData(1, 0, 1), InlineData(0, 2, 1), InlineData(1, 2, 2), InlineData(2, 0, 2)]
    public void Needs_of_thinking(int attitudes, int hostile, int level) => Assert.Equal(level, ProgrammeNeeds.Identify(Nothing with { Attitudes = attitudes, HostileOrientation = hostile }).NeedScore);

    [Theory]
    [InlineData(1, 0, 0, 0, 0), InlineData(2, 0, 0, 0, 1), InlineData(2, 2, 0, 0, 1), InlineData(2, 2, 1, 0, 2), InlineData(2, 2, 2, 2, 2), InlineData(0, 0, 1, 1, 1)]
    public void Needs_of_relationships_and_of_self_management(int one, int two, int three, int four, int level)
    {
        Assert.Equal(level, ProgrammeNeeds.Identify(Nothing with { FamilyRelationship = one, PartnerHistory = two, CriminalAssociates = three, Aggressive = four }).NeedScore);
        Assert.Equal(level, ProgrammeNeeds.Identify(Nothing with { Impulsivity = one, Temper = two, ProblemSolving = three, Coping = four }).NeedScore);
    }

    [Theory]
    [InlineData(74.99, 10, NeedLevel.Medium), InlineData(75, 10, NeedLevel.High), InlineData(50, 10, NeedLevel.Medium), InlineData(49.99, 29.99, NeedLevel.Low), InlineData(10, 30, NeedLevel.Medium)]
    [InlineData(10, 59.99, NeedLevel.Medium), InlineData(10, 60, NeedLevel.High)]
    public void Risk_by_the_percentages(double all, double violent, NeedLevel risk) => Assert.Equal(risk, ProgrammeNeeds.Identify(Nothing with { AllReoffending = (decimal)all, Violent = (decimal)violent }).Risk);

    [Theory]
    [InlineData(0.99, NeedLevel.Low), InlineData(1, NeedLevel.Medium), InlineData(2.99, NeedLevel.Medium), InlineData(3, NeedLevel.High)]
    public void The_combined_score_counts_whole_and_only_where_there_are_no_sexual_bands(double combined, NeedLevel risk)
    {
        var answers = Nothing with { Combined = (decimal)combined };

        Assert.Equal(risk, ProgrammeNeeds.Identify(answers).Risk);
        Assert.Equal(risk, ProgrammeNeeds.Identify(answers with { ContactBand = PredictorBand.NotApplicable, ImagesBand = PredictorBand.NotApplicable }).Risk);
        Assert.Equal(NeedLevel.Low, ProgrammeNeeds.Identify(answers with { ContactBand = PredictorBand.Low }).Risk);
        Assert.Equal(NeedLevel.Low, ProgrammeNeeds.Identify(answers with { ImagesBand = PredictorBand.Low }).Risk);
    }

    [Theory]
    [InlineData(PredictorBand.Low, NeedLevel.Low), InlineData(PredictorBand.Medium, NeedLevel.Medium), InlineData(PredictorBand.High, NeedLevel.High), InlineData(PredictorBand.VeryHigh, NeedLevel.High)]
    public void Risk_by_the_sexual_bands(PredictorBand band, NeedLevel risk)
    {
        Assert.Equal(risk, ProgrammeNeeds.Identify(Nothing with { ContactBand = band }).Risk);
        Assert.Equal(risk, ProgrammeNeeds.Identify(Nothing with { ImagesBand = band }).Risk);
    }

    [Theory]
    [InlineData(NeedLevel.Low, NeedLevel.Low), InlineData(NeedLevel.Medium, NeedLevel.Medium), InlineData(NeedLevel.High, NeedLevel.High)]
    public void Risk_by_either_sara(NeedLevel sara, NeedLevel risk)
    {
        Assert.Equal(risk, ProgrammeNeeds.Identify(Nothing with { SaraPartner = sara }).Risk);
        Assert.Equal(risk, ProgrammeNeeds.Identify(Nothing with { SaraOthers = sara }).Risk);
    }

    [Fact]
    public void What_is_missing_is_projected_as_the_most()
    {
        Assert.Equal(NeedLevel.High, ProgrammeNeeds.Identify(Nothing with { Combined = null, ContactBand = PredictorBand.NotApplicable, ImagesBand = PredictorBand.NotApplicable }).ProjectedRisk);
        Assert.Equal(NeedLevel.High, ProgrammeNeeds.Identify(Nothing with { ContactBand = PredictorBand.Low }).ProjectedRisk);
        Assert.Equal(NeedLevel.High, ProgrammeNeeds.Identify(Nothing with { ImagesBand = PredictorBand.Low }).ProjectedRisk);
        Assert.Equal(NeedLevel.Low, ProgrammeNeeds.Identify(Nothing with { ContactBand = PredictorBand.Low, ImagesBand = PredictorBand.Low }).ProjectedRisk);
        Assert.Equal(2, ProgrammeNeeds.Identify(Nothing with { Attitudes = null, HostileOrientation = 1 }).ProjectedNeedScore);
        Assert.Equal(1, ProgrammeNeeds.Identify(Nothing with { Attitudes = null, HostileOrientation = 1 }).NeedScore);
    }

    [Theory]
    [InlineData(Supervision.Custody, ProgrammePathway.High), InlineData(Supervision.Community, ProgrammePathway.Moderate), InlineData(Supervision.Remand, ProgrammePathway.Alternative)]
    public void High_programmes_run_in_prisons_alone(Supervision supervision, ProgrammePathway pathway)
    {
        var answers = Nothing with { Supervision = supervision, AllReoffending = 75, Violent = 60 };

        Assert.Equal(pathway, ProgrammeNeeds.Identify(answers).Interim);
        Assert.Equal(ProgrammePathway.Alternative, ProgrammeNeeds.Identify(answers with { AllReoffending = 74.99m }).Interim);
        Assert.Equal(ProgrammePathway.Alternative, ProgrammeNeeds.Identify(answers with { Violent = 59.99m }).Interim);
        Assert.Equal(pathway is ProgrammePathway.High ? pathway : ProgrammePathway.Moderate, ProgrammeNeeds.Identify(answers with { Violent = 10, SaraPartner = NeedLevel.High }).Interim);
        Assert.Equal(ProgrammePathway.Moderate, ProgrammeNeeds.Identify(answers with { Violent = 10, SaraPartner = NeedLevel.Medium }).Interim);
        Assert.Equal(ProgrammePathway.Moderate, ProgrammeNeeds.Identify(Nothing with { Supervision = supervision, SaraOthers = NeedLevel.High }).Interim);
    }

    [Theory]
    [InlineData(3, 10, ProgrammePathway.Alternative), InlineData(3, 50, ProgrammePathway.Moderate), InlineData(3, 75, ProgrammePathway.Moderate), InlineData(6, 10, ProgrammePathway.Alternative)]
    [InlineData(6, 50, ProgrammePathway.Moderate), InlineData(6, 75, ProgrammePathway.High), InlineData(2, 75, ProgrammePathway.Alternative), InlineData(5, 75, ProgrammePathway.Moderate)]
    public void Need_and_risk_together_give_the_pathway(int need, int all, ProgrammePathway pathway)
    {
        var answers = OfNeed(need) with { AllReoffending = all };
        var result = ProgrammeNeeds.Identify(answers);

        Assert.Equal((need, pathway, pathway), (result.NeedScore, result.Interim, result.Pathway));
        Assert.Equal(
            pathway is ProgrammePathway.High ? ProgrammePathway.Moderate : pathway, ProgrammeNeeds.Identify(answers with { Supervision = Supervision.Community }).Interim);
    }

    [Fact]
    public void Without_where_the_person_is_nothing_can_be_decided()
    {
        var result = ProgrammeNeeds.Identify(Nothing with { Supervision = null, Coping = null });

        Assert.Equal((ProgrammePathway.Omission, ProgrammePathway.Omission, null), (result.Pathway, result.Interim, result.Need));
        Assert.Equal(["supervision", "10.1"], result.Missing);
    }

    [Fact]
    public void What_is_missing_omits_where_it_could_change_the_answer()
    {
        var known = Nothing with { ContactBand = PredictorBand.Low, ImagesBand = PredictorBand.Low };
        var gap = known with { Coping = null };

        Assert.Equal(ProgrammePathway.Alternative, ProgrammeNeeds.Identify(gap).Pathway);
        Assert.Equal(ProgrammePathway.Omission, ProgrammeNeeds.Identify(gap with { SaraPartner = null }).Pathway);
        Assert.Equal(ProgrammePathway.Omission, ProgrammeNeeds.Identify(gap with { SaraOthers = null, Supervision = Supervision.Community }).Pathway);
        Assert.Equal(ProgrammePathway.Omission, ProgrammeNeeds.Identify(gap with { ContactBand = null }).Pathway);
        Assert.Equal(ProgrammePathway.Alternative, ProgrammeNeeds.Identify(known with { SaraPartner = null, SaraOthers = null }).Pathway);   // nothing is missing
        var moderate = OfNeed(4) with { AllReoffending = 75, SaraPartner = null, SaraOthers = null };
        Assert.Equal(ProgrammePathway.Moderate, ProgrammeNeeds.Identify(moderate).Pathway);
        Assert.Equal(ProgrammePathway.Omission, ProgrammeNeeds.Identify(moderate with { HostileOrientation = null }).Pathway);
        Assert.Equal(ProgrammePathway.Moderate, ProgrammeNeeds.Identify(moderate with { HostileOrientation = null, Supervision = Supervision.Community }).Pathway);
    }

    [Fact]
    public void A_need_that_could_be_higher_is_decided_by_the_saras()
    {
        var known = Nothing with { ContactBand = PredictorBand.Low, ImagesBand = PredictorBand.Low };
        var low = known with { Attitudes = null, HostileOrientation = 1, FamilyRelationship = null, PartnerHistory = 2 };
        var medium = known with { Attitudes = 2, FamilyRelationship = 2, PartnerHistory = null, CriminalAssociates = null, Aggressive = null, Impulsivity = 2, Temper = null, ProblemSolving = null };

        Assert.Equal((2, 3, NeedLevel.Low), Of(low));
        Assert.Equal((2, 3, NeedLevel.High), Of(low with { SaraPartner = NeedLevel.Medium }));
        Assert.Equal((2, 3, NeedLevel.Low), Of(low with { SaraPartner = NeedLevel.Medium, SaraOthers = null }));
        Assert.Equal((2, 3, NeedLevel.Medium), Of(low with { SaraPartner = NeedLevel.High, Supervision = Supervision.Community }));
        Assert.Equal((4, 6, null), Of(medium));
        Assert.Equal((4, 6, NeedLevel.Medium), Of(medium with { Supervision = Supervision.Community }));
        Assert.Equal((4, 6, NeedLevel.High), Of(medium with { SaraOthers = NeedLevel.High }));
        Assert.Equal(ProgrammePathway.Omission, ProgrammeNeeds.Identify(medium).Pathway);

        static (int, int, NeedLevel?) Of(ProgrammeNeeds.Answers answers) => ProgrammeNeeds.Identify(answers) is var result ? (result.NeedScore, result.ProjectedNeedScore, result.Need) : default;
    }

    [Fact]
    public void Where_every_part_has_a_gap_nothing_can_be_decided_outside_the_community()
    {
        var gaps = Nothing with { EmotionalCongruence = null, HostileOrientation = null, Aggressive = null, Coping = null, FamilyRelationship = 1, PartnerHistory = 2, Impulsivity = 1, Temper = 2, Attitudes = 0 };

        Assert.Equal(NeedLevel.Low, ProgrammeNeeds.Identify(gaps with { HostileOrientation = 0 }).Need);
        Assert.Null(ProgrammeNeeds.Identify(gaps with { FamilyRelationship = 2, CriminalAssociates = 1 - 1 }).Need);
        Assert.NotNull(ProgrammeNeeds.Identify(gaps with { FamilyRelationship = 2, Supervision = Supervision.Community }).Need);
    }

    [Theory]
    [InlineData(ProgrammePathway.High, "HIGH_INTENSITY_BC"), InlineData(ProgrammePathway.Moderate, "MODERATE_INTENSITY_BC"), InlineData(ProgrammePathway.Alternative, "ALTERNATIVE_PATHWAY"), InlineData(ProgrammePathway.Omission, "MISSING_INFORMATION")]
    public void A_referral_keeps_a_pathway_under_its_code(ProgrammePathway pathway, string code) => Assert.Equal(code, ProgrammeNeeds.ReferralCode(pathway));

    /// <summary>Answers of a need score: relationships, self-management, thinking and sexual, two each.</summary>
    private static ProgrammeNeeds.Answers OfNeed(int score) => Nothing with
    {
        FamilyRelationship = Math.Clamp(score, 0, 2) == 2 ? 2 : score,
        PartnerHistory = score >= 2 ? 2 : score == 1 ? 1 : 0,
        CriminalAssociates = score >= 2 ? 2 : 0,
        Impulsivity = score >= 4 ? 2 : score == 3 ? 2 : 0,
        Temper = score >= 4 ? 2 : 0,
        ProblemSolving = score >= 4 ? 2 : 0,
        Attitudes = score >= 6 ? 2 : score == 5 ? 1 : 0,
    };
}
