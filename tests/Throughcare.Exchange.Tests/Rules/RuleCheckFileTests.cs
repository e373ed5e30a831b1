using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Exchange.Rules;
using Xunit;

namespace Throughcare.Exchange.Tests.Rules;

public sealed class RuleCheckFileTests
{
    private const string Header = "function,rule_version,inputs,expected\n";

    private const string Good = "rule=PL-011; trigger_date=2025-10-17; as_at=2025-11-01; case.place=custody; sentence.class=custody_indeterminate";

    [Fact]
    public void Every_published_example_comes_out_as_expected()
    {
        var (report, rows) = Check(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules", "standard-examples.csv")));

        Assert.Empty(rows.Where(row => row["match"] != "true").Select(row => $"{row["example_id"]}: {row["actual"]} instead of {row["expected"]}"));
        Assert.Equal((65, 0), (report.Passed, report.Failed));
    }

    [Fact]
    public void What_comes_out_otherwise_stands_beside_what_was_expected_and_fails()
    {
        var (report, rows) = Check($"{Header}standard.due,,{Good},due_date=2026-02-07; state=UPCOMING\n");

        Assert.Equal((0, 1), (report.Passed, report.Failed));
        Assert.Equal(("due_date=2026-02-06; state=UPCOMING", "false"), (rows[0]["actual"], rows[0]["match"]));
    }

    [Theory]
    [InlineData("handover.never,,a=b,c=d", "there is no function 'handover.never'")]
    [InlineData("standard.due,,rule=PL-999; trigger_date=2025-10-17; as_at=2025-11-01,state=DUE", "There is no standard 'PL-999'")]
    [InlineData("standard.due,,rule=PL-011; trigger_date=2025-02-30; as_at=2025-11-01,state=DUE", "'2025-02-30' is no date")]
    [InlineData("standard.due,,rule=PL-011; as_at=2025-11-01,state=DUE", "Enter date the clock starts")]
    [InlineData("standard.due,,rule=PL-011; trigger_date=2025-10-17; as_at=2025-11-01; risk.rosh=huge,state=DUE", "'huge' is not a word of risk.rosh")]
    [InlineData("standard.due,,rule=PL-011; trigger_date=2025-10-17; as_at=2025-11-01; colour=blue,state=DUE", "has no input 'colour'")]
    [InlineData("standard.due,,rule PL-011,state=DUE", "is not of the form key=value")]
    [InlineData("standard.due,,rule=PL-011; rule=PL-010,state=DUE", "'rule' stands twice")]
    [InlineData("standard.due,,rule=PL-011; trigger_date=2025-10-17; as_at=2025-11-01,colour=blue", "has no output 'colour'")]
    [InlineData("standard.due,,rule=PL-011; trigger_date=2025-10-17; as_at=2025-11-01,-", "nothing is expected")]
    [InlineData("standard.due,ffffffffffff,rule=PL-011; trigger_date=2025-10-17; as_at=2025-11-01,state=DUE", "The rule set 'ffffffffffff' is not in use")]
    [InlineData("standard.due,,rule=RC-001; trigger_date=2025-10-25; as_at=2025-10-26,state=DUE", "the standard is in hours")]
    [InlineData("standard.due,,rule=PL-010; trigger_date=2025-10-17; as_at=2025-10-26; deferral_reason=HOSPITAL; deferred_to=2027-01-01,state=DUE", "the new date is at most 56 days after")]
    public void What_can_not_be_run_fails_in_its_own_row_and_the_next_row_is_run(string row, string problem)
    {
        var (report, rows) = Check($"{Header}{row}\nstandard.due,{StandardRuleSet.Shipped.Hash[..12]},{Good},state=UPCOMING\n");

        Assert.Equal((1, 1), (report.Passed, report.Failed));
        Assert.StartsWith("error: ", rows[0]["actual"], StringComparison.Ordinal);
        Assert.Contains(problem, rows[0]["actual"], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_your_own_are_kept_and_results_of_an_earlier_run_are_replaced()
    {
        var (_, rows) = Check($"note,function,rule_version,inputs,expected,actual,match\nmine,standard.due,,{Good},state=UPCOMING,old,old\n");

        Assert.Equal(("mine", "state=UPCOMING", "true"), (rows[0]["note"], rows[0]["actual"], rows[0]["match"]));
    }

    [Fact]
    public void A_file_without_the_columns_is_refused_by_name()
    {
        var wrong = Assert.Throws<InvalidDataException>(() => Check("function,inputs\nstandard.due,a=b\n"));

        Assert.Contains("rule_version, expected", wrong.Message, StringComparison.Ordinal);
    }

    private static (RuleCheckFile.Report Report, IReadOnlyList<CsvRow> Rows) Check(string text)
    {
        using var written = new StringWriter();
        var report = RuleCheckFile.Check(text, written);
        return (report, CsvTable.Read("results", written.ToString()).Rows);
    }
}
