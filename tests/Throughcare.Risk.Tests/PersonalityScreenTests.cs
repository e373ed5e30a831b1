using Throughcare.Risk.Screens;
using Xunit;
using Answers = Throughcare.Risk.Screens.PersonalityScreen.Answers;

namespace Throughcare.Risk.Tests;

/// <summary>The screen for the offender personality disorder pathway.</summary>
public sealed class PersonalityScreenTests
{
    /// <summary>A man who passes the gate, with one scoring question answered by what scores nothing.</summary>
    private static readonly Answers Man = new()
    {
        Sex = Sex.Male,
        OverallHarm = HarmLevel.High,
        HighestHarm = HarmLevel.High,
        OffenceCode = "00801",
        IsCustodial = true,
        RecognisesImpact = true,
    };

    private static readonly Answers Woman = new()
    {
        Sex = Sex.Female,
        OverallHarm = HarmLevel.High,
        HighestHarm = HarmLevel.High,
        OffenceCode = "00801",
        IsCustodial = false,
        IsMappaEligible = false,
        Coping = 0,
    };

    private static readonly (string Name, Func<Answers, Answers> Answer)[] MalePersonality =
    [
        ("first sanction at 17", a => a with { AgeAtFirstSanction = 17 }), ("violence", a => a with { AnyViolence = true }), ("impact", a => a with { RecognisesImpact = false }),
        ("5.5", a => a with { OverReliance = 1 }), ("7.4", a => a with { Manipulative = 1 }), ("7.5", a => a with { Reckless = 1 }), ("11.2", a => a with { Impulsivity = 2 }),
        ("11.3", a => a with { Aggressive = 1 }),
    ];

    private static readonly (string Name, Func<Answers, Answers> Answer)[] FemaleTotal =
    [
        ("weapon", a => a with { Weapon = true }), ("violence", a => a with { AnyViolence = true }), ("arson", a => a with { Arson = true }), ("2.9", a => a with { EmotionalState = true }),
        ("2 linked", a => a with { Section2Linked = true }), ("3 linked", a => a with { Section3Linked = true }), ("6 linked", a => a with { Section6Linked = true }),
        ("10 linked", a => a with { Section10Linked = true }), ("11 linked", a => a with { Section11Linked = true }), ("6.3", a => a with { Childhood = 1 }),
        ("10.1", a => a with { Coping = 1 }), ("10.2", a => a with { Psychological = 2 }), ("10.5", a => a with { SelfHarm = true }),
    ];

    [Fact]
    public void Each_sign_of_personality_of_a_man_counts_once() => Assert.All(MalePersonality, sign =>
    {
        var result = PersonalityScreen.Screen(sign.Answer(Man));

        Assert.True(result is { IsChecked: true, PassesGate: true, Personality: 1, Indicators: 0, Total: null, ScreensIn: false, Override: false, IsReferred: false }, sign.Name);
    });

    [Theory]
    [InlineData(6, false), InlineData(7, true), InlineData(8, true)]
    public void A_man_screens_in_with_seven_signs_of_personality(int signs, bool isIn)
    {
        var result = PersonalityScreen.Screen(MalePersonality.Take(signs).Aggregate(Man, (answers, sign) => sign.Answer(answers)));

        Assert.Equal((signs, 0, isIn, isIn ? null : (bool?)false, isIn), (result.Personality, result.Indicators, result.ScreensIn, result.Override, result.IsReferred));
    }

