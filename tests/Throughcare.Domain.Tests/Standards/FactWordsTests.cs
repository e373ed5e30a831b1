using System.Reflection;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class FactWordsTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000aaaa"));

    [Fact]
    public void Every_word_names_a_fact_of_the_dictionary_and_says_what_to_do_without_it() => Assert.All(FactWords.All, word =>
    {
        var property = typeof(CaseFacts).GetProperty(word.CaseFactsName, BindingFlags.Public | BindingFlags.Instance);
        Assert.True(property?.PropertyType.Name.StartsWith("Known", StringComparison.Ordinal), word.Name);
        Assert.Matches("^[A-Z][^.]+$", word.Caption);
        Assert.Matches("^[A-Z][^.]+$", word.MissingWork);
        Assert.Equal(word.Type is FactType.Word, word.Words.Count > 0);
        Assert.Equal(word.Type is FactType.Bool, word.Yes.Length > 0 && word.No.Length > 0);
        Assert.Same(word, FactWords.Find(word.Name));
    });

    [Fact]
    public void The_shipped_rules_leave_few_words_unused() =>
        Assert.Equal(
            ["mappa.category"],
            FactWords.All.Except(StandardRuleSet.Shipped.Rules.SelectMany(rule => rule.AppliesWhen.Facts)).Select(word => word.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_type_of_sentence_that_the_list_has_is_a_word() =>
        Assert.Subset(FactWords.Find("sentence.subtype")!.Words.ToHashSet(), new HashSet<string> { "SDS", "EDS", "LIFE", "IPP", "DPP", "HMP_DETENTION", "COMMUNITY_ORDER", "REMAND" });

    [Theory]
    [InlineData("case.place", "unknown")]
    [InlineData("case.responsible", "unknown")]
    [InlineData("case.early_allocation", "false")]
    [InlineData("case.handover_type", "missing")]
    [InlineData("case.com_allocated", "false")]
    [InlineData("case.provider", "PS")]
    [InlineData("case.omm_scope", "false")]
    [InlineData("sentence.class", "none")]
    [InlineData("sentence.length_months", "none")]
    [InlineData("sentence.months_to_release_at_sentence", "unknown")]
    [InlineData("sentence.parole_eligible", "false")]
    [InlineData("sentence.tariff_months", "none")]
    [InlineData("supervision.kind", "none")]
    [InlineData("tier.nom", "unknown")]
    [InlineData("risk.rosh", "unknown")]
    [InlineData("risk.rosh_overall", "unknown")]
    [InlineData("mappa.eligible", "false")]
    [InlineData("mappa.level", "0")]
    [InlineData("mappa.category", "0")]
    [InlineData("flags.ppo", "false")]
    [InlineData("flags.child_concern", "unknown")]
    [InlineData("flags.domestic_abuse", "unknown")]
    [InlineData("flags.foreign_national", "unknown")]
    [InlineData("flags.monitoring", "false")]
    [InlineData("flags.child_contact_restricted", "false")]
    [InlineData("victim.statutory", "unknown")]
    [InlineData("victim.opted_in", "false")]
    [InlineData("offence.mappa_schedule", "unknown")]
    [InlineData("offence.sfo", "false")]
    [InlineData("plan.exists", "false")]
    [InlineData("plan.programme_required", "false")]
    [InlineData("oasys.countersign_required", "false")]
    [InlineData("parole.pre_tariff_eligible", "false")]
    [InlineData("parole.review_open", "false")]
    [InlineData("parole.hearing_held", "false")]
    [InlineData("parole.outcome", "none")]
    [InlineData("recall.kind", "none")]
    [InlineData("recall.emergency", "false")]
    [InlineData("contact.failures_12m", "0")]
    [InlineData("contact.failures_licence", "0")]
    [InlineData("programme.completed", "false")]
    [InlineData("requirement.unpaid_work", "false")]
    [InlineData("licence.required", "unknown")]
    [InlineData("hdc.eligible", "false")]
    [InlineData("safety.self_harm_known", "false")]
    [InlineData("person.high_complexity", "unknown")]
    [InlineData("person.young_adult", "unknown")]
    [InlineData("prison.key_work", "false")]
    [InlineData("report.kind", "none")]
    [InlineData("inspection.kind", "none")]
    public void An_empty_record_has_the_value_that_the_dictionary_gives_to_what_is_missing(string word, string value)
    {
        var facts = new CaseHistory(Person).At(new(2026, 11, 2), new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

        var known = new CaseStandardFacts(facts, facts).Read(FactWords.Find(word)!);

        Assert.Equal(value, known.State switch { KnownState.Value => $"{known.Value}", KnownState.None => "none", _ => "unknown" });
    }

    [Fact]
    public void Every_word_can_be_read_at_any_time_of_the_record()
    {
        var history = new CaseHistory(Person);
        foreach (var year in Enumerable.Range(2000, 40))
        {
            var facts = history.At(new(year, 2, 28), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Assert.All(FactWords.All, word => Assert.True(word.From(facts) is not { HasValue: true } known || word.TryRead($"{known.Value}", out _), word.Name));
        }
    }

    // values that are given

    [Fact]
    public void Given_values_are_read_as_the_rule_set_writes_them()
    {
        var facts = new GivenFacts(new Dictionary<string, string>
        {
            ["flags.ppo"] = "true",
            ["tier.nom"] = "2",
            ["risk.rosh"] = "very_high",
            ["mappa.level"] = "unknown",
            ["sentence.length_months"] = " 10.5 ",
            ["sentence.class"] = "none",
        });

        Assert.Equal(["true", "2", "very_high", "Not recorded", "10.5", "None", "Not recorded"],
            new[] { "flags.ppo", "tier.nom", "risk.rosh", "mappa.level", "sentence.length_months", "sentence.class", "victim.opted_in" }.Select(name => facts.Read(FactWords.Find(name)!).ToString()));
        Assert.Equal(["Yes", "2", "very high"], new[] { "flags.ppo", "tier.nom", "risk.rosh" }.Select(name => facts.Read(FactWords.Find(name)!).Value.Words));
    }

    [Fact]
    public void None_is_a_word_where_the_list_has_it()
    {
        var facts = new GivenFacts(new Dictionary<string, string> { ["risk.rosh"] = "none", ["parole.outcome"] = "none" });

        Assert.True(facts.Read(FactWords.Find("risk.rosh")!).HasValue);
        Assert.True(facts.Read(FactWords.Find("parole.outcome")!).IsNone);
    }

    [Fact]
    public void Given_values_that_can_not_be_are_refused_each_with_its_reason()
    {
        var given = new Dictionary<string, string> { ["risk.rish"] = "high", ["risk.rosh"] = "severe", ["tier.nom"] = "9", ["flags.ppo"] = "yes", ["mappa.level"] = "two" };

        Assert.False(GivenFacts.TryRead(given, out var facts, out var wrong));

        Assert.Null(facts);
        Assert.Equal(
            [
                ("risk.rish", "'risk.rish' is not the name of a fact"),
                ("risk.rosh", "'severe' is not a word of risk.rosh: it is one of none, low, medium, high, very_high"),
                ("tier.nom", "tier.nom is never 9: it goes from 1 to 4"),
                ("flags.ppo", "'yes' is neither true nor false, and flags.ppo is one of them"),
                ("mappa.level", "'two' is no number, and mappa.level is one"),
            ],
            wrong.Select(refusal => (refusal.Field, refusal.Message)));
        Assert.Contains("is not the name of a fact. 'severe'", Assert.Throws<FormatException>(() => new GivenFacts(given)).Message, StringComparison.Ordinal);
    }
}
