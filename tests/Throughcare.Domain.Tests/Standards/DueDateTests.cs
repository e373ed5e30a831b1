using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

/// <summary>The arithmetic of due dates, under the rules as shipped and at the edges of the calendar.</summary>
public sealed class DueDateTests
{
    [Theory]
    [InlineData("ALL-001", "2010-04-01", "2010-04-07")] // Good Friday and Easter Monday lie between
    [InlineData("ALL-001", "2009-12-24", "2009-12-30")] // Christmas Day, and the substitute for Boxing Day
    [InlineData("ALL-001", "2009-12-26", "2009-12-30")] // received on a Saturday
    [InlineData("ALL-003", "2008-05-02", "2008-05-08")] // a bank holiday Monday
    [InlineData("ALL-003", "2010-05-31", "2010-06-03")] // sentenced on a bank holiday
    [InlineData("FC-004", "2008-08-22", "2008-08-27")]
    [InlineData("FC-005", "2010-03-26", "2010-04-13")]
    [InlineData("PL-001", "2011-04-01", "2011-04-26")]
    [InlineData("PL-003", "2009-01-31", "2009-03-28")] // a Saturday stays: the source says within eight weeks
    [InlineData("PL-004", "2009-09-14", "2010-01-04")]
    [InlineData("PL-010", "2025-10-17", "2025-12-26")] // a bank holiday stays too
    [InlineData("PL-011", "2025-10-17", "2026-02-06")]
    [InlineData("PL-012", "2024-02-29", "2026-02-28")]
    [InlineData("PL-013", "2024-02-29", "2027-02-28")]
    [InlineData("PL-014", "2031-06-30", "2029-01-13")] // months first, then weeks
    [InlineData("PL-019", "2027-06-30", "2027-01-13")]
    [InlineData("PL-017", "2026-09-11", "2026-08-28")]
    [InlineData("PL-017", "2026-08-14", "2026-07-31")] // release brought forward
    [InlineData("PL-018", "2026-08-31", "2026-02-28")]
    [InlineData("HO-001", "2022-10-31", "2022-03-16")]
    [InlineData("HO-006", "2026-10-31", "2026-02-14")]
    [InlineData("HO-008", "2027-02-28", "2026-02-28")]
    [InlineData("HO-005", "2026-11-30", "2025-08-30")]
    [InlineData("EN-005", "2022-05-23", "2022-06-08")] // two jubilee holidays
    [InlineData("EN-004", "2010-06-09", "2010-06-23")]
    [InlineData("CA-001", "2025-12-19", "2026-01-07")] // ten true working days, not fourteen days
    [InlineData("EN-008", "2010-03-01", "2010-04-07")]
    [InlineData("RC-007", "2023-04-24", "2023-05-16")] // a coronation holiday
    [InlineData("RC-008", "2023-04-24", "2023-05-22")]
    [InlineData("RC-006", "2022-09-16", "2022-09-20")] // a day of national mourning
    [InlineData("TR-002", "2011-04-20", "2011-05-03")]
    [InlineData("PR-001", "2010-11-22", "2011-01-03")]
    [InlineData("RL-001", "2026-05-26", "2026-05-21")]
    [InlineData("RL-001", "2026-05-25", "2026-05-20")] // a start on a holiday is first moved back
    [InlineData("VC-002", "2025-12-12", "2026-01-14")]
    [InlineData("PP-004", "2025-11-06", "2026-01-01")]
    [InlineData("PP-004", "2025-12-30", "2026-02-24")] // held early: counted from the day it was held
    [InlineData("PL-006", "2010-10-31", "2011-02-28")]
    [InlineData("PL-006", "2011-02-15", "2011-06-15")]
    [InlineData("HV-001", "2010-03-10", "2010-03-24")]
    [InlineData("CT-003", "2025-11-09", "2025-11-09")]
    [InlineData("RE-001", "2025-12-24", "2025-12-29")]
    [InlineData("RE-002", "2025-12-24", "2026-01-05")]
    [InlineData("ALL-002", "2026-03-12", "2026-03-16")]
    [InlineData("PL-020", "2026-03-12", "2026-03-12")]
    [InlineData("VC-008", "2026-03-02", "2026-03-16")]
    [InlineData("VC-002", "2026-03-16", "2026-04-15")]
    public void A_rule_as_shipped_is_due(string rule, string trigger, string due) => Assert.Equal(Day(due), Rule(rule).Due.From(Day(trigger), Rule(rule).Roll));