    [Fact]
    public void What_scores_nothing_scores_nothing()
    {
        var result = PersonalityScreen.Screen(Man with
        {
            AgeAtFirstSanction = 18,
            AnyViolence = false,
            ExcessiveViolence = false,
            OverReliance = 0,
            Manipulative = 0,
            Reckless = 0,
            ChildhoodBehaviour = false,
            Impulsivity = 0,
            Aggressive = 0,
            Childhood = 0,
            Psychological = 0,
            Psychiatric = 0,
            PsychiatricHistory = false,
            Medication = false,
            SecureHospital = false,
            CurrentTreatment = false,
            Obsessive = false,
            SelfHarm = false,
            AttitudeToStaff = 0,
            AssaultedStaff = false,
            Escape = false,
            ControlIssues = false,
        });

        Assert.Equal((0, 0, false), (result.Personality, result.Indicators, result.ScreensIn));
        Assert.Equal(1, PersonalityScreen.Screen(Man with { RecognisesImpact = null, SelfHarm = false }).Personality);   // not answered is not recognised
    }

    [Theory]
    [InlineData(false, 2), InlineData(null, 2), InlineData(true, 2)]
    public void Excessive_violence_makes_two_with_violence_and_without(bool? violence, int points)
    {
        Assert.Equal(points, PersonalityScreen.Screen(Man with { AnyViolence = violence, ExcessiveViolence = true }).Personality);
        Assert.Equal(points, PersonalityScreen.Screen(Woman with { AnyViolence = violence, ExcessiveViolence = true }).Total);
    }

    [Fact]
    public void Each_indicator_of_a_man_counts_once_however_it_shows() => Assert.All(
        new (string Name, Answers One)[]
        {
            ("6.3", Man with { Childhood = 1 }), ("childhood behaviour", Man with { ChildhoodBehaviour = true }), ("both", Man with { Childhood = 2, ChildhoodBehaviour = true }),
            ("10.2", Man with { Psychological = 1 }), ("10.6", Man with { Psychiatric = 1 }), ("history", Man with { PsychiatricHistory = true }), ("medication", Man with { Medication = true }),
            ("hospital", Man with { SecureHospital = true }), ("treatment", Man with { CurrentTreatment = true }), ("obsessive", Man with { Obsessive = true }),
            ("all of health", Man with { Psychological = 2, Psychiatric = 1, Medication = true, Obsessive = true }), ("10.5", Man with { SelfHarm = true }),
            ("12.4", Man with { AttitudeToStaff = 1 }), ("assault", Man with { AssaultedStaff = true }), ("escape", Man with { Escape = true }), ("control", Man with { ControlIssues = true }),
        },
        sign => Assert.True(PersonalityScreen.Screen(sign.One) is { Indicators: 1, ScreensIn: false }, sign.Name));

    [Fact]
    public void A_man_screens_in_with_two_indicators_whatever_the_personality()
    {
        var two = PersonalityScreen.Screen(Man with { SelfHarm = true, Escape = true });
        var four = PersonalityScreen.Screen(Man with { SelfHarm = true, Escape = true, Childhood = 1, Medication = true });

        Assert.Equal((0, 2, true, null), (two.Personality, two.Indicators, two.ScreensIn, two.Override));
        Assert.Equal(4, four.Indicators);
    }

    [Fact]
    public void Each_part_of_a_womans_total_counts_once() => Assert.All(FemaleTotal, part =>
        Assert.True(PersonalityScreen.Screen(part.Answer(Woman)) is { IsChecked: true, PassesGate: true, Total: 1, Personality: null, Indicators: null, ScreensIn: false, Override: false }, part.Name));

    [Theory]
    [InlineData(9, false), InlineData(10, true), InlineData(13, true)]
    public void A_woman_screens_in_with_ten(int parts, bool isIn)
    {
        var result = PersonalityScreen.Screen(FemaleTotal.Take(parts).Aggregate(Woman, (answers, part) => part.Answer(answers)));

        Assert.Equal((parts, isIn, isIn), (result.Total, result.ScreensIn, result.IsReferred));
    }

    [Theory]
    [InlineData(true, false, 1), InlineData(false, true, 1), InlineData(true, true, 1), InlineData(false, false, 0)]
    public void Abuse_counts_once_whoever_it_was_of(bool partner, bool family, int total) =>
        Assert.Equal(total, PersonalityScreen.Screen(Woman with { DomesticAbuse = true, AbuseOfPartner = partner, AbuseOfFamily = family }).Total);

