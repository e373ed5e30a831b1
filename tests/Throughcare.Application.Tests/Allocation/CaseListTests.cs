using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>A POM's cases: what they show, what narrows them, and what the managers of a prison count.</summary>
public abstract class CaseListTests(DatabaseKind kind) : AllocationTests(kind)
{
    private Actor Own => Pom with { StaffId = PrisonPom };

    [Fact]
    public async Task A_case_shows_the_part_of_the_manager_its_tier_its_level_of_risk_and_its_release()
    {
        var person = await AllocatedAsync();

        var row = Assert.Single((await CasesAsync(new())).Rows);

        Assert.Equal((person, MyPeople.CaseRole.Responsible, "C1", new DateOnly(2029, 3, 27), "CRD"), (row.PersonId, row.Role, row.Tier, row.Standing!.EarliestRelease!.Value, row.Standing.EarliestReleaseCode));
        Assert.Equal((true, "IN_OMIC_SENTENCED", Responsibility.CustodyOnly, "determinate"), (row.Standing.IsInScope, row.Standing.ScopeReason, row.Standing.Responsibility!.Value, row.Standing.HandoverReason));
        Assert.Equal(new DateOnly(2028, 7, 13), row.Standing.Handover);   // 8 months and 14 days before
        Assert.Equal(Role.Pom, row.NextDue!.Responsible);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_part_tier_level_of_risk_and_release_and_says_what_each_choice_would_leave()
    {
        var one = await AllocatedAsync();
        var two = await AllocatedAsync("A2", RoshLevel.High, "A1235BC", "Brackwater");
        var shared = await UnallocatedAsync("C2", RoshLevel.Low, "A1236BC", "Coldharbour");
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(shared, OtherPrisonPom, 0), Homd, default)));
        await WriteAsync(shared, Now, new ManagerAssignment { Id = A.FactId, PersonId = shared, Role = Role.Pom, Part = ManagerPart.CoWorking, StaffId = PrisonPom, Name = "Risonby, Pia", Place = Prison, ValidFrom = Today, Recorded = Written(Now) });
        await WorkOutAsync();

        var all = await CasesAsync(new(Sort: "name"));
        var coWorking = await CasesAsync(new() { Only = new() { Roles = [MyPeople.CaseRole.CoWorking] } });
        var tiers = await CasesAsync(new(Sort: "name") { Only = new() { Tiers = ["C"] } });
        var high = await CasesAsync(new() { Only = new() { Rosh = [RoshLevel.High] } });
        var late = await CasesAsync(new() { Only = new() { ReleaseFrom = new(2029, 3, 28) } });

        Assert.Equal([one, two, shared], all.Rows.Select(r => r.PersonId));
        Assert.Equal(shared, Assert.Single(coWorking.Rows).PersonId);
        Assert.Equal([one, shared], tiers.Rows.Select(r => r.PersonId));
        Assert.Equal(two, Assert.Single(high.Rows).PersonId);
        Assert.Equal((0, 3), (late.Total, late.Counts[MyPeople.Tab.All]));
        Assert.Equal((2, 1), (tiers.Choices.Tiers["C"], tiers.Choices.Tiers["A"]));   // what another choice would leave is counted without this one
        Assert.Equal((2, 1), (all.Choices.Roles[MyPeople.CaseRole.Responsible], all.Choices.Roles[MyPeople.CaseRole.CoWorking]));
        Assert.Equal(["A2", "C1", "C2"], (await CasesAsync(new(Sort: "tier"))).Rows.Select(r => r.Tier));
    }

    [Fact]
    public async Task A_case_near_its_handover_is_among_the_handovers_and_one_that_the_community_leads_is_supported()
    {
        var person = await AllocatedAsync();

        await using (var db = Database.Open())
        {
            await db.KeyDates.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Crd, Today.AddMonths(8).AddDays(14 + 30)));
        }

        await WorkOutAsync();
        Assert.Equal((1, MyPeople.CaseRole.Responsible), await InAsync());

        await using (var db = Database.Open())
        {
            await db.KeyDates.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Crd, Today.AddMonths(8)));
        }

        await WorkOutAsync();
        Assert.Equal((0, MyPeople.CaseRole.Supporting), await InAsync());

        async Task<(int, MyPeople.CaseRole)> InAsync()
        {
            var page = await CasesAsync(new());
            return (page.Counts[MyPeople.Tab.Handovers], Assert.Single(page.Rows).Role);
        }
    }

    [Fact]
    public async Task Managers_count_whom_to_allocate_what_is_missing_and_whom_no_COM_has_taken_over()
    {
        await AllocatedAsync();
        await UnallocatedAsync("B1", RoshLevel.High, "A1235BC", "Brackwater");
        await UnallocatedAsync(null!, null, "A1236BC", "Coldharbour");
        await WorkOutAsync();

        var counts = await AskAsync((PlaceStanding p) => p.OfAsync(Homd, default));
        var elsewhere = await AskAsync((PlaceStanding p) => p.OfAsync(A.Actor(Role.Homd, "LEI"), default));

        Assert.Equal((1, 1, 0, true), (counts.ToAllocate, counts.Missing, counts.WithoutCom, counts.IsPrison));
        Assert.Equal((0, 0), (elsewhere.ToAllocate, elsewhere.Missing));
    }

    [Fact]
    public async Task What_became_otherwise_of_a_case_is_kept_once_with_what_it_was()
    {
        var person = await AllocatedAsync();
        await using var db = Database.Open();
        var before = await db.StandingChanges.Where(c => c.PersonId == person).ToListAsync();
        await RecomputeAsync();
        Assert.Equal(before.Count, await db.StandingChanges.CountAsync(c => c.PersonId == person));

        Done(await AskAsync((OverrideResponsibility o) => o.DoAsync(new(person, A.FactId, ResponsibilitySide.Probation, "prisoner_has_been_recalled", null), Homd, default)));

        var change = Assert.Single(await db.StandingChanges.Where(c => c.PersonId == person && c.Kind == StandingKind.Responsibility && c.Before != null).ToListAsync());
        Assert.Equal(("CustodyOnly", "Community"), (change.Before, change.After));
        Assert.True((await db.Standings.SingleAsync(s => s.PersonId == person)).IsOverridden);
    }

    private Task<MyPeople.Page> CasesAsync(MyPeople.Request request) => AskAsync((MyPeople m) => m.OfAsync(request, Own, default));

    private async Task<PersonId> AllocatedAsync(string tier = "C1", RoshLevel rosh = RoshLevel.Medium, string number = "A1234BC", string last = "Abelmarsh")
    {
        var person = await UnallocatedAsync(tier, rosh, number, last);
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0) { Reasons = ["no_staff"] }, Homd, default)));
        return person;
    }

    private async Task WorkOutAsync()
    {
        await using var db = Database.Open();
        await db.Standings.ExecuteDeleteAsync();
        await RecomputeAsync();
    }

    private Task<Application.Standards.RecomputeDueItems.Result> RecomputeAsync() => AskAsync((Application.Standards.RecomputeDueItems r) => r.DoAsync(null, null, 1, null, default));
}

public sealed class CaseListSqliteTests() : CaseListTests(DatabaseKind.Sqlite);

public sealed class CaseListPostgresTests() : CaseListTests(DatabaseKind.Postgres);
