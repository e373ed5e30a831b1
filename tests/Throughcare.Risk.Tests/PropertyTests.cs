using CsCheck;
using Xunit;

namespace Throughcare.Risk.Tests;

public sealed class PropertyTests
{
    [Fact]
    public void Whatever_is_answered_no_score_is_not_a_number_or_out_of_range() => AnyInput.Anything.Sample(input =>
    {
        foreach (var score in All(input))
        {
            Assert.All(new[] { score.Probability, score.OneYearProbability, score.StaticProbability, score.DynamicProbability }, p => Assert.True(p is null or (>= 0 and <= 1)));
            Assert.True(score.Percent is null or (>= 0 and <= 99.99m));
            Assert.Equal(score.Probability is null, score.Percent is null);
            Assert.Equal(score.Percent is null, score.Type is null);
            Assert.True(score.Percent is not null || score.Problems.Count > 0 || score.Instrument is RiskInstrument.Rsr);
            Assert.All(score.Problems, problem => Assert.All(problem.Messages, message => Assert.NotEmpty(message)));
        }
    }, iter: 2_000);

    [Fact]
    public void A_sensible_set_of_answers_gives_every_score_dynamic_where_there_is_one() => AnyInput.Sensible.Sample(input =>
    {
        foreach (var score in All(input))
        {
            Assert.Empty(score.Problems);
            Assert.NotNull(score.Percent);
            Assert.Equal(score.Instrument.HasBothTypes, score.StaticProbability is not null && score.DynamicProbability is not null);
            Assert.True(!score.Instrument.HasBothTypes || score.Type is ScoreType.Dynamic);
        }
    }, iter: 1_000);

    [Fact]
    public void An_explanation_adds_up_to_the_score_it_explains() => AnyInput.Sensible.Sample(input =>
    {
        foreach (var score in All(input).Where(score => score.Instrument is not (RiskInstrument.OspIic or RiskInstrument.IicSrp)))
        {
            var explained = RiskCalculator.Explain(input, score.Instrument);
            Assert.Equal(score.Percent, explained.Score.Percent);
            Assert.Equal(explained.Parts.Select(part => Math.Abs(part.Contribution)).OrderDescending(), explained.Parts.Select(part => Math.Abs(part.Contribution)));
            var expected = score.Instrument switch
            {
                RiskInstrument.Ogrs3 => score.Probability!.Value,
                _ when explained.Unit == "points" => (double)(score.Points ?? 0),
                _ when explained.Unit == "per cent" => (double)score.Percent!.Value,
                _ => score.Probability!.Value,
            };
            var sum = score.Instrument is RiskInstrument.Ogrs3 ? Arithmetic.Logistic(explained.Sum + 2.1217) : explained.Unit == "log odds" ? Arithmetic.Logistic(explained.Sum) : explained.Sum;
            Assert.Equal(Math.Min(expected, 99.99), Math.Min(sum, 99.99), 1e-9);
        }
    }, iter: 300);

    [Fact]
    public void More_of_what_carries_a_positive_weight_never_lowers_a_dynamic_score() => AnyInput.Sensible.Sample(input =>
    {
        RiskField[] worse = [RiskField.Unemployed, RiskField.AlcoholNow, RiskField.Attitudes, RiskField.Temper, RiskField.Accommodation, RiskField.Impulsivity];
        foreach (var field in worse)
        {
            var (low, high) = (input.Copy(), input.Copy());
            low.Read(field, field.Kind is FieldKind.Yn ? "N" : "0");
            high.Read(field, field.Kind is FieldKind.Yn ? "Y" : "2");
            Assert.All(All(low).Zip(All(high)), pair => Assert.True(pair.Second.Probability >= pair.First.Probability, $"{field.Key} {pair.First.Instrument.Name}"));
        }
    }, iter: 200);

    [Fact]
    public void The_more_points_the_more_likely_and_a_band_never_falls()
    {
        foreach (var instrument in new[] { RiskInstrument.Rsr, RiskInstrument.Arp, RiskInstrument.Vrp, RiskInstrument.Svrp, RiskInstrument.Csrp, RiskInstrument.Ogrs3 })
        {
            var bands = Tables.BandTable.Of(instrument);
            Assert.All(Enumerable.Range(0, 9_999), value => Assert.True(bands[value] <= bands[value + 1]));
        }
    }

    [Fact]
    public void In_whatever_order_answers_are_given_the_scores_are_the_same() => (from input in AnyInput.Sensible from seed in Gen.Int select (input, seed)).Sample(given =>
    {
        var fields = RiskFields.Inputs.ToArray();
        new Random(given.seed).Shuffle(fields);
        var shuffled = new RiskInput();
        foreach (var field in fields)
        {
            shuffled.Read(field, given.input.Write(field));
        }

        Assert.Equal(All(given.input).Select(score => score.Probability), All(shuffled).Select(score => score.Probability));
    }, iter: 200);

    [Fact]
    public void Forgotten_answers_leave_nothing_behind() => AnyInput.Anything.Sample(input =>
    {
        input.Clear();
        Assert.Equal(All(new()).Select(score => (score.Percent, score.Problems.Count)), All(input).Select(score => (score.Percent, score.Problems.Count)));
    }, iter: 100);

    [Fact]
    public void Leaving_out_any_needed_answer_is_said_and_gives_no_score_or_the_static_one() => Assert.All(RiskFields.Inputs, field =>
    {
        var input = AnyInput.Man();
        input.Sex = Sex.Male;
        input.SexualHistory = true;
        input.ArpCategory = null;
        input.Read(field, "");
        foreach (var score in All(input).Where(score => score.Problems.Count > 0))
        {
            Assert.True(score.Percent is null || score.Type is ScoreType.Static || score.Problems.All(problem => problem.Type is RiskProblemType.ComponentValidationError), $"{field.Key} {score.Instrument.Name}");
        }
    });

    [Fact]
    public void Scores_without_problems_allocate_nothing()
    {
        var input = AnyInput.Man();
        var (a, b) = (RiskCalculator.ScorePrevious(input), RiskCalculator.Score2026(input));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            (a, b) = (RiskCalculator.ScorePrevious(input), RiskCalculator.Score2026(input));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotNull(a.Rsr.Percent ?? b.Csrp.Percent);
    }

    private static IReadOnlyList<PredictorScore> All(RiskInput input) => [.. RiskCalculator.Score(input, RiskFamily.Previous), .. RiskCalculator.Score(input, RiskFamily.F2026)];
}
