using Throughcare.Risk.Instruments;
using Xunit;

namespace Throughcare.Risk.Tests;

/// <summary>The sexual predictors and what is made of all components.</summary>
public sealed class SexualAndCombinedTests
{
    private static readonly Func<RiskInput, RiskInput>[] Counts =
        [i => With(i, adult: 1), i => With(i, child: 1), i => With(i, image: 1), i => With(i, other: 1)];

    [Fact]
    public void Whoever_it_is_not_of_gets_not_applicable()
    {
        var (woman, man) = (Man(), Man());
        woman.Sex = Sex.Female;
        man.SexualHistory = false;
        With(man);

        Assert.Equal((0m, PredictorBand.NotApplicable), Of(woman, RiskInstrument.DcSrp));
        Assert.Equal((0m, PredictorBand.NotApplicable), Of(woman, RiskInstrument.OspDc));
        Assert.Equal((0m, PredictorBand.NotApplicable), Of(woman, RiskInstrument.OspIic));
        Assert.Equal((0m, PredictorBand.Low), Of(woman, RiskInstrument.IicSrp));
        Assert.All(new[] { RiskInstrument.DcSrp, RiskInstrument.OspDc, RiskInstrument.OspIic, RiskInstrument.IicSrp }, one => Assert.Equal((0m, PredictorBand.NotApplicable), Of(man, one)));
        Assert.All(new[] { RiskInstrument.DcSrp, RiskInstrument.IicSrp }, one => Assert.False(Score(woman, one).IsShown));
        Assert.Equal("Not applicable", Score(woman, RiskInstrument.IicSrp).Words);
        woman.SexualHistory = false;
        Assert.Equal((0m, PredictorBand.NotApplicable), Of(woman, RiskInstrument.IicSrp));
    }

    [Theory]
    [InlineData(0, 0, 0, 2, 0), InlineData(1, 0, 0, 0, 0), InlineData(0, 1, 0, 0, 1), InlineData(0, 2, 0, 0, 2), InlineData(0, 2, 1, 0, 3), InlineData(0, 0, 2, 0, 4), InlineData(3, 3, 1, 0, 3), InlineData(0, 3, 3, 0, 4)]
    public void The_images_predictors_go_by_the_first_rule_that_holds(int adult, int child, int image, int other, int rank)
    {
        var input = With(Man(), adult, child, image, other);
        input.TotalSanctions = 20;
        var names = new[] { "rule_5", "rule_4", "rule_3", "rule_2", "rule_1" };
        foreach (var instrument in new[] { RiskInstrument.OspIic, RiskInstrument.IicSrp })
        {
            var why = RiskCalculator.Explain(input, instrument);
            Assert.Equal(names[rank], why.Parts.Single().Terms.Single().Name);
            Assert.Equal((double)why.Score.Percent!.Value, Math.Round(why.Sum, 2, MidpointRounding.AwayFromZero));
            Assert.Equal(rank >= 3 ? RiskField.IndecentImage : rank >= 1 ? RiskField.ContactChild : adult > 0 ? RiskField.ContactAdult : RiskField.NonContact, why.Parts.Single().Terms.Single().Field);
        }
    }