    [Fact]
    public void What_is_asked_of_the_other_sex_does_not_count()
    {
        Assert.Equal(0, PersonalityScreen.Screen(Woman with { AgeAtFirstSanction = 12, RecognisesImpact = false, Manipulative = 2, Escape = true, ChildhoodBehaviour = true }).Total);
        var man = PersonalityScreen.Screen(Man with { Weapon = true, Arson = true, EmotionalState = true, Section2Linked = true, Coping = 2 });
        Assert.Equal((0, 0), (man.Personality, man.Indicators));
    }

    [Theory]
    [InlineData(HarmLevel.Low, false), InlineData(HarmLevel.Medium, false), InlineData(HarmLevel.High, true), InlineData(HarmLevel.VeryHigh, true)]
    public void Only_those_of_high_risk_pass_the_gate(HarmLevel level, bool passes)
    {
        var answers = MalePersonality.Aggregate(Man, (all, sign) => sign.Answer(all)) with { OverallHarm = level };
        var result = PersonalityScreen.Screen(answers);

        Assert.Equal((true, passes, passes, passes ? 8 : (int?)null, null), (result.IsChecked, result.PassesGate, result.ScreensIn, result.Personality, result.Override));
        Assert.Equal(passes, PersonalityScreen.Screen(Woman with { OverallHarm = level }).PassesGate);
        Assert.True(PersonalityScreen.Screen(Woman with { OverallHarm = level, IsMappaEligible = true }).PassesGate);
    }

    [Fact]
    public void A_man_passes_the_gate_in_custody_alone_and_with_violence_or_a_sexual_offence()
    {
        Assert.False(PersonalityScreen.Screen(Man with { IsCustodial = false }).PassesGate);
        Assert.False(PersonalityScreen.Screen(Man with { OffenceCode = "04600" }).PassesGate);
        Assert.True(PersonalityScreen.Screen(Woman with { IsCustodial = true, OffenceCode = "04600" }).PassesGate);
    }

    [Theory]
    [InlineData(true, true), InlineData(false, false), InlineData(null, false)]
    public void The_assessor_can_refer_a_case_that_was_counted_and_did_not_screen_in(bool? said, bool referred)
    {
        Assert.Equal((referred, referred), (PersonalityScreen.Screen(Man with { Override = said }).Override, PersonalityScreen.Screen(Man with { Override = said }).IsReferred));
        Assert.Equal((referred, referred), (PersonalityScreen.Screen(Woman with { Override = said }).Override, PersonalityScreen.Screen(Woman with { Override = said }).IsReferred));
        Assert.Null(PersonalityScreen.Screen(Man with { IsCustodial = false, Override = said }).Override);
        Assert.False(PersonalityScreen.Screen(Woman with { OverallHarm = HarmLevel.Low, Override = said }).IsReferred);
    }

    [Fact]
    public void What_is_needed_and_not_there_is_named()
    {
        Assert.Equal(["sex", "overall_rosh", "highest_rosh", "offence_code", "custodial_sentence"], PersonalityScreen.Screen(new()).Missing);
        Assert.Equal(["mappa_eligible"], PersonalityScreen.Screen(Woman with { IsMappaEligible = null }).Missing);
        Assert.Empty(PersonalityScreen.Screen(Man with { IsMappaEligible = null }).Missing);
        Assert.Equal(["q6_7_da_partner", "q6_7_da_family"], PersonalityScreen.Screen(Man with { DomesticAbuse = true }).Missing);
        Assert.Equal(["q6_7_da_family"], PersonalityScreen.Screen(Man with { DomesticAbuse = true, AbuseOfPartner = false }).Missing);
        var result = PersonalityScreen.Screen(Man with { HighestHarm = null });
        Assert.Equal((false, null, false, false), (result.IsChecked, result.ScreensIn, result.PassesGate, result.IsReferred));
        Assert.Equal([RiskProblemType.MissingMandatoryInput], result.Problems);
    }

