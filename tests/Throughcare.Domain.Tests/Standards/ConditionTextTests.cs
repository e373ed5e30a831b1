using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("flags.ppo and", 13, "the name of a fact is missing")]
    [InlineData("and flags.ppo", 0, "'and' is not the name of a fact")]
    [InlineData("flags.ppo flags.monitoring", 10, "'flags.monitoring' is not expected here")]
    [InlineData("(flags.ppo", 10, "a closing bracket is missing")]
    [InlineData("flags.ppo)", 9, "')' is not expected here")]
    [InlineData("FLAGS.PPO", 0, "'FLAGS.PPO' is not the name of a fact")]
    [InlineData("risk.rosh", 9, "risk.rosh is not true or false by itself: it needs to be compared")]
    [InlineData("tier.nom and flags.ppo", 9, "tier.nom is not true or false by itself: it needs to be compared")]
    [InlineData("risk.rosh > low", 10, "'>' compares numbers, and risk.rosh is none")]
    [InlineData("flags.ppo <= true", 10, "'<=' compares numbers, and flags.ppo is none")]
    [InlineData("risk.rosh = severe", 12, "'severe' is not a word of risk.rosh: it is one of none, low, medium, high, very_high")]
    [InlineData("risk.rosh = High", 12, "'High' is not a word of risk.rosh: it is one of none, low, medium, high, very_high")]
    [InlineData("risk.rosh = 3", 12, "'3' is not a word of risk.rosh: it is one of none, low, medium, high, very_high")]
    [InlineData("sentence.length_months > long", 25, "'long' is no number, and sentence.length_months is one")]
    [InlineData("tier.nom = 5", 11, "tier.nom is never 5: it goes from 1 to 4")]
    [InlineData("flags.ppo = 1", 12, "'1' is neither true nor false, and flags.ppo is one of them")]
    [InlineData("risk.rosh =", 11, "a value is missing")]
    [InlineData("risk.rosh in high", 13, "'[' is missing before the list")]
    [InlineData("risk.rosh in [high", 18, "']' is missing after the list")]
    [InlineData("risk.rosh in [high very_high]", 19, "']' is missing after the list")]
    [InlineData("risk.rosh in []", 14, "']' is not a word of risk.rosh: it is one of none, low, medium, high, very_high")]
    [InlineData("risk.rosh in [high,]", 19, "']' is not a word of risk.rosh: it is one of none, low, medium, high, very_high")]
    [InlineData("flags.ppo & flags.monitoring", 10, "'&' means nothing here")]
    [InlineData("tier.nom ! 2", 9, "'!' means nothing here")]
    [InlineData("not", 3, "the name of a fact is missing")]
    [InlineData("flags.ppo = flags.monitoring", 12, "'flags.monitoring' is neither true nor false, and flags.ppo is one of them")]
    public void What_is_no_condition_is_refused_with_its_place(string text, int position, string reason)
    {
        var wrong = Assert.Throws<RuleTextException>(() => ConditionText.Parse(text));

        Assert.Equal((position, reason), (wrong.Position, wrong.Reason));
        Assert.Equal($"{reason}, at character {position + 1}", wrong.Problem);
    }

    [Fact]
    public void Brackets_without_end_are_refused_and_do_not_bring_anything_down() =>
        Assert.Equal("there are too many brackets within each other", Assert.Throws<RuleTextException>(() => ConditionText.Parse(new string('(', 100_000))).Reason);

    [Theory]
    [InlineData("flags.ppo=true", "flags.ppo")]
    [InlineData("flags.ppo = false", "flags.ppo = false")]
    [InlineData("not(not flags.ppo)", "not not flags.ppo")]
    [InlineData("tier.nom  in[ 1 , 2 ]", "tier.nom in [1,2]")]
    [InlineData("(flags.ppo or flags.monitoring) and victim.opted_in", "(flags.ppo or flags.monitoring) and victim.opted_in")]
    [InlineData("flags.ppo or (flags.monitoring and victim.opted_in)", "flags.ppo or flags.monitoring and victim.opted_in")]
    [InlineData("not (flags.ppo or flags.monitoring)", "not (flags.ppo or flags.monitoring)")]
    [InlineData("sentence.length_months >= 10.50", "sentence.length_months >= 10.5")]
    [InlineData("", "")]
    public void A_condition_is_written_in_one_way(string text, string written)
    {
        Assert.Equal(written, ConditionText.Parse(text).ToString());
        Assert.Equal(written, ConditionText.Parse(written).ToString());
    }
}
