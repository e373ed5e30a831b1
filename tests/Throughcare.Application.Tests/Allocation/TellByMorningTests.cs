using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Standards;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

public abstract class TellByMorningTests(DatabaseKind kind) : AllocationTests(kind)
{
    [Fact]
    public async Task A_POM_is_told_of_a_handover_eight_weeks_before_it_and_only_once()
    {
        var person = await AllocatedAsync();
        await ReleasedOnAsync(person, Today.AddMonths(8).AddDays(14 + 66));
        Assert.DoesNotContain(await ToldAsync(), n => n.Code == "upcoming_handover");

        await ReleasedOnAsync(person, Today.AddMonths(8).AddDays(14 + 45));
        Assert.StartsWith("The community offender manager leads from", Assert.Single(await ToldAsync(), n => n.Code == "upcoming_handover").Text, StringComparison.Ordinal);
        Assert.Single(await ToldAsync(), n => n.Code == "upcoming_handover");
        Assert.Equal(person, (await ToldAsync()).Single(n => n.Code == "upcoming_handover").PersonId);
    }

    [Fact]
    public async Task Everybody_gets_one_notice_a_day_and_managers_hear_of_what_is_long_overdue()
    {
        var person = await AllocatedAsync();
        await using var db = Database.Open();
        var due = (await db.DueItems.Where(i => i.PersonId == person && i.ReplacedAt == null && i.State == ItemState.Open && i.ResponsibleStaff == PrisonPom && i.EffectiveDueOn > Today).MinAsync(i => (DateOnly?)i.EffectiveDueOn))!.Value;

        Database.Clock.SetUtcNow(London.At(due, new(7, 0)));
        Assert.Contains("due today", Assert.Single(await ToldAsync(), n => n.Code == TellByMorning.Digest).Text, StringComparison.Ordinal);
        Assert.Single(await ToldAsync(), n => n.Code == TellByMorning.Digest);

        Database.Clock.SetUtcNow(London.At(due.AddWorkingDays(5), new(7, 0)));
        await AskAsync((TellByMorning t) => t.DoAsync(default));
        var managers = await db.Notices.Where(n => n.Mailbox == Prison && n.Code == TellByMorning.ToManager).ToListAsync();
        Assert.Contains("overdue for 5 working days", Assert.Single(managers).Text, StringComparison.Ordinal);
        Assert.Contains((await AskAsync((Notices n) => n.OfAsync(1, 25, Homd, default))).Rows, row => row.Text == managers[0].Text && row.IsForOffice);
        Assert.DoesNotContain((await AskAsync((Notices n) => n.OfAsync(1, 25, Pom, default))).Rows, row => row.IsForOffice);

        Database.Clock.Advance(TimeSpan.FromDays(TellByMorning.KeptDays + 10));
        await AskAsync((TellByMorning t) => t.DoAsync(default));
        Assert.DoesNotContain(await db.Notices.Select(n => n.Id).ToListAsync(), id => id == managers[0].Id);
    }

    [Fact]
    public async Task Nobody_is_told_what_they_chose_not_to_be_told_and_everybody_else_is()
    {
        var person = await AllocatedAsync();
        await ReleasedOnAsync(person, Today.AddMonths(8).AddDays(14 + 45));
        var pom = A.Actor(Domain.Access.Role.Pom) with { StaffId = PrisonPom };
        Assert.Equal(
            [("upcoming_handover", true), ("handover_day", true), ("com_allocation_overdue", true), ("daily_digest", true)],
            (await AskAsync((ChooseNotices c) => c.OfAsync(pom, default))).Select(row => (row.Kind.Code, row.IsTold)));

        await AskAsync((ChooseNotices c) => c.DoAsync(["handover_day", "daily_digest"], pom, default));
        Assert.DoesNotContain(await ToldAsync(), n => n.Code == "upcoming_handover");
        Assert.Equal(["handover_day", "daily_digest"], (await AskAsync((ChooseNotices c) => c.OfAsync(pom, default))).Where(row => row.IsTold).Select(row => row.Kind.Code));

        await AskAsync((ChooseNotices c) => c.DoAsync(["upcoming_handover", "daily_digest"], pom, default));
        Assert.Single(await ToldAsync(), n => n.Code == "upcoming_handover");
    }

    [Fact]
    public async Task What_one_POM_chose_changes_nothing_for_another_and_only_POMs_choose_about_handovers()
    {
        var person = await AllocatedAsync();
        await ReleasedOnAsync(person, Today.AddMonths(8).AddDays(14 + 45));

        await AskAsync((ChooseNotices c) => c.DoAsync([], A.Actor(Domain.Access.Role.Pom) with { StaffId = OtherPrisonPom }, default));

        Assert.Single(await ToldAsync(), n => n.Code == "upcoming_handover");
        Assert.Equal(["daily_digest"], (await AskAsync((ChooseNotices c) => c.OfAsync(Homd, default))).Select(row => row.Kind.Code));
    }

    private async Task<List<Domain.Allocation.Notice>> ToldAsync()
    {
        await AskAsync((TellByMorning t) => t.DoAsync(default));
        return await NoticesAsync(PrisonPom);
    }

    private async Task<PersonId> AllocatedAsync()
    {
        var person = await UnallocatedAsync();
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        return person;
    }

    private async Task ReleasedOnAsync(PersonId person, DateOnly on)
    {
        await using (var db = Database.Open())
        {
            await db.KeyDates.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Crd, on));
        }

        await AskAsync((RecomputeDueItems r) => r.DoAsync(null, null, 1, null, default));
    }
}

public sealed class TellByMorningSqliteTests() : TellByMorningTests(DatabaseKind.Sqlite);

public sealed class TellByMorningPostgresTests() : TellByMorningTests(DatabaseKind.Postgres);