    [Theory]
    [InlineData(null, true, null), InlineData(false, null, true), InlineData(false, false, false), InlineData(null, null, false)]
    public void Whom_abuse_was_of_can_not_be_said_where_there_was_none(bool? abuse, bool? partner, bool? family) =>
        Assert.Equal([RiskProblemType.DomesticAbuseInconsistentInput], PersonalityScreen.Screen(Man with { DomesticAbuse = abuse, AbuseOfPartner = partner, AbuseOfFamily = family }).Problems);

    [Theory]
    [InlineData("0080", RiskProblemType.OffenceCodeIncorrectFormat), InlineData("ABCDE", RiskProblemType.OffenceCodeIncorrectFormat), InlineData("99999", RiskProblemType.OffenceCodeMappingNotFound)]
    public void An_offence_that_is_not_known_is_said(string code, RiskProblemType problem) => Assert.Equal([problem], PersonalityScreen.Screen(Man with { OffenceCode = code }).Problems);

    [Fact]
    public void Where_nothing_that_scores_is_answered_nothing_is_checked_and_nothing_is_wrong()
    {
        var none = Man with { RecognisesImpact = null };
        var result = PersonalityScreen.Screen(none);

        Assert.Equal((false, null), (result.IsChecked, result.ScreensIn));
        Assert.Empty(result.Problems);
        Assert.False(PersonalityScreen.Screen(none with { Weapon = true, Arson = true, Coping = 2, EmotionalState = true, Section2Linked = true }).IsChecked);
        Assert.False(PersonalityScreen.Screen(Woman with { Coping = null, AgeAtFirstSanction = 12, Escape = true, RecognisesImpact = false }).IsChecked);
    }

    [Fact]
    public void One_answer_that_scores_is_enough_to_check_a_man() => Assert.All(
        new Func<Answers, Answers>[]
        {
            a => a with { AgeAtFirstSanction = 40 }, a => a with { OverReliance = 0 }, a => a with { Manipulative = 0 }, a => a with { Reckless = 0 }, a => a with { ChildhoodBehaviour = false },
            a => a with { Impulsivity = 0 }, a => a with { Aggressive = 0 }, a => a with { RecognisesImpact = true }, a => a with { Childhood = 0 }, a => a with { Psychological = 0 },
            a => a with { Psychiatric = 0 }, a => a with { PsychiatricHistory = false }, a => a with { Medication = false }, a => a with { SecureHospital = false },
            a => a with { CurrentTreatment = false }, a => a with { Obsessive = false }, a => a with { SelfHarm = false }, a => a with { AttitudeToStaff = 0 },
            a => a with { AssaultedStaff = false }, a => a with { Escape = false }, a => a with { ControlIssues = false }, a => a with { AnyViolence = false }, a => a with { ExcessiveViolence = false },
        },
        answer => Assert.True(PersonalityScreen.Screen(answer(Man with { RecognisesImpact = null })).IsChecked));

    [Fact]
    public void One_answer_that_scores_is_enough_to_check_a_woman() => Assert.All(
        new Func<Answers, Answers>[]
        {
            a => a with { Weapon = false }, a => a with { AnyViolence = false }, a => a with { ExcessiveViolence = false }, a => a with { Arson = false }, a => a with { EmotionalState = false },
            a => a with { Section2Linked = false }, a => a with { Section3Linked = false }, a => a with { Section6Linked = false }, a => a with { Section10Linked = false },
            a => a with { Section11Linked = false }, a => a with { Childhood = 0 }, a => a with { DomesticAbuse = false }, a => a with { Coping = 0 }, a => a with { Psychological = 0 },
            a => a with { SelfHarm = false },
        },
        answer => Assert.True(PersonalityScreen.Screen(answer(Woman with { Coping = null })).IsChecked));
}
