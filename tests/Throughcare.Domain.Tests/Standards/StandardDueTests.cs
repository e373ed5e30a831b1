using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class StandardDueTests
{
    private static readonly StandardDue Function = new();

    [Fact]
    public void The_answer_says_why_with_the_facts_the_arithmetic_and_the_source()
    {
        var answer = Judge("rule=PL-010; trigger_date=2025-10-17; as_at=2025-12-15; case.place=custody; sentence.class=custody_determinate; sentence.length_months=30");

        Assert.Equal("DUE_SOON", answer.Values["state"]);
        Assert.Contains("26 December 2025", answer.Why.Because, StringComparison.Ordinal);
        Assert.Contains("confidence A", answer.Why.Source, StringComparison.Ordinal);
        Assert.Equal(["case.place", "sentence.class", "sentence.length_months"], answer.Facts.Select(fact => fact.Name));
        Assert.All(answer.Facts, fact => Assert.True(fact.IsDecisive));
        Assert.Contains(answer.Steps, step => step.Contains("10 weeks after", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_missing_is_said_as_work_to_do()
    {
        var answer = Judge("rule=HV-001; trigger_date=2010-03-01; as_at=2010-03-10; case.place=community");

        Assert.Equal("NOT_DETERMINED", answer.Values["state"]);
        Assert.Equal(["Record the RoSH level"], answer.Missing);
    }

    [Fact]
    public void A_fact_that_settles_the_answer_alone_is_the_one_that_decides()
    {
        var answer = Judge("rule=PL-010; trigger_date=2025-10-17; as_at=2025-12-15; case.place=community; sentence.class=custody_determinate; sentence.length_months=30");

        Assert.Equal("NOT_APPLICABLE", answer.Values["state"]);
        Assert.Equal("case.place", Assert.Single(answer.Facts, fact => fact.IsDecisive).Name);
    }

    [Fact]
    public void Once_a_standard_is_chosen_only_the_facts_that_it_reads_are_asked_for()
    {
        var inputs = Function.InputsFor(new Dictionary<string, string> { ["rule"] = "PL-011" }).Select(input => input.Name).ToList();

        Assert.Contains("case.place", inputs);
        Assert.DoesNotContain("risk.rosh", inputs);
    }

    [Fact]
    public void Evidence_before_the_window_is_refused_with_the_day_from_which_it_counts()
    {
        var answer = Judge("rule=PL-017; trigger_date=2026-09-11; as_at=2026-07-20; evidence=2026-07-16; case.place=custody; sentence.class=custody_determinate; mappa.level=1");

        Assert.Contains(answer.Steps, step => step == "Evidence of 16 July 2026 does not count: it counts only from 17 July 2026.");
    }

    [Fact]
    public void The_same_example_is_judged_the_same_whatever_the_order_of_its_values()
    {
        const string Text = "rule=PL-010; trigger_date=2025-10-17; as_at=2025-12-15; case.place=custody; sentence.class=custody_determinate; sentence.length_months=30";
        var turned = string.Join("; ", Text.Split("; ").Reverse());

        Assert.Equal(Judge(Text).Values, Judge(turned).Values);
    }

    private static RuleAnswer Judge(string inputs) => Assert.IsType<Outcome<RuleAnswer>.Done>(Function.Evaluate(RuleExampleText.Read(inputs))).Value;
}
