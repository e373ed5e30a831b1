using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

/// <summary>To which cases the rules as shipped apply.</summary>
public sealed class RuleConditionTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000aaaa"));
    private static readonly DateTimeOffset Known = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);

    private int _ids;

    [Theory]
    [InlineData(10, 0, Truth.False)] // ten months are not more than ten
    [InlineData(10, 1, Truth.True)]
    [InlineData(9, 30, Truth.False)] // 30 days from the 17th of a month are not a month everywhere
    public void An_initial_assessment_is_for_sentences_over_ten_months(int months, int days, Truth expected) =>
        Assert.Equal(expected, Apply("PL-010", Held(Sentence("ADIMP", "2025-10-17") with { Months = months, Days = days }), "2025-10-17"));

    [Fact]
    public void A_life_sentence_has_a_rule_of_its_own()
    {
        var history = Held(Sentence("LIFE", "2025-10-17"));

        Assert.Equal((Truth.False, Truth.True), (Apply("PL-010", history, "2025-10-17"), Apply("PL-011", history, "2025-10-17")));
    }

    [Fact]
    public void Without_a_level_of_risk_nobody_knows_whether_a_home_visit_is_due()
    {
        var facts = new GivenFacts(new Dictionary<string, string> { ["case.place"] = "community" });

        var reading = Rule("HV-001").AppliesWhen.Explain(facts);

        Assert.Equal(Truth.Unknown, reading.Truth);
        Assert.Equal(["Record the RoSH level"], reading.Missing.Select(word => word.MissingWork));
    }

    [Theory]
    [InlineData("P55", Truth.Unknown, Truth.Unknown)] // a level that is still to be set
    [InlineData("P66", Truth.True, Truth.False)]
    [InlineData("P77", Truth.False, Truth.True)]
    [InlineData(null, Truth.True, Truth.False)]
    public void The_review_before_release_goes_by_the_level_of_mappa(string? alert, Truth ordinary, Truth raised)
    {
        var history = Held(Sentence("ADIMP", "2024-01-08") with { Years = 4 }, alert);

        Assert.Equal((ordinary, raised), (Apply("PL-017", history, "2026-01-08"), Apply("PL-018", history, "2026-01-08")));
        if (ordinary is Truth.Unknown)
        {
            var live = history.At(new(2026, 1, 8), Known);
            Assert.Equal(["Set the MAPPA level"], Rule("PL-018").AppliesWhen.Explain(new CaseStandardFacts(live, live)).Missing.Select(word => word.MissingWork));
        }
    }

    [Fact]
    public void A_high_risk_to_staff_asks_for_a_plan_and_not_for_a_home_visit()
    {
        var history = new CaseHistory(Person)
        {
            Assessments =
            [
                new()
                {
                    Id = Id(), PersonId = Person, Type = OasysType.Full, Status = OasysStatus.Complete, InitiatedOn = new(2026, 1, 5), CompletedOn = new(2026, 1, 12),
                    StaffCustody = RoshLevel.High, PublicCommunity = RoshLevel.Low, ValidFrom = new(2026, 1, 12), Recorded = Entry(),
                },
            ],
        };
        var facts = history.At(new(2026, 1, 12), Known);

        Assert.Equal(("high", "low"), (FactWords.Find("risk.rosh_overall")!.From(facts).ToString(), FactWords.Find("risk.rosh")!.From(facts).ToString()));
        Assert.Equal(Truth.True, Apply("PL-020", history, "2026-01-12"));
    }

    [Theory]
    [InlineData("2026-01-14", "10", Truth.False)] // ten months after sentence is the day of release, not before it
    [InlineData("2026-01-15", "10.5", Truth.True)]
    public void Handover_asks_for_more_than_ten_months_to_release(string release, string months, Truth expected)
    {
        var history = new CaseHistory(Person) { Sentences = [Sentence("ADIMP", "2025-03-14") with { Months = 20 }], KeyDates = [new() { Id = Id(), PersonId = Person, Crd = DateOnly.Parse(release), ValidFrom = new(2025, 3, 14), Recorded = Entry() }] };

        var value = FactWords.Find("custody.months_at_sentence")!.From(history.At(new(2025, 3, 14), Known));

        Assert.Equal(months, value.ToString());
        Assert.Equal(expected, Rule("HO-006").AppliesWhen.Evaluate(new GivenFacts(new Dictionary<string, string>
        {
            ["case.place"] = "custody",
            ["case.omic_policy"] = "true",
            ["sentence.class"] = "custody_determinate",
            ["sentence.parole_eligible"] = "false",
            ["custody.months_at_sentence"] = $"{value}",
        })));
    }

    [Fact]
    public void Live_facts_are_read_on_the_day_and_the_others_on_that_of_the_trigger()
    {
        var history = new CaseHistory(Person)
        {
            Sentences = [Sentence("ADIMP", "2024-01-08") with { Months = 6, ValidTo = new(2025, 1, 7) }, Sentence("ADIMP", "2025-01-08") with { Months = 30 }],
            RoshRecords =
            [
                new() { Id = Id(), PersonId = Person, Level = RoshLevel.Low, ValidFrom = new(2024, 1, 8), ValidTo = new(2025, 1, 7), Recorded = Entry() },
                new() { Id = Id(), PersonId = Person, Level = RoshLevel.High, ValidFrom = new(2025, 1, 8), Recorded = Entry() },
            ],
        };
        var facts = new CaseStandardFacts(history.At(new(2024, 6, 3), Known), history.At(new(2025, 6, 2), Known));

        Assert.Equal(("6", "high"), (facts.Read(FactWords.Find("sentence.length_months")!).ToString(), facts.Read(FactWords.Find("risk.rosh")!).ToString()));
    }

    private static Truth Apply(string rule, CaseHistory history, string day)
    {
        var facts = history.At(DateOnly.Parse(day), Known);
        return Rule(rule).AppliesWhen.Evaluate(new CaseStandardFacts(facts, facts));
    }

    private static StandardRule Rule(string id) => StandardRuleSet.Shipped.Find(new(id))!;

    private CaseHistory Held(SentenceRecord sentence, string? alert = null) => new(Person)
    {
        Sentences = [sentence],
        Locations = [new() { Id = Id(), PersonId = Person, Prison = new("LHI"), Cell = "B2-14", ValidFrom = sentence.ValidFrom, Recorded = Entry() }],
        Alerts = alert is null ? [] : [new() { Id = Id(), PersonId = Person, Code = alert, Description = alert, ValidFrom = sentence.ValidFrom, Recorded = Entry() }],
    };

    private SentenceRecord Sentence(string type, string on) => new() { Id = Id(), PersonId = Person, Type = Coded.Of(type), ValidFrom = DateOnly.Parse(on), Recorded = Entry() };

    private FactId Id() => new(new Guid(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private static Entry Entry() => new(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), StaffId.System, Role.System, PlaceCode.Nation, "Test");
}
