using Throughcare.Domain.Allocation;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class CaseAdminDutiesTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static readonly Standing Held = new() { PersonId = new(Guid.Empty), Prison = new("LHI"), IsInScope = true, ArrivedOn = new(2026, 1, 2) };

    [Fact]
    public void Nothing_is_to_be_done_about_a_case_that_lacks_nothing() => Assert.Empty(CaseAdminDuties.Of(Held, null, Today));

    [Fact]
    public void Scope_that_nobody_knows_comes_before_what_an_allocation_lacks() =>
        Assert.Equal([new(CaseAdminDutyKind.DecideScope, new(2026, 1, 6))], CaseAdminDuties.Of(Held with { IsInScope = null, Missing = "tier" }, null, Today));

    [Fact]
    public void What_an_allocation_lacks_is_due_with_the_allocation_and_no_more_once_there_is_a_POM()
    {
        Assert.Equal([new(CaseAdminDutyKind.ChaseInformation, new(2026, 1, 6), "tier|rosh")], CaseAdminDuties.Of(Held with { Missing = "tier|rosh" }, null, Today));
        Assert.Empty(CaseAdminDuties.Of(Held with { Missing = "tier", PomName = "Risonby, Pia" }, null, Today));
        Assert.Empty(CaseAdminDuties.Of(Held with { Missing = "tier", IsInScope = false }, null, Today));
        Assert.Null(Assert.Single(CaseAdminDuties.Of(Held with { Missing = "tier", ArrivedOn = null }, null, Today)).By);
    }

    [Theory]
    [InlineData(-3, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void An_assessment_is_asked_after_from_14_days_before_it_is_due(int days, bool isDuty) =>
        Assert.Equal(isDuty ? [new(CaseAdminDutyKind.ChaseAssessment, Today.AddDays(days))] : [], CaseAdminDuties.Of(Held, Today.AddDays(days), Today));
}
