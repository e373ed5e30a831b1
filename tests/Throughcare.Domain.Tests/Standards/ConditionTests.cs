using CsCheck;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class ConditionTests
{
    private static readonly string[] Answers = ["true", "false", "unknown"];

    private static readonly string[] Parts =
    [
        "flags.ppo", "flags.monitoring", "not victim.opted_in", "risk.rosh in [high,very_high]", "sentence.length_months > 10", "(hdc.eligible or licence.required)",
        "tier.nom = 1", "case.place != custody",
    ];

    private static readonly Gen<Dictionary<string, string>> Cases =
        Gen.Select(
            OneOf(Answers), OneOf(Answers), OneOf(Answers), OneOf(Answers), OneOf(Answers),
            OneOf("none", "low", "high", "very_high", "unknown"), OneOf("9.5", "10", "10.5", "unknown", "none"))
        .Select((ppo, monitoring, victim, hdc, licence, rosh, months) => new Dictionary<string, string>
        {
            ["flags.ppo"] = ppo,
            ["flags.monitoring"] = monitoring,
            ["victim.opted_in"] = victim,
            ["hdc.eligible"] = hdc,
            ["licence.required"] = licence,
            ["risk.rosh"] = rosh,
            ["sentence.length_months"] = months,
            ["tier.nom"] = months == "10" ? "1" : "unknown",
            ["case.place"] = rosh == "low" ? "custody" : "community",
        });

    // what it says

    [Theory]
    [InlineData("false", "false", "False", "False")]
    [InlineData("false", "unknown", "False", "Unknown")]
    [InlineData("false", "true", "False", "True")]
    [InlineData("unknown", "unknown", "Unknown", "Unknown")]
    [InlineData("unknown", "true", "Unknown", "True")]
    [InlineData("true", "true", "True", "True")]
    public void And_and_or_have_three_values(string one, string other, string and, string or)
    {
        foreach (var (first, second) in new[] { (one, other), (other, one) })
        {
            var facts = Given(("flags.ppo", first), ("flags.monitoring", second));
            Assert.Equal(Enum.Parse<Truth>(and), Evaluate("flags.ppo and flags.monitoring", facts));
            Assert.Equal(Enum.Parse<Truth>(or), Evaluate("flags.ppo or flags.monitoring", facts));
        }
    }

    [Theory]
    [InlineData("true", Truth.False)]
    [InlineData("false", Truth.True)]
    [InlineData("unknown", Truth.Unknown)]
    [InlineData("none", Truth.True)]
    public void Not_of_unknown_is_unknown(string value, Truth expected) => Assert.Equal(expected, Evaluate("not flags.ppo", Given(("flags.ppo", value))));

    [Theory]
    [InlineData("sentence.length_months = 10", "10", Truth.True)]
    [InlineData("sentence.length_months = 10", "10.5", Truth.False)]
    [InlineData("sentence.length_months > 10", "10", Truth.False)]
    [InlineData("sentence.length_months > 10", "10.5", Truth.True)]
    [InlineData("sentence.length_months >= 10", "10", Truth.True)]
    [InlineData("sentence.length_months < 10", "10", Truth.False)]
    [InlineData("sentence.length_months < 10.5", "10", Truth.True)]
    [InlineData("sentence.length_months <= 10", "10", Truth.True)]
    [InlineData("sentence.length_months != 10", "9", Truth.True)]
    [InlineData("sentence.length_months in [9,10]", "10", Truth.True)]
    [InlineData("sentence.length_months in [9,10]", "9.5", Truth.False)]
    [InlineData("sentence.length_months > 10", "unknown", Truth.Unknown)]
    [InlineData("sentence.length_months != 10", "unknown", Truth.Unknown)]
    [InlineData("sentence.length_months > 10", "none", Truth.False)]
    [InlineData("sentence.length_months < 10", "none", Truth.False)]
    [InlineData("sentence.length_months != 10", "none", Truth.True)]
    public void Numbers_are_compared_exactly_and_none_is_no_number(string condition, string value, Truth expected) =>
        Assert.Equal(expected, Evaluate(condition, Given(("sentence.length_months", value))));

    [Theory]
    [InlineData("risk.rosh = high", "high", Truth.True)]
    [InlineData("risk.rosh = high", "very_high", Truth.False)]
    [InlineData("risk.rosh != high", "very_high", Truth.True)]
    [InlineData("risk.rosh in [high,very_high]", "very_high", Truth.True)]
    [InlineData("risk.rosh in [high,very_high]", "none", Truth.False)]
    [InlineData("risk.rosh = none", "none", Truth.True)]
    [InlineData("risk.rosh in [high,very_high]", "unknown", Truth.Unknown)]
    public void Words_are_compared_as_they_are(string condition, string value, Truth expected) =>
        Assert.Equal(expected, Evaluate(condition, Given(("risk.rosh", value))));

    [Fact]
    public void Yes_and_no_can_be_compared_too()
    {
        Assert.Equal(Truth.True, Evaluate("prison.key_work = true", Given(("prison.key_work", "true"))));
        Assert.Equal(Truth.True, Evaluate("person.high_complexity = false", Given(("person.high_complexity", "false"))));
        Assert.Equal(Truth.True, Evaluate("person.high_complexity = false", Given(("person.high_complexity", "none"))));
        Assert.Equal(Truth.False, Evaluate("person.high_complexity != false", Given(("person.high_complexity", "none"))));
        Assert.Equal(Truth.Unknown, Evaluate("person.high_complexity = false", Given()));
    }

    [Fact]
    public void An_empty_condition_always_holds() => Assert.Equal(Truth.True, Evaluate("  ", Given()));

    [Theory]
    [InlineData("true", "false", "false", "True")]
    [InlineData("false", "true", "false", "False")]
    [InlineData("false", "true", "true", "True")]
    public void And_binds_before_or(string first, string second, string third, string expected) =>
        Assert.Equal(Enum.Parse<Truth>(expected), Evaluate("flags.ppo or flags.monitoring and victim.opted_in",
            Given(("flags.ppo", first), ("flags.monitoring", second), ("victim.opted_in", third))));

    [Fact]
    public void Brackets_bind_first() => Assert.Equal(Truth.False, Evaluate("(flags.ppo or flags.monitoring) and victim.opted_in",
        Given(("flags.ppo", "true"), ("flags.monitoring", "true"), ("victim.opted_in", "false"))));

    // properties

    [Fact]
    public void The_order_of_the_parts_makes_no_difference() =>
        Gen.Select(Gen.Shuffle(Parts), OneOf(" and ", " or "), Cases).Sample((order, joined, given) =>
        {
            var facts = new GivenFacts(given);
            var here = ConditionText.Parse(string.Join(joined, Parts)).Explain(facts);
            var there = ConditionText.Parse(string.Join(joined, order)).Explain(facts);
            return here.Truth == there.Truth && here.Missing.ToHashSet().SetEquals(there.Missing)
                && here.Used.Where(used => used.IsDecisive).Select(used => used.Word).ToHashSet().SetEquals(there.Used.Where(used => used.IsDecisive).Select(used => used.Word));
        });

    [Fact]
    public void What_is_evaluated_and_what_is_explained_are_the_same() => Gen.Select(Gen.Shuffle(Parts), OneOf(" and ", " or "), Cases).Sample((order, joined, given) =>
    {
        var condition = ConditionText.Parse($"not ({string.Join(joined, order)})");
        var facts = new GivenFacts(given);
        return condition.Evaluate(facts) == condition.Explain(facts).Truth;
    });

    [Fact]
    public void Knowing_a_fact_that_is_not_missing_changes_nothing() => Gen.Select(Gen.Shuffle(Parts), OneOf(" and ", " or "), Cases, Cases).Sample((order, joined, given, more) =>
    {
        var condition = ConditionText.Parse(string.Join(joined, order));
        var reading = condition.Explain(new GivenFacts(given));
        var learnt = given.ToDictionary(pair => pair.Key, pair => pair.Value is "unknown" && !reading.Missing.Any(word => word.Name == pair.Key) ? more[pair.Key] : pair.Value);
        return condition.Evaluate(new GivenFacts(learnt)) == reading.Truth;
    });

    // why

    [Fact]
    public void Missing_facts_are_those_that_could_still_change_the_answer()
    {
        var condition = ConditionText.Parse("case.place = community and risk.rosh in [high,very_high] and flags.ppo");

        Assert.Equal(["risk.rosh"], Missing(condition, ("case.place", "community"), ("flags.ppo", "true")));
        Assert.Equal(["risk.rosh", "flags.ppo"], Missing(condition, ("case.place", "community")));
        Assert.Empty(Missing(condition, ("case.place", "custody")));
        Assert.Equal(["case.place"], Missing(ConditionText.Parse("case.place = custody and (mappa.eligible or risk.rosh = high)"), ("mappa.eligible", "true")));
    }

    [Fact]
    public void Facts_that_decide_are_told_from_the_others()
    {
        var condition = ConditionText.Parse("case.place = community and risk.rosh in [high,very_high]");

        var reading = condition.Explain(Given(("case.place", "community"), ("risk.rosh", "low")));
        Assert.Equal(Truth.False, reading.Truth);
        Assert.Equal([("case.place", "community", false), ("risk.rosh", "low", true)], reading.Used.Select(used => (used.Word.Name, used.Value.ToString(), used.IsDecisive)));

        reading = condition.Explain(Given(("case.place", "community"), ("risk.rosh", "high")));
        Assert.All(reading.Used, used => Assert.True(used.IsDecisive));

        reading = ConditionText.Parse("mappa.level = 2 or flags.ppo").Explain(Given(("mappa.level", "2"), ("flags.ppo", "false")));
        Assert.Equal([true, false], reading.Used.Select(used => used.IsDecisive));
    }

    [Fact]
    public void A_copy_with_another_comparison_is_judged_as_it_is()
    {
        var test = (Condition.Test)ConditionText.Parse("sentence.length_months > 10");
        var facts = Given(("sentence.length_months", "10"));

        Assert.Equal(Truth.False, test.Evaluate(facts));
        Assert.Equal(Truth.True, (test with { Comparison = Comparison.AtLeast }).Evaluate(facts));
        Assert.Equal(test, test with { });
    }

    // in words

    [Theory]
    [InlineData("", "Always")]
    [InlineData("case.place = custody and sentence.class in [custody_determinate,custody_indeterminate]", "Place is custody and class of sentence is a determinate sentence of custody or an indeterminate sentence")]
    [InlineData("sentence.length_months > 10 and not (mappa.level in [2,3]) and not flags.ppo", "Length of sentence in months is more than 10, MAPPA level is not 2 or 3 and the person is not a priority offender")]
    [InlineData("case.place = custody and (mappa.eligible or risk.rosh in [high,very_high])", "Place is custody and either the person is a MAPPA case or RoSH level is high or very high")]
    [InlineData("not sentence.length_months >= 12", "Length of sentence in months is less than 12")]
    [InlineData("person.high_complexity = false", "Complexity of need is not high")]
    [InlineData("supervision.kind != none", "Supervision in the community is not none")]
    [InlineData("not (flags.ppo and flags.monitoring)", "It is not so that the person is a prolific or other priority offender, or under integrated offender management and communications are monitored")]
    public void A_condition_is_a_plain_sentence(string condition, string words) => Assert.Equal(words, ConditionText.Parse(condition).Words);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static Truth Evaluate(string condition, IStandardFacts facts) => ConditionText.Parse(condition).Evaluate(facts);

    private static IEnumerable<string> Missing(Condition condition, params (string, string)[] facts) => condition.Explain(Given(facts)).Missing.Select(word => word.Name);

    private static GivenFacts Given(params (string Name, string Value)[] facts) => new(facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}
