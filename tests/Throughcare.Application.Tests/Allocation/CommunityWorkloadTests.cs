using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>Workload in Bolton (N50P01), where a COM of one hour a week has 58 available points: a case in custody of tier A2 (60) is 103.4% of them.</summary>
public abstract class CommunityWorkloadTests(DatabaseKind kind) : RecordTests(kind)
{
    private static readonly PlaceCode Bolton = new("N50P01");

    private Actor Manager { get; } = A.Actor(Role.Spo, "N50P01");

    private StaffId Com { get; } = new(A.IdSource.Next());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        db.AddRange(
            new StaffMember { Id = Manager.StaffId, Name = "Stan Pole", Role = Role.Spo, Place = Bolton },
            new StaffMember { Id = Com, Name = "Petra Quill", Role = Role.Com, Place = Bolton },
            new StaffHours { Staff = Com, Grade = StaffGrade.Po, ContractedHours = 1, RecordedAt = Now, RecordedBy = Manager.StaffId });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_case_goes_to_somebody_at_100_per_cent_or_more_only_with_a_reason_which_is_kept()
    {
        var person = await CaseAsync("A2");

        var unsaid = await AskAsync((AllocateCom a) => a.DoAsync(new(person, Com, null), Manager, default));
        var tooLong = await AskAsync((AllocateCom a) => a.DoAsync(new(person, Com, null, CapacityReason: new('x', 501)), Manager, default));
        Done(await AskAsync((AllocateCom a) => a.DoAsync(new(person, Com, null, CapacityReason: " Knows the family "), Manager, default)));

        Assert.Equal(("CapacityReason", "Enter why the case goes to somebody at 100% of capacity or more"), Refused(unsaid).Single() is var why ? (why.Field, why.Message) : default);
        Assert.Equal("CapacityReason", Refused(tooLong).Single().Field);
        Assert.Equal("Knows the family", (await ComAsync(person)).OverCapacityReason);
        var seen = (await AskAsync((PeopleInvolved p) => p.OfAsync(person, Manager, default)))!.Now;
        Assert.Contains(seen, worker => worker.OverCapacityReason == "Knows the family");
        Assert.DoesNotContain((await AskAsync((PeopleInvolved p) => p.OfAsync(person, Pom, default)))!.Now, worker => worker.OverCapacityReason is not null);
    }

    [Fact]
    public async Task Under_100_per_cent_no_reason_is_asked_for_or_kept()
    {
        var person = await CaseAsync("D3");   // 17 of 58

        Done(await AskAsync((AllocateCom a) => a.DoAsync(new(person, Com, null, CapacityReason: "Not needed"), Manager, default)));

        Assert.Null((await ComAsync(person)).OverCapacityReason);
    }

    [Fact]
    public async Task An_inactive_case_counts_what_its_reason_leaves_until_that_is_taken_back()
    {
        var person = await HeldAsync("A2");
        Assert.Equal(60, await PointsAsync());

        var version = Done(await MarkAsync(new(person, CaseInactivity.Warrant, false, "Warrant of 4 January", 0)));
        Assert.Equal(0, await PointsAsync());
        Assert.IsType<Outcome<int>.Conflict>(await MarkAsync(new(person, CaseInactivity.UnpaidWorkOnly, false, "Only unpaid work", 0)));
        Assert.Equal(version, Done(await MarkAsync(new(person, CaseInactivity.Warrant, false, "Warrant of 4 January", 0))));

        Database.Clock.Advance(TimeSpan.FromDays(3));
        Done(await MarkAsync(new(person, CaseInactivity.None, false, "Warrant was executed", version)));
        Assert.Equal(60, await PointsAsync());
    }

