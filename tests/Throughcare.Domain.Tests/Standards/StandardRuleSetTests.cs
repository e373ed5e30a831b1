using System.Security.Cryptography;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class StandardRuleSetTests
{
    private const string Header =
        "id,regime,effective_from,effective_to,title,applies_when,trigger,due_offset,unit,window_before,repeat,responsible_role,satisfied_by,source,confidence,family,priority,roll,lead_days,closes_on,measure_group,consequence";

    private static readonly string[] Good =
    [
        "PL-010", "MCS", "2019-10-01", "", "Initial OASys", "case.place = custody", "event:sentence", "10", "weeks", "26 weeks", "", "POM",
        "oasys;kind=full;status=complete", "A leaflet", "A", "initial_oasys", "80", "none", "14", "event:release", "assessment", "",
    ];

    [Fact]
    public void Every_row_of_the_shipped_rule_set_can_be_read()
    {
        Assert.True(StandardRuleSet.TryRead(StandardRuleSet.Shipped.Text, out var set, out var errors, out _), string.Join('\n', errors));

        Assert.Equal(168, set.Rules.Count);
        Assert.Equal(168, set.Rules.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal([(Confidence.A, 35), (Confidence.B, 50), (Confidence.C, 46), (Confidence.D, 37)],
            set.Rules.GroupBy(rule => rule.Confidence).OrderBy(same => same.Key).Select(same => (same.Key, same.Count())));
    }

    [Fact]
    public void A_row_becomes_a_rule()
    {
        var rule = StandardRuleSet.Shipped.Find(new("PL-017"))!;

        Assert.Equal(("MCS", new DateOnly(2019, 10, 1), null), (rule.Regime, rule.EffectiveFrom, rule.EffectiveTo));
        Assert.Equal("case.place = custody and sentence.class = custody_determinate and not mappa.level in [2,3]", rule.AppliesWhen.ToString());
        Assert.Equal("date:RELEASE", rule.Trigger.ToString());
        Assert.Equal([new OffsetPart(-2, OffsetUnit.Weeks)], rule.Due.Parts);
        Assert.Equal([new OffsetPart(6, OffsetUnit.Weeks)], rule.WindowBefore!.Parts);
        Assert.IsType<Repeat.Never>(rule.Repeat);
        Assert.Equal((Role.Com, Confidence.A, "oasys_pre_release", 80, Roll.None, 7), (rule.Responsible, rule.Confidence, rule.Family, rule.Priority, rule.Roll, rule.LeadDays));
        Assert.Equal(["event:release"], rule.ClosesOn.Select(trigger => trigger.ToString()));
        Assert.Equal(["kind", "status", "role"], rule.SatisfiedBy.Clauses.Single().Items.Single().Keys.Select(key => key.Name));
    }

    [Fact]
    public void What_the_product_itself_does_has_nobody_responsible() =>
        Assert.Equal(["RE-001", "RE-002"], StandardRuleSet.Shipped.Rules.Where(rule => rule.Responsible is null).Select(rule => rule.Id.Text));

    [Fact]
    public void The_hash_is_that_of_the_bytes_of_the_file()
    {
        using var file = typeof(StandardRuleSet).Assembly.GetManifestResourceStream(StandardRuleSet.Table)!;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), StandardRuleSet.Shipped.Hash);
        Assert.NotEqual(StandardRuleSet.Shipped.Hash, StandardRuleSet.Read(StandardRuleSet.Shipped.Text.Replace("Initial OASys", "First OASys", StringComparison.Ordinal)).Hash);
    }

    [Fact]
    public void Rules_are_found_by_what_starts_them_and_by_family()
    {
        var set = StandardRuleSet.Shipped;

        Assert.Equal(set.Rules.Count, TriggerText.All.Sum(info => set.ByTrigger(info.Trigger).Length) + set.ByTrigger(TriggerText.Parse("date:AGE_21")).Length);
        Assert.Equal(["ALL-001", "ALL-002"], set.ByTrigger(TriggerText.Parse("event:sentenced_arrival")).Select(rule => rule.Id.Text));
        Assert.Empty(set.ByTrigger(TriggerText.Parse("date:AGE_18")));
        Assert.Equal(set.Rules.Count, set.Families.Sum(family => set.InFamily(family).Count));
        Assert.Equal(["HO-005", "HO-004", "HO-007", "HO-008", "HO-006", "HO-001", "HO-002", "HO-003"], set.InFamily("handover").Select(rule => rule.Id.Text));
        Assert.Empty(set.InFamily("no_such_family"));
    }

    [Fact]
    public void A_condition_written_out_again_is_the_same_condition() => Assert.All(StandardRuleSet.Shipped.Rules, rule =>
    {
        var written = rule.AppliesWhen.ToString();
        Assert.Equal(written, ConditionText.Parse(written).ToString());
        Assert.NotEmpty(rule.AppliesWhen.Words);
    });

    [Fact]
    public void Warnings_name_gaps_in_a_family_and_policy_with_figures_to_check()
    {
        StandardRuleSet.TryRead(StandardRuleSet.Shipped.Text, out _, out _, out var warnings);

        Assert.Contains(warnings, w => w.Column == "effective_from" && w.Problem == "no rule of the family first_contact holds from 4 April 2011 to 25 June 2021");
        Assert.Contains(warnings, w => w.Column == "confidence" && w.Problem == "ALL-007 has confidence C and priority 65: check the figure before it counts");
        Assert.DoesNotContain(warnings, w => w.Problem.Contains("PL-010 ", StringComparison.Ordinal) || w.Problem.Contains("ALL-002 ", StringComparison.Ordinal));
        Assert.All(warnings, w => Assert.True(w.Row > 1));
    }

    [Theory]
    [InlineData("id", "PL10", "'PL10' is not two to four capital letters, a hyphen and three digits")]
    [InlineData("regime", "NS1999", "there is no regime 'NS1999'")]
    [InlineData("effective_from", "2019-02-30", "is not a date like 2026-03-27")]
    [InlineData("effective_to", "2019-09-30", "is before effective_from")]
    [InlineData("title", "", "is empty")]
    [InlineData("applies_when", "case.place = prison", "'prison' is not a word of case.place: it is one of custody, community, hospital, unlawfully_at_large, immigration_removal, closed, at character 14")]
    [InlineData("applies_when", "case.home", "'case.home' is not the name of a fact, at character 1")]
    [InlineData("trigger", "event:lunch", "there is no trigger 'event:lunch', at character 7")]
    [InlineData("due_offset", "ten", "'ten' is not a whole number, at character 1")]
    [InlineData("due_offset", "5300", "it is more than 100 years, at character 1")]
    [InlineData("unit", "fortnights", "'fortnights' is not a unit of time, at character 1")]
    [InlineData("unit", "weeks;days", "there are 2 units for 1 counts, at character 1")]
    [InlineData("window_before", "26", "it is not a number, a space and a unit of time, at character 1")]
    [InlineData("repeat", "every now and then", "it is not 'every n unit from evidence', 'every n unit from due', 'per month' or 'per week', at character 1")]
    [InlineData("repeat", "per month", "per month and per week go with a period, and a period with them")]
    [InlineData("responsible_role", "COOK", "there is no role 'COOK'")]
    [InlineData("satisfied_by", "oasys;status=begun", "'begun' is not a value of 'status', at character 14")]
    [InlineData("satisfied_by", "", "is empty")]
    [InlineData("source", "", "is empty")]
    [InlineData("confidence", "E", "is 'E', which is not one of its words")]
    [InlineData("family", "", "is empty")]
    [InlineData("priority", "high", "is not a whole number")]
    [InlineData("roll", "up", "is 'up', which is not one of its words")]
    [InlineData("lead_days", "-1", "is not between 0 and 3660")]
    [InlineData("closes_on", "event:release,period:calendar_month", "a period ends nothing, at character 15")]
    [InlineData("measure_group", "", "is empty")]
    public void A_cell_that_can_not_be_read_is_named_by_row_and_column(string column, string value, string problem)
    {
        var at = Header.Split(',').ToList().IndexOf(column);
        string[] bad = [.. Good];
        bad[at] = value;

        Assert.False(StandardRuleSet.TryRead(File(Good, bad), out var set, out var errors, out _));

        Assert.Null(set);
        var error = Assert.Single(errors);
        Assert.Equal((3, column, problem), (error.Row, error.Column, error.Problem));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_file_is_found_at_once()
    {
        string[] bad = [.. Good];
        (bad[1], bad[6], bad[16]) = ("X", "Y", "Z");

        StandardRuleSet.TryRead(File(bad, bad), out _, out var errors, out _);

        Assert.Equal([(2, "regime"), (2, "trigger"), (2, "priority"), (3, "regime"), (3, "trigger"), (3, "priority")], errors.OrderBy(e => e.Row).Select(e => (e.Row, e.Column)));
        Assert.StartsWith("standards/standards.csv, row 2, column", Assert.Throws<TableException>(() => StandardRuleSet.Read(File(bad))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_stands_once()
    {
        StandardRuleSet.TryRead(File(Good, With("family", "other")), out _, out var errors, out _);

        Assert.Equal((3, "id", "'PL-010' stands in an earlier row"), Assert.Single(errors) is var e ? (e.Row, e.Column, e.Problem) : default);
    }

    [Fact]
    public void A_file_without_a_column_or_without_rows_is_refused()
    {
        StandardRuleSet.TryRead(Header.Replace(",roll,", ",rolling,", StringComparison.Ordinal) + "\n", out _, out var errors, out _);
        Assert.Equal((1, "roll", "the column is missing"), Assert.Single(errors) is var e ? (e.Row, e.Column, e.Problem) : default);

        StandardRuleSet.TryRead(Header + "\n", out _, out errors, out _);
        Assert.Equal("there are no rules", Assert.Single(errors).Problem);

        StandardRuleSet.TryRead("", out _, out errors, out _);
        Assert.Equal("the header row is missing", Assert.Single(errors).Problem);
    }

    [Theory]
    [InlineData("sentence.class = custody_determinate and sentence.length_months > 10", "sentence.class = custody_determinate and sentence.length_months >= 24", true)]
    [InlineData("sentence.length_months > 10", "sentence.length_months <= 10", false)]
    [InlineData("sentence.length_months > 10", "sentence.length_months < 10.5", false)]
    [InlineData("sentence.length_months >= 10", "sentence.length_months <= 10", true)]
    [InlineData("flags.ppo", "not flags.ppo", false)]
    [InlineData("flags.ppo", "case.place = custody", true)]
    [InlineData("risk.rosh in [high,very_high]", "risk.rosh = high or risk.rosh = low", true)]
    [InlineData("risk.rosh in [high,very_high]", "not (risk.rosh in [high,very_high]) and case.place = custody", false)]
    [InlineData("", "flags.ppo", true)]
    [InlineData("", "", true)]
    public void Two_rules_of_a_family_and_a_priority_may_not_both_apply(string one, string other, bool isRefused)
    {
        var isRead = StandardRuleSet.TryRead(File(With("applies_when", one), With("applies_when", other, "PL-011")), out _, out var errors, out _);

        Assert.Equal(isRefused, !isRead);
        Assert.All(errors, e => Assert.Equal((3, "applies_when"), (e.Row, e.Column)));
        Assert.All(errors, e => Assert.StartsWith("PL-011 and PL-010 have the same family, trigger and priority, and both apply ", e.Problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("priority", "79")]
    [InlineData("family", "other")]
    [InlineData("trigger", "event:release")]
    [InlineData("effective_to", "2019-09-30")]
    public void Rules_that_differ_in_rank_family_trigger_or_time_do_not_meet(string column, string value)
    {
        var other = With(column, value, "PL-011");
        other[2] = column == "effective_to" ? "2010-01-01" : other[2];

        Assert.True(StandardRuleSet.TryRead(File(Good, other), out _, out var errors, out _), string.Join('\n', errors));
    }

    [Fact]
    public void A_version_that_is_loaded_judges_until_the_shipped_one_is_used_again()
    {
        var version = StandardRuleSet.Read(File(Good));
        try
        {
            StandardRuleSet.Use(version);
            Assert.Same(version, StandardRuleSet.InUse);
        }
        finally
        {
            StandardRuleSet.Use(null);
        }

        Assert.Same(StandardRuleSet.Shipped, StandardRuleSet.InUse);
    }

    [Fact]
    public void A_byte_order_mark_and_other_line_ends_do_no_harm() =>
        Assert.Single(StandardRuleSet.Read("\uFEFF" + File(Good).Replace("\n", "\r\n", StringComparison.Ordinal)).Rules);

    private static string[] With(string column, string value, string id = "PL-010")
    {
        string[] row = [.. Good];
        row[0] = id;
        row[Header.Split(',').ToList().IndexOf(column)] = value;
        return row;
    }

    private static string File(params string[][] rows) => CsvTable.Write(Header.Split(','), rows);
}
