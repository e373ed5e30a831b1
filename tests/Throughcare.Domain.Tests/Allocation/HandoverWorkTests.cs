using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class HandoverWorkTests
{
    private static readonly DateOnly Day = new(2026, 5, 22);

    [Fact]
    public void What_a_query_asks_of_a_case_is_what_the_rule_says_of_it()
    {
        var (upcoming, progress, overdue) = (HandoverWork.UpcomingOn(Day).Compile(), HandoverWork.InProgressOn(Day).Compile(), HandoverWork.ComOverdueOn(Day).Compile());
        var (listed, asked) = (0, 0);
        foreach (var responsibility in new Responsibility?[] { null, Responsibility.CustodyOnly, Responsibility.CustodyWithCom, Responsibility.Community })
        {
            foreach (var com in new[] { null, "Quill, Ann" })
            {
                foreach (var handover in Enumerable.Range(-60, 121).Select(days => (DateOnly?)Day.AddDays(days)).Append(null))
                {
                    var standing = new Standing { PersonId = new(Guid.Empty), Responsibility = responsibility, Handover = handover, ComName = com };
                    Assert.Equal(HandoverWork.IsUpcoming(responsibility, handover, Day), upcoming(standing));
                    Assert.Equal(HandoverWork.IsInProgress(responsibility, handover, Day, com is not null), progress(standing));
                    Assert.Equal(HandoverWork.IsComOverdue(responsibility, handover, Day, com is not null), overdue(standing));
                    listed += upcoming(standing) || progress(standing) || overdue(standing) ? 1 : 0;
                    asked++;
                }
            }
        }

        Assert.InRange(listed, 1, asked - 1);
    }

    [Fact]
    public void What_is_overdue_is_told_on_one_working_day_alone()
    {
        var due = new DateOnly(2026, 12, 22);   // Christmas and the weekend follow
        var told = Enumerable.Range(1, 40).Select(days => due.AddDays(days)).Where(day => Escalation.DueDatesOf(day, Escalation.ManagerWorkingDays).Contains(due)).ToList();

        Assert.Equal([new DateOnly(2026, 12, 31)], told);
        Assert.Empty(Escalation.DueDatesOf(new(2026, 12, 27), Escalation.HeadWorkingDays));
        Assert.Contains(new DateOnly(2026, 2, 2), Escalation.DueDatesOf(new(2026, 3, 2), Escalation.HeadWorkingDays));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Responsibility.CustodyOnly, "Responsible")]
    [InlineData(Responsibility.CustodyWithCom, "Responsible")]
    [InlineData(Responsibility.Community, "Supporting")]
    public void The_POM_is_responsible_until_the_COM_leads(Responsibility? responsibility, string? role) =>
        Assert.Equal(role, ResponsibilityRules.PomRole(responsibility));
}