    [Fact]
    public async Task Only_a_young_adult_is_in_transition_and_then_counts_points_of_their_own()
    {
        var person = await HeldAsync("A2");

        Assert.Equal("IsTransition", Refused(await MarkAsync(new(person, CaseInactivity.None, true, "Moved from youth justice", 0))).Single().Field);
        await using (var db = Database.Open())
        {
            await db.Details.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.DateOfBirth, new DateOnly(2005, 3, 12)));
            await db.RecordedTiers.Where(t => t.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(t => t.Tier, "A3"));
            await db.Movements.Where(m => m.PersonId == person).ExecuteDeleteAsync();
            await db.Locations.Where(l => l.PersonId == person).ExecuteDeleteAsync();
        }

        var before = await PointsAsync();
        Done(await MarkAsync(new(person, CaseInactivity.None, true, "Moved from youth justice", 0)));

        Assert.Equal((219, 75), (before, await PointsAsync()));   // on licence
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_and_who_may_not_is_refused()
    {
        var person = await HeldAsync("A2");

        Assert.Equal(["Inactivity", "Reason"], Refused(await MarkAsync(new(person, null, false, " ", 0))).Select(why => why.Field));
        Assert.Equal(["Change something, or cancel"], Refused(await MarkAsync(new(person, CaseInactivity.None, false, "Nothing", 0))).Select(why => why.Message));
        Assert.NotEmpty(Refused(await AskAsync((MarkWorkload m) => m.DoAsync(new(person, CaseInactivity.Warrant, false, "A warrant", 0), Pom, default))));
    }

    [Fact]
    public async Task Who_is_over_110_per_cent_for_four_weeks_is_listed_for_their_managers()
    {
        await HeldAsync("A2");
        await HeldAsync("D3", "A1234BD", "Bexmarsh");   // 77 of 58: 132.8%
        for (var week = 1; week <= 4; week++)
        {
            Assert.Empty(await AskAsync((OverloadedStaff o) => o.OfAsync(Manager, default)));
            Assert.Equal(1, await AskAsync((KeepWorkloadOfWeek k) => k.DoAsync(default)));
            Assert.Equal(0, await AskAsync((KeepWorkloadOfWeek k) => k.DoAsync(default)));   // once a week
            if (week < 4)
            {
                Database.Clock.Advance(TimeSpan.FromDays(7));
            }
        }

        var row = Assert.Single(await AskAsync((OverloadedStaff o) => o.OfAsync(Manager, default)));
        Assert.Equal((Com, "Quill, Petra", 4), (row.Staff, row.Name, row.Weeks.Count));
        Assert.All(row.Weeks, week => Assert.Equal((77, 58, 132.8m), (week.Points, week.Available, week.Percent)));
        Assert.Empty(await AskAsync((OverloadedStaff o) => o.OfAsync(A.Actor(Role.Spo, "N50P02"), default)));
        Assert.Empty(await AskAsync((OverloadedStaff o) => o.OfAsync(A.Actor(Role.Com, "N50P01"), default)));
    }

    private Task<Outcome<int>> MarkAsync(MarkWorkload.Request request) => AskAsync((MarkWorkload m) => m.DoAsync(request, Manager, default));

    private async Task<int> PointsAsync() => (await AskAsync((WorkloadOf w) => w.OneAsync(Com, Manager, default)))!.Total.Points;

    private async Task<ManagerAssignment> ComAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.Managers.Current().SingleAsync(m => m.PersonId == person && m.Role == Role.Com && m.ValidTo == null);
    }

    private async Task<PersonId> CaseAsync(string tier, string number = "A1234BC", string last = "Abelmarsh")
    {
        var person = await PersonAsync(last, number: number, more: id => [new RecordedTier { Id = A.FactId, PersonId = id, ValidFrom = new(2025, 12, 1), Recorded = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero)), Tier = tier }]);
        await using var db = Database.Open();
        db.Add(new PersonReach { PersonId = person, Holder = ReachHolder.Of(Bolton), Kind = ReachKind.Unit, From = new(2025, 1, 1) });
        await db.SaveChangesAsync();
        return person;
    }

    private async Task<PersonId> HeldAsync(string tier, string number = "A1234BC", string last = "Abelmarsh")
    {
        var person = await CaseAsync(tier, number, last);
        await WriteAsync(person, Now, new ManagerAssignment { Id = A.FactId, PersonId = person, ValidFrom = new(2025, 12, 8), Recorded = Written(Now), Role = Role.Com, StaffId = Com, Name = "Quill, Petra", Place = Bolton });
        return person;
    }
}

public sealed class CommunityWorkloadSqliteTests() : CommunityWorkloadTests(DatabaseKind.Sqlite);

public sealed class CommunityWorkloadPostgresTests() : CommunityWorkloadTests(DatabaseKind.Postgres);