    [Theory]
    [InlineData("ALL-003", "2008-05-02", "2008-05-08", "2008-03-05")] // forty working days before sentence: report stage counts
    [InlineData("PL-010", "2025-10-17", "2025-12-26", "2025-04-18")]
    [InlineData("PL-014", "2031-06-30", "2029-01-13", "2028-07-15")]
    [InlineData("PL-017", "2026-09-11", "2026-08-28", "2026-07-17")]
    [InlineData("PL-017", "2026-08-14", "2026-07-31", "2026-06-19")]
    [InlineData("PL-018", "2026-08-31", "2026-02-28", "2026-01-03")]
    [InlineData("CT-003", "2025-11-09", "2025-11-09", "2025-10-12")]
    [InlineData("ALL-001", "2010-04-01", "2010-04-07", "2010-04-01")]
    public void Evidence_counts_from(string id, string trigger, string due, string from)
    {
        var rule = Rule(id);

        Assert.Equal(Day(due), rule.Due.From(Day(trigger), rule.Roll));
        Assert.Equal(Day(from), rule.WindowBefore is { } window ? window.Back().From(rule.Due.IsBefore ? Day(due) : Day(trigger)) : Day(trigger));
    }

    [Theory]
    [InlineData("RC-002", "2026-03-28T14:00Z", "2026-03-29T14:00Z")] // 3pm by the clocks that went forward
    [InlineData("RC-001", "2025-10-25T15:30Z", "2025-10-26T15:30Z")] // 4:30pm before, 3:30pm after the clocks went back
    [InlineData("RC-003", "2026-03-29T00:30Z", "2026-03-29T02:30Z")]
    [InlineData("RC-004", "2025-10-24T23:30Z", "2025-10-28T23:30Z")]
    [InlineData("RC-005", "2027-12-31T22:00Z", "2028-01-02T22:00Z")]
    [InlineData("FC-014", "2024-02-27T12:00Z", "2024-03-01T12:00Z")]
    public void Hours_are_elapsed_time(string rule, string trigger, string due)
    {
        Assert.True(Rule(rule).Due.IsInHours);
        Assert.Equal(DateTimeOffset.Parse(due), Rule(rule).Due.From(DateTimeOffset.Parse(trigger)));
    }

    [Theory]
    [InlineData("2026-03-28T14:00Z", "2026-03-29", 15, 0)]
    [InlineData("2025-10-25T15:30Z", "2025-10-26", 15, 30)]
    public void A_day_of_the_clocks_shifts_the_time_on_the_wall(string trigger, string day, int hour, int minute)
    {
        var due = Rule("RC-002").Due.From(DateTimeOffset.Parse(trigger));

        Assert.Equal((Day(day), new TimeOnly(hour, minute)), (due.LondonDate, due.LondonTime));
    }

    // the edges of the calendar