    [Fact]
    public void A_history_without_any_count_is_refused_and_counts_without_a_history_too()
    {
        var none = With(Man());
        Assert.Equal("SEXUAL_REOFFENDING_PREDICTOR_NO_SANCTIONS: contact_adult contact_child indecent_image non_contact", Said(none, RiskInstrument.DcSrp));
        Assert.Equal("SEXUAL_REOFFENDING_PREDICTOR_NO_SANCTIONS: contact_adult contact_child indecent_image non_contact", Said(none, RiskInstrument.IicSrp));
        Assert.Equal("SEXUAL_OFFENDING_MISSING_COUNTS: contact_adult contact_child indecent_image non_contact", Said(none, RiskInstrument.OspDc));
        foreach (var count in Counts)
        {
            var input = count(With(Man()));
            Assert.Equal("", Said(input, RiskInstrument.DcSrp));
            Assert.Equal("", Said(input, RiskInstrument.OspIic));
            input.SexualHistory = false;
            var key = new[] { RiskField.ContactAdult, RiskField.ContactChild, RiskField.IndecentImage, RiskField.NonContact }.Single(field => input.Write(field) == "1").Key;
            Assert.Equal($"SEXUAL_OFFENDING_INCONSISTENT_INPUT: {key}", Said(input, RiskInstrument.OspDc));
            Assert.Equal($"SEXUAL_REOFFENDING_PREDICTOR_INCONSISTENT_INPUT: sexual_history {key}", Said(input, RiskInstrument.DcSrp));
            input.SexualHistory = null;
            Assert.Contains("SEXUAL_REOFFENDING_PREDICTOR_INCONSISTENT_INPUT", Said(input, RiskInstrument.IicSrp), StringComparison.Ordinal);
            input.Sex = Sex.Female;
            Assert.DoesNotContain("INCONSISTENT", Said(input, RiskInstrument.IicSrp), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_count_that_is_not_answered_is_missed_where_there_is_a_history_or_nobody_said()
    {
        var input = With(Man(), adult: 1);
        input.ContactChild = null;
        Assert.Equal("MISSING_MANDATORY_INPUT: contact_child|SEXUAL_OFFENDING_MISSING_COUNTS: contact_child", Said(input, RiskInstrument.OspDc));
        Assert.Equal("MISSING_MANDATORY_INPUT: contact_child", Said(input, RiskInstrument.DcSrp));
        input = Man();
        (input.SexualHistory, input.ContactAdult, input.ContactChild, input.IndecentImage, input.NonContact) = (null, null, null, null, null);
        Assert.Equal("MISSING_MANDATORY_INPUT: sexual_history contact_adult contact_child indecent_image non_contact", Said(input, RiskInstrument.DcSrp));
        Assert.Equal("MISSING_MANDATORY_INPUT: sexual_history contact_adult contact_child indecent_image non_contact", Said(input, RiskInstrument.OspIic));
        input.SexualHistory = false;
        Assert.Equal("", Said(input, RiskInstrument.DcSrp));
    }

    [Fact]
    public void Sexual_sanctions_are_some_of_all_of_2026()
    {
        var input = With(Man(), adult: 2, child: 2, image: 2, other: 2);
        Assert.Equal("", Said(input, RiskInstrument.DcSrp));
        foreach (var one in new[] { (3, 2, 2, 2), (2, 3, 2, 2), (2, 2, 3, 2), (2, 2, 2, 3) })
        {
            With(input, one.Item1, one.Item2, one.Item3, one.Item4);
            Assert.Equal("TOTAL_NUMBER_OF_SEXUAL_SANCTIONS_OUT_OF_RANGE: contact_adult contact_child indecent_image non_contact", Said(input, RiskInstrument.DcSrp));
            Assert.Equal("TOTAL_NUMBER_OF_SEXUAL_SANCTIONS_OUT_OF_RANGE: contact_adult contact_child indecent_image non_contact", Said(input, RiskInstrument.IicSrp));
            Assert.Equal("", Said(input, RiskInstrument.OspDc));
        }
    }

    [Fact]
    public void The_last_sexual_offence_was_after_birth_and_before_110()
    {
        var input = With(Man(), adult: 1);
        input.LastSexualOffenceDate = input.DateOfBirth;
        Assert.Equal("DATE_OF_MOST_RECENT_SEXUAL_OFFENCE_BEFORE_DATE_OF_BIRTH: last_sexual_offence_date", Said(input, RiskInstrument.DcSrp));
        Assert.Equal("DATE_OF_MOST_RECENT_SEXUAL_OFFENCE_BEFORE_DATE_OF_BIRTH: last_sexual_offence_date", Said(input, RiskInstrument.IicSrp));
        Assert.Equal("UNEXPECTED_ERROR: ", Said(input, RiskInstrument.OspDc));
        input.LastSexualOffenceDate = input.DateOfBirth!.Value.AddDays(1);
        Assert.Equal("", Said(input, RiskInstrument.DcSrp));
        input.LastSexualOffenceDate = input.DateOfBirth!.Value.AddYears(110).AddDays(-1);
        Assert.Equal("", Said(input, RiskInstrument.DcSrp));
        input.LastSexualOffenceDate = input.DateOfBirth!.Value.AddYears(110);
        Assert.Equal("DATE_OF_MOST_RECENT_SEXUAL_OFFENCE_OUT_OF_RANGE: last_sexual_offence_date", Said(input, RiskInstrument.DcSrp));
    }

    [Theory]
    [InlineData(5, 0, null, null, Supervision.Community, true), InlineData(5, -1, null, null, Supervision.Community, false), InlineData(5, 0, null, null, Supervision.Custody, false)]
    [InlineData(5, 0, null, null, Supervision.Remand, true), InlineData(9, 0, 5, null, Supervision.Community, true), InlineData(9, 0, 4, null, Supervision.Community, false)]
    [InlineData(9, 0, null, 5, Supervision.Community, true), InlineData(9, 0, null, 4, Supervision.Community, false), InlineData(9, 0, 5, 5, Supervision.Community, true)]
    public void Five_years_in_the_community_without_an_offence_take_the_band_down(int years, int days, int? sinceSexual, int? sinceAny, Supervision supervision, bool isReduced)
    {
        var input = With(Man(), adult: 2, child: 2);
        input.TotalSanctions = 60;
        input.StrangerVictim = true;
        input.Supervision = supervision;
        input.AssessmentDate = input.CommunityDate!.Value.AddYears(years).AddDays(days);
        input.LastSexualOffenceDate = sinceSexual is { } sexual ? input.AssessmentDate.Value.AddYears(-sexual) : input.CommunityDate.Value.AddYears(-3);
        input.LastOffenceDate = sinceAny is { } any ? input.AssessmentDate.Value.AddYears(-any) : null;
        foreach (var instrument in new[] { RiskInstrument.OspDc, RiskInstrument.DcSrp })
        {
            var score = Score(input, instrument);
            Assert.True(score.UnreducedBand > PredictorBand.Low);
            Assert.Equal((isReduced, isReduced ? score.UnreducedBand - 1 : score.UnreducedBand), (score.IsBandReduced, score.Band));
        }
    }

    [Fact]
    public void A_low_band_is_not_taken_down_and_no_points_are_no_likelihood()
    {
        var input = With(Man(), image: 1);
        input.AssessmentDate = input.CommunityDate!.Value.AddYears(9);
        input.LastSexualOffenceDate = input.DateOfBirth!.Value.AddYears(12);
        input.StrangerVictim = null;
        var score = Score(input, RiskInstrument.DcSrp);
        Assert.Equal((PredictorBand.Low, PredictorBand.Low, false), (score.Band, score.UnreducedBand, score.IsBandReduced ?? false));

        (input.CommunityDate, input.TotalSanctions, input.ViolentSanctions) = (input.DateOfBirth!.Value.AddYears(75), 1, 0);
        input.AssessmentDate = input.CommunityDate;
        var none = Score(input, RiskInstrument.DcSrp);
        Assert.Equal((0, 0m, PredictorBand.Low, null, false), (none.Points, none.Percent, none.Band, none.IsBandReduced, none.IsShown));
        Assert.Equal(0d, none.Probability);
    }

    [Fact]
    public void What_is_not_known_of_a_sexual_offence_counts_as_its_table_says()
    {
        var (known, unknown) = (With(Man(), adult: 1), With(Man(), adult: 1));
        (known.StrangerVictim, unknown.StrangerVictim) = (false, null);
        Assert.Equal(Score(known, RiskInstrument.DcSrp).Points, Score(unknown, RiskInstrument.DcSrp).Points);
        known.StrangerVictim = true;
        Assert.True(Score(known, RiskInstrument.DcSrp).Points > Score(unknown, RiskInstrument.DcSrp).Points);
        unknown.LastSexualOffenceDate = null;
        Assert.Equal("", Said(unknown, RiskInstrument.OspDc));
        Assert.Equal(0, Term(unknown, "age_at_last_sexual_sanction"));
        known.LastSexualOffenceDate = known.DateOfBirth!.Value.AddYears(30);
        Assert.True(Term(known, "age_at_last_sexual_sanction") > 0);

        static double Term(RiskInput input, string name) => RiskCalculator.Explain(input, RiskInstrument.OspDc).Parts.Single(part => part.Name == name).Contribution;
    }

    [Fact]
    public void Combined_scores_add_their_components()
    {
        var man = With(Man(), adult: 1);
        foreach (var (instrument, parts) in new[]
        {
            (RiskInstrument.Rsr, new[] { RiskInstrument.Snsv, RiskInstrument.OspDc, RiskInstrument.OspIic }), (RiskInstrument.Csrp, [RiskInstrument.Svrp, RiskInstrument.DcSrp, RiskInstrument.IicSrp]),
        })
        {
            var (score, components) = (Score(man, instrument), parts.Select(part => Score(man, part)).ToList());
            Assert.Equal(components.Sum(part => part.Percent!.Value), score.Percent);
            Assert.Equal(components.Sum(part => part.Probability!.Value), score.Probability!.Value, 1e-12);
            Assert.Equal((ScoreType.Combined, ScoreType.Dynamic), (score.Type, score.ViolenceType));
            Assert.Equal(["contact", "images", "violence"], RiskCalculator.Explain(man, instrument).Parts.Select(part => part.Name).Order());
        }

        man.Temper = null;
        Assert.Equal((ScoreType.Static, true), (Score(man, RiskInstrument.Csrp).ViolenceType, Score(man, RiskInstrument.Csrp).Problems.Count == 0));
        Assert.Equal(Score(man, RiskInstrument.Svrp).StaticProbability, Score(man, RiskInstrument.Svrp).Probability);
    }

    [Fact]
    public void A_woman_with_a_sexual_history_has_a_little_more()
    {
        var (with, without) = (Man(), Man());
        (with.Sex, without.Sex, with.SexualHistory, without.SexualHistory) = (Sex.Female, Sex.Female, true, false);
        With(without);
        foreach (var instrument in new[] { RiskInstrument.Rsr, RiskInstrument.Csrp })
        {
            Assert.Equal(0.38m, Score(with, instrument).Percent - Score(without, instrument).Percent);
            Assert.Equal(1 / 261.0, Score(with, instrument).Probability!.Value - Score(without, instrument).Probability!.Value, 1e-12);
            Assert.Equal(0.38, RiskCalculator.Explain(with, instrument).Parts.Single(part => part.Name == "female").Contribution, 1e-12);
            Assert.DoesNotContain(RiskCalculator.Explain(without, instrument).Parts, part => part.Name == "female");
        }
    }

    [Fact]
    public void A_component_that_failed_is_named_and_there_is_no_score()
    {
        var input = With(Man());   // a history, and nothing counted
        Assert.Equal("COMPONENT_VALIDATION_ERROR: DC-SRP IIC-SRP", Said(input, RiskInstrument.Csrp));
        Assert.Equal("COMPONENT_VALIDATION_ERROR: OSP/DC OSP/IIC", Said(input, RiskInstrument.Rsr));
        Assert.Equal((null, null), (Score(input, RiskInstrument.Csrp).Percent, Score(input, RiskInstrument.Rsr).Type));
        input = With(Man(), adult: 1);
        input.TotalSanctions = 0;
        Assert.Contains("SVRP", Said(input, RiskInstrument.Csrp), StringComparison.Ordinal);
        Assert.Equal("COMPONENT_VALIDATION_ERROR: SNSV OSP/DC", Said(input, RiskInstrument.Rsr));
        input = With(Man(), adult: 1);
        (input.Sex, input.SexualHistory) = (null, null);
        Assert.StartsWith("MISSING_MANDATORY_INPUT: sex sexual_history|COMPONENT_VALIDATION_ERROR", Said(input, RiskInstrument.Csrp), StringComparison.Ordinal);
    }

    [Fact]
    public void Rsr_is_left_out_without_a_word_where_the_sexual_section_was_not_answered_or_leads_nowhere()
    {
        var input = Man();
        (input.SexualHistory, input.SexualMotivation, input.ContactAdult, input.ContactChild, input.IndecentImage, input.NonContact) = (null, null, null, null, null, null);
        AssertNothing(input);
        input.SexualHistory = false;
        var skipped = RiskCalculator.ScorePrevious(input);
        Assert.NotNull(skipped.Rsr.Percent);
        Assert.Equal((null, null), (skipped.OspDc.Band, skipped.OspIic.Band));
        input.SexualMotivation = false;
        Assert.Equal(PredictorBand.NotApplicable, RiskCalculator.ScorePrevious(input).OspDc.Band);
        input = With(Man());
        input.SexualMotivation = true;
        AssertNothing(input);
        input.SexualMotivation = false;
        Assert.NotEmpty(Score(input, RiskInstrument.Rsr).Problems);
        input = With(Man());
        (input.SexualMotivation, input.NonContact) = (true, null);
        Assert.NotEmpty(Score(input, RiskInstrument.Rsr).Problems);
        input = Man();
        (input.SexualHistory, input.SexualMotivation, input.ContactAdult, input.ContactChild, input.IndecentImage, input.NonContact) = (null, null, null, null, null, null);
        input.Read(RiskField.SexualHistory, "maybe");
        Assert.NotEmpty(Score(input, RiskInstrument.Rsr).Problems);
        foreach (var field in new[] { RiskField.SexualMotivation, RiskField.ContactAdult, RiskField.ContactChild, RiskField.IndecentImage, RiskField.NonContact })
        {
            var answered = Man();
            (answered.SexualHistory, answered.SexualMotivation, answered.ContactAdult, answered.ContactChild, answered.IndecentImage, answered.NonContact) = (false, null, null, null, null, null);
            answered.Read(field, field is RiskField.SexualMotivation ? "N" : "0");
            Assert.Equal(PredictorBand.NotApplicable, RiskCalculator.ScorePrevious(answered).OspIic.Band);
        }

        static void AssertNothing(RiskInput input)
        {
            Assert.Empty(Score(input, RiskInstrument.Rsr).Problems);
            Assert.Null(Score(input, RiskInstrument.Rsr).Percent);
        }
    }

    [Fact]
    public void A_combined_score_ends_below_a_hundred()
    {
        Assert.Equal((9_999, PredictorBand.VeryHigh), CombinedPredictor.OfComponents(RiskInstrument.Csrp, 9_000, 999, 1, isWomanWithHistory: false));
        Assert.Equal((9_998, PredictorBand.VeryHigh), CombinedPredictor.OfComponents(RiskInstrument.Csrp, 9_000, 997, 1, isWomanWithHistory: false));
        Assert.Equal((38, PredictorBand.Low), CombinedPredictor.OfComponents(RiskInstrument.Rsr, 0, 0, 0, isWomanWithHistory: true));
    }

    private static RiskInput Man() => AnyInput.Man();

    private static RiskInput With(RiskInput input, int adult = 0, int child = 0, int image = 0, int other = 0)
    {
        (input.ContactAdult, input.ContactChild, input.IndecentImage, input.NonContact) = (adult, child, image, other);
        return input;
    }

    private static (decimal?, PredictorBand?) Of(RiskInput input, RiskInstrument instrument) => (Score(input, instrument).Percent, Score(input, instrument).Band);

    private static PredictorScore Score(RiskInput input, RiskInstrument instrument) => RiskCalculator.Score(input, instrument.Family).Single(score => score.Instrument == instrument);

    private static string Said(RiskInput input, RiskInstrument instrument) =>
        string.Join('|', Score(input, instrument).Problems.Select(problem => $"{problem.Code}: {string.Join(' ', problem.FieldKeys)}"));
}
