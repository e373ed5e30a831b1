using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class RuleTextTests
{
    // triggers

    [Theory]
    [InlineData("event:sentence", TriggerKind.Event, "sentence")]
    [InlineData("date:RELEASE", TriggerKind.Date, "RELEASE")]
    [InlineData("date:AGE_21", TriggerKind.Date, "AGE_21")]
    [InlineData("period:rolling_4_weeks", TriggerKind.Period, "rolling_4_weeks")]
    public void A_trigger_is_an_event_a_date_or_a_period(string text, TriggerKind kind, string name)
    {
        Assert.Equal(new Trigger(kind, name), TriggerText.Parse(text));
        Assert.Equal(text, TriggerText.Parse(text).ToString());
    }

    [Theory]
    [InlineData("sentence", 0, "a trigger begins with event:, date: or period:")]
    [InlineData("", 0, "a trigger begins with event:, date: or period:")]
    [InlineData("Event:sentence", 0, "a trigger begins with event:, date: or period:")]
    [InlineData("event:Sentence", 6, "there is no trigger 'event:Sentence'")]
    [InlineData("date:sentence", 5, "there is no trigger 'date:sentence'")]
    [InlineData("event:", 6, "there is no trigger 'event:'")]
    [InlineData("date:AGE_", 5, "there is no trigger 'date:AGE_'")]
    [InlineData("date:AGE_0", 5, "there is no trigger 'date:AGE_0'")]
    [InlineData("date:AGE_200", 5, "there is no trigger 'date:AGE_200'")]
    [InlineData("event:AGE_21", 6, "there is no trigger 'event:AGE_21'")]
    [InlineData("period:week", 7, "there is no trigger 'period:week'")]
    public void A_trigger_that_there_is_not_is_refused(string text, int position, string reason) =>
        Assert.Equal((position, reason), Assert.Throws<RuleTextException>(() => TriggerText.Parse(text)) is var wrong ? (wrong.Position, wrong.Reason) : default);

    [Fact]
    public void What_ends_the_time_for_an_item_is_a_list()
    {
        Assert.Equal(["event:transfer_out", "date:TED"], TriggerText.ParseList("event:transfer_out, date:TED").Select(trigger => trigger.ToString()));
        Assert.Empty(TriggerText.ParseList(""));
        Assert.Equal(21, Assert.Throws<RuleTextException>(() => TriggerText.ParseList("event:handover,event:lunch")).Position);
    }

    [Theory]
    [InlineData("date:AGE_21", "the 21st birthday")]
    [InlineData("date:AGE_18", "the 18th birthday")]
    [InlineData("date:AGE_12", "the 12th birthday")]
    [InlineData("date:AGE_23", "the 23rd birthday")]
    [InlineData("event:sentence", "sentence")]
    public void A_trigger_has_a_name_in_plain_english(string text, string words) => Assert.Equal(words, TriggerText.Find(TriggerText.Parse(text))!.Words);

    [Fact]
    public void Rules_in_hours_begin_at_events_that_have_a_time() => Assert.All(
        StandardRuleSet.Shipped.Rules.Where(rule => rule.Due.IsInHours), rule => Assert.True(TriggerText.Find(rule.Trigger)!.HasTime, rule.Id.Text));

    // distances

    [Theory]
    [InlineData("-8;-14", "months;days", "8 months and 14 days")]
    [InlineData("+3", "days", "3 days")]
    [InlineData("0", "days", "0 days")]
    public void Lists_of_counts_go_with_lists_of_units(string counts, string units, string words) => Assert.Equal(words, OffsetText.Parse(counts, units).Words);

    [Theory]
    [InlineData("-8;", "months;days", false, 3, "'' is not a whole number")]
    [InlineData("1.5", "months", false, 0, "'1.5' is not a whole number")]
    [InlineData("-8;-14", "months", true, 0, "there are 1 units for 2 counts")]
    [InlineData("1;2", "days;moons", true, 5, "'moons' is not a unit of time")]
    [InlineData("1", "Days", true, 0, "'Days' is not a unit of time")]
    [InlineData("1;1", "hours;days", true, 0, "hours stand by themselves: they are counted from an instant")]
    [InlineData("-101", "years", false, 0, "it is more than 100 years")]
    [InlineData("99;24", "years;months", false, 0, "it is more than 100 years")]
    [InlineData("2147483647", "days", false, 0, "it is more than 100 years")]
    public void A_distance_that_can_not_be_read_is_refused(string counts, string units, bool isUnit, int position, string reason)
    {
        var isUnitWrong = false;
        var wrong = Assert.Throws<RuleTextException>(() => OffsetText.Parse(counts, units, out isUnitWrong));

        Assert.Equal((isUnit, position, reason), (isUnitWrong, wrong.Position, wrong.Reason));
    }

    [Theory]
    [InlineData("26", 0)]
    [InlineData("-1 weeks", 0)]
    [InlineData("1 hours", 2)]
    [InlineData("2  weeks", 2)]
    [InlineData("101 years", 0)]
    [InlineData("", 0)]
    public void A_length_is_a_count_and_a_unit(string text, int position) => Assert.Equal(position, Assert.Throws<RuleTextException>(() => OffsetText.ParseLength(text)).Position);

    // repeats

    [Fact]
    public void Rules_repeat_from_evidence_from_the_due_date_by_flag_or_by_the_calendar()
    {
        Assert.Equal(new Repeat.Never(), RepeatText.Parse(""));
        Assert.Equal(new Repeat.FromEvidence(new(12, OffsetUnit.Months)), RepeatText.Parse("every 12 months from evidence"));
        Assert.Equal(new Repeat.FromDue(new(1, OffsetUnit.Months)), RepeatText.Parse("every 1 months from due"));
        Assert.Equal(new Repeat.FromEvidenceOfFlag(), RepeatText.Parse("every flag.review_months from evidence"));
        Assert.Equal(new Repeat.PerMonth(), RepeatText.Parse("per month"));
        Assert.Equal(new Repeat.PerWeek(), RepeatText.Parse("per week"));
    }

    [Theory]
    [InlineData("every 12 months", 0)]
    [InlineData("per year", 0)]
    [InlineData("every 12 moons from evidence", 9)]
    [InlineData("every x months from due", 6)]
    [InlineData("every 0 months from due", 6)]
    [InlineData("every from evidence", 6)]
    [InlineData("every  from evidence", 6)]
    public void Any_other_repeat_is_refused(string text, int position) => Assert.Equal(position, Assert.Throws<RuleTextException>(() => RepeatText.Parse(text)).Position);

    // evidence

    [Fact]
    public void Evidence_is_clauses_of_items_with_keys()
    {
        var expression = EvidenceText.Parse("oasys;kind=full|review;status=complete & contact;type=TC26 OR count;national_standard=true;n>=16");

        Assert.Equal(2, expression.Clauses.Count);
        Assert.Equal([EvidenceKind.Oasys, EvidenceKind.Contact], expression.Clauses[0].Items.Select(item => item.Kind));
        Assert.Equal(["full", "review"], expression.Clauses[0].Items[0].Find("kind")!.Values);
        Assert.Equal(["TC26"], expression.Clauses[0].Items[1].Find("type")!.Values);
        Assert.Null(expression.Clauses[0].Items[1].Find("role"));
        Assert.Equal((16, 0), expression.Clauses[1].Items[0].Find("n") is { AtLeast: { } least } n ? (least, n.Values.Count) : default);
        Assert.Null(expression.Clauses[1].Items[0].Find("national_standard")!.AtLeast);
    }

    [Fact]
    public void Every_kind_of_evidence_is_used_by_some_rule() => Assert.Empty(
        Enum.GetValues<EvidenceKind>().Except(StandardRuleSet.Shipped.Rules.SelectMany(rule => rule.SatisfiedBy.Clauses).SelectMany(clause => clause.Items).Select(item => item.Kind)));

    [Theory]
    [InlineData("", 0, "the kind of evidence is missing")]
    [InlineData("essay", 0, "there is no evidence of the kind 'essay'")]
    [InlineData("contact;", 8, "a key is missing")]
    [InlineData("contact;colour=red", 8, "contact is not asked for 'colour'")]
    [InlineData("contact;type", 8, "'type' needs a value")]
    [InlineData("contact;type=", 13, "'' is not a value of 'type'")]
    [InlineData("contact;type=TC07|TC999", 18, "'TC999' is not a value of 'type'")]
    [InlineData("contact;type>=2", 8, "'type' is asked as type=word")]
    [InlineData("count;n=2", 6, "'n' is asked as n>=number")]
    [InlineData("count;n>=two", 9, "'two' is not a whole number")]
    [InlineData("contact;role=POM;role=COM", 17, "'role' is asked twice")]
    [InlineData("allocation;role=COOK", 16, "'COOK' is not a value of 'role'")]
    [InlineData("document;type=PASSPORT", 14, "'PASSPORT' is not a value of 'type'")]
    [InlineData("flag;code=RED", 10, "'RED' is not a value of 'code'")]
    [InlineData("enforcement;code=EA99", 17, "'EA99' is not a value of 'code'")]
    [InlineData("enforcement;kind=telling off", 17, "'telling off' is not a value of 'kind'")]
    [InlineData("movement;type=FLY", 14, "'FLY' is not a value of 'type'")]
    [InlineData("oasys;status=complete & ", 24, "the kind of evidence is missing")]
    [InlineData("oasys;status=complete OR plan;status=begun", 37, "'begun' is not a value of 'status'")]
    [InlineData("contact;mode=face|shout", 18, "'shout' is not a value of 'mode'")]
    public void Evidence_that_can_not_be_read_is_refused_with_its_place(string text, int position, string reason) =>
        Assert.Equal((position, reason), Assert.Throws<RuleTextException>(() => EvidenceText.Parse(text)) is var wrong ? (wrong.Position, wrong.Reason) : default);
}