    [Theory]
    [InlineData("1", "months", "2026-01-31", "2026-02-28")]
    [InlineData("2", "months", "2026-01-31", "2026-03-31")] // from the anchor, never chained
    [InlineData("1", "months", "2028-01-31", "2028-02-29")]
    [InlineData("1", "months", "2026-02-28", "2026-03-28")] // does not stick to the end of the month
    [InlineData("-6", "months", "2026-08-31", "2026-02-28")]
    [InlineData("-6", "months", "2028-08-31", "2028-02-29")]
    [InlineData("12", "months", "2024-02-29", "2025-02-28")]
    [InlineData("48", "months", "2024-02-29", "2028-02-29")]
    [InlineData("1", "years", "2024-02-29", "2025-02-28")]
    [InlineData("-1", "years", "2028-02-29", "2027-02-28")]
    [InlineData("-24;-24", "months;weeks", "2026-02-28", "2023-09-13")]
    [InlineData("-8;-14", "months;days", "2026-10-31", "2026-02-14")]
    [InlineData("-8;-14", "months;days", "2028-10-31", "2028-02-15")]
    [InlineData("7", "days", "2024-02-25", "2024-03-03")]
    [InlineData("7", "days", "2025-02-25", "2025-03-04")]
    [InlineData("10", "weeks", "2023-12-31", "2024-03-10")]
    [InlineData("0", "days", "2026-12-25", "2026-12-25")]
    [InlineData("1", "working_days", "2026-12-24", "2026-12-29")] // Boxing Day is a Saturday: Monday stands in for it
    [InlineData("4", "working_days", "2026-12-24", "2027-01-04")]
    [InlineData("5", "working_days", "2027-12-24", "2028-01-05")] // two substitutes and the one for New Year's Day
    [InlineData("-1", "working_days", "2027-12-29", "2027-12-24")]
    [InlineData("1", "working_days", "2021-12-24", "2021-12-29")]
    [InlineData("1", "working_days", "2022-12-23", "2022-12-28")]
    [InlineData("1", "working_days", "2025-04-17", "2025-04-22")] // Maundy Thursday
    [InlineData("-1", "working_days", "2025-04-22", "2025-04-17")]
    [InlineData("1", "working_days", "2024-03-28", "2024-04-02")] // Easter over the end of March
    [InlineData("1", "working_days", "2020-05-07", "2020-05-11")] // the May holiday that moved to Friday
    [InlineData("1", "working_days", "2020-05-01", "2020-05-04")]
    [InlineData("1", "working_days", "2012-06-01", "2012-06-06")]
    [InlineData("5", "working_days", "2011-04-20", "2011-05-03")]
    [InlineData("2", "working_days", "2026-05-23", "2026-05-27")] // from a Saturday before a bank holiday
    [InlineData("-2", "working_days", "2026-05-25", "2026-05-21")] // without a roll a holiday is no day to begin from either
    [InlineData("20", "working_days", "2026-12-10", "2027-01-12")]
    public void An_offset_leads_to_a_day(string counts, string units, string from, string to) =>
        Assert.Equal(Day(to), OffsetText.Parse(counts, units).From(Day(from)));

    [Theory]
    [InlineData("6", "weeks", Roll.Next, "2026-02-20", "2026-04-07")] // Good Friday rolls over Easter to Tuesday
    [InlineData("6", "weeks", Roll.Previous, "2026-02-20", "2026-04-02")]
    [InlineData("6", "weeks", Roll.None, "2026-02-20", "2026-04-03")]
    [InlineData("12", "weeks", Roll.Next, "2026-10-05", "2026-12-29")] // Boxing Day's substitute
    [InlineData("1", "days", Roll.Next, "2026-10-02", "2026-10-05")]
    [InlineData("1", "days", Roll.Previous, "2026-10-02", "2026-10-02")]
    [InlineData("3", "days", Roll.Next, "2026-10-02", "2026-10-05")] // a working day stays
    [InlineData("3", "days", Roll.Previous, "2026-10-02", "2026-10-05")]
    [InlineData("-2", "working_days", Roll.Previous, "2026-01-01", "2025-12-29")] // New Year's Day goes back to New Year's Eve first
    [InlineData("-4", "working_days", Roll.Previous, "2026-12-28", "2026-12-18")]
    [InlineData("-5", "working_days", Roll.Previous, "2026-10-10", "2026-10-02")]
    [InlineData("-5", "working_days", Roll.None, "2026-10-10", "2026-10-05")]
    public void A_day_off_work_is_moved_as_the_rule_says(string counts, string units, Roll roll, string from, string to) =>
        Assert.Equal(Day(to), OffsetText.Parse(counts, units).From(Day(from), roll));

    [Theory]
    [InlineData("2026-12-26", "2026-12-24")]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("2009-03-28", "2009-03-27")]
    [InlineData("2025-12-26", "2025-12-24")]
    [InlineData("2026-04-06", "2026-04-02")]
    public void The_day_to_act_by_is_the_last_working_day(string due, string actBy) => Assert.Equal(Day(actBy), Offset.LastWorkingDayTo(Day(due)));

    [Theory]
    [InlineData("ALL-006", "1 working day")]
    [InlineData("PL-014", "24 months and 24 weeks")]
    [InlineData("RC-002", "24 hours")]
    [InlineData("DA-001", "1 month")]
    public void An_offset_is_said_in_words(string rule, string words) => Assert.Equal(words, Rule(rule).Due.Words);

    private static StandardRule Rule(string id) => StandardRuleSet.Shipped.Find(new(id))!;

    private static DateOnly Day(string text) => DateOnly.Parse(text);
}
