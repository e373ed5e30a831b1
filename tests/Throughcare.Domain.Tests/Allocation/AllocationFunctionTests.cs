using Throughcare.Domain.Allocation.Functions;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class AllocationFunctionTests
{
    [Theory]
    [InlineData("recommend.pom", "TIER", "tier=D; pom_responsible=yes; immigration_case=no", "type=prison; reason=tier_based")]
    [InlineData("recommend.pom", "ROSH", "tier=C; rosh=HIGH; pom_responsible=yes; immigration_case=no", "type=probation; reason=rosh_based")]
    [InlineData("recommend.override_needed", "all", "recommended=probation; chosen_pom_type=prison", "needed=yes")]
    [InlineData("recommend.override_needed", "all", "recommended=none; chosen_pom_type=prison", "needed=yes")]
    [InlineData("allocation.due", "all", "arrival=2026-03-06; evaluation_date=2026-03-10; allocated=no; holidays=-", "due_date=2026-03-10; status=due_today")]
    [InlineData("allocation.due", "all", "arrival=2026-03-06; evaluation_date=2026-03-11; allocated=no; holidays=-", "due_date=2026-03-10; status=overdue")]
    [InlineData("allocation.due", "all", "arrival=2026-04-02; evaluation_date=2026-04-07; allocated=no; holidays=2026-04-03|2026-04-06", "due_date=2026-04-08; status=in_time")]
    [InlineData("allocation.allocatable", "all", "tier=B; rosh=-; rosh_required=yes; prison_type=mens_closed", "allocatable=no; missing=rosh")]
    [InlineData("allocation.allocatable", "all", "tier=B; rosh=LOW; rosh_required=yes; prison_type=womens; complexity=-", "allocatable=no; missing=complexity")]
    public void The_published_examples_come_out(string function, string version, string inputs, string expected) => Check(function, version, inputs, expected);

    [Theory]
    [InlineData("recommend.pom", "TIER", "tier=A; pom_responsible=yes; immigration_case=yes", "type=prison; reason=immigration_case")]
    [InlineData("recommend.pom", "TIER", "tier=A; pom_responsible=no", "type=prison; reason=supporting_role")]
    [InlineData("recommend.pom", "TIER", "tier=B2; pom_responsible=yes", "type=probation; reason=tier_based")]
    [InlineData("recommend.pom", "TIER", "tier=C; rosh=VERY_HIGH; pom_responsible=yes", "type=prison; reason=tier_based")]
    [InlineData("recommend.pom", "ROSH", "tier=A; rosh=LOW; pom_responsible=yes", "type=probation; reason=tier_based")]
    [InlineData("recommend.pom", "ROSH", "tier=B; rosh=MEDIUM; pom_responsible=yes", "type=prison; reason=rosh_based")]
    [InlineData("recommend.pom", "ROSH", "tier=B; pom_responsible=yes", "type=none; reason=missing_rosh")]
    [InlineData("recommend.pom", "ROSH", "tier=B", "type=prison; reason=supporting_role")]
    [InlineData("recommend.override_needed", "", "recommended=prison; chosen_pom_type=prison", "needed=no")]
    [InlineData("allocation.due", "", "evaluation_date=2026-03-11", "due_date=-; status=unknown; working_days_late=0")]
    [InlineData("allocation.due", "", "arrival=2026-03-06; evaluation_date=2026-03-20; allocated=yes; allocation_date=2026-03-10", "status=met; working_days_late=0")]
    [InlineData("allocation.due", "", "arrival=2026-03-06; evaluation_date=2026-03-20; allocated=yes; allocation_date=2026-03-16", "status=late; working_days_late=4")]
    [InlineData("allocation.due", "", "arrival=2026-03-07; evaluation_date=2026-03-09", "due_date=2026-03-10; status=in_time")]
    [InlineData("allocation.days_waiting", "", "arrival=2026-03-06; evaluation_date=2026-03-16", "days_waiting=10")]
    [InlineData("allocation.days_waiting", "", "arrival=2026-03-06; removed=2026-03-14; evaluation_date=2026-03-16", "days_waiting=2")]
    [InlineData("allocation.days_waiting", "", "removed=2026-03-14; evaluation_date=2026-03-16", "days_waiting=-")]
    [InlineData("allocation.allocatable", "", "rosh_required=yes; prison_type=womens", "allocatable=no; missing=tier|rosh|complexity")]
    [InlineData("allocation.allocatable", "", "tier=D; rosh_required=no; prison_type=mens_open", "allocatable=yes; missing=-")]
    public void The_boundaries_come_out(string function, string version, string inputs, string expected) => Check(function, version, inputs, expected);

    [Theory]
    [InlineData("recommend.pom", "OMIC", "tier=A", "There is no version 'OMIC'")]
    [InlineData("recommend.pom", "ROSH", "tier=A; rosh=huge", "'huge' is none of LOW")]
    [InlineData("recommend.pom", "TIER", "pom_responsible=perhaps", "'perhaps' is neither yes nor no")]
    [InlineData("recommend.override_needed", "", "recommended=prison", "Enter type of the chosen POM")]
    [InlineData("allocation.due", "", "arrival=2026-02-30; evaluation_date=2026-03-11", "'2026-02-30' is no date")]
    [InlineData("allocation.due", "", "colour=blue; evaluation_date=2026-03-11", "has no input 'colour'")]
    public void What_can_not_be_read_is_refused_by_name(string function, string version, string inputs, string problem) =>
        Assert.Contains(
            Assert.IsType<Outcome<RuleAnswer>.Refused>(Find(function).Evaluate(RuleExampleText.Read(inputs), version)).Why,
            refusal => refusal.Message.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Every_function_is_listed_for_the_workbench() =>
        Assert.All(AllocationFunctions.All, function => Assert.Same(function, RuleFunctions.Find(function.Name)));

    private static void Check(string function, string version, string inputs, string expected)
    {
        var answer = Assert.IsType<Outcome<RuleAnswer>.Done>(Find(function).Evaluate(RuleExampleText.Read(inputs), version)).Value;

        Assert.Equal(expected, answer.Text(RuleExampleText.Read(expected).Keys));
        Assert.NotEmpty(answer.Why.Because);
        Assert.NotEmpty(answer.Why.Used);
    }

    private static RuleFunction Find(string name) => AllocationFunctions.All.Single(function => function.Name == name);
}
