using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

public abstract class CaseDutiesTests(DatabaseKind kind) : AllocationTests(kind)
{
    [Fact]
    public async Task What_an_allocation_lacks_and_scope_that_nobody_knows_are_duties_until_they_are_there()
    {
        var (lacks, unknown) = (await StandingOfAsync("A1234BC", s => s with { Missing = "tier|rosh" }), await StandingOfAsync("A1234BD", s => s with { IsInScope = null, ArrivedOn = null }));
        await StandingOfAsync("A1234BE", s => s);

        var page = await OfAsync();

        Assert.Equal([(CaseAdminDutyKind.ChaseInformation, "A1234BC"), (CaseAdminDutyKind.DecideScope, "A1234BD")], page.Rows.Select(r => (r.Kind, r.Address)));
        Assert.Equal(["tier", "rosh"], page.Rows[0].Missing);
        Assert.Equal((new DateOnly(2026, 1, 6), false), (page.Rows[0].By!.Value, page.Rows[0].IsLate));
        Assert.Null(page.Rows[1].By);
        Assert.Equal((1, 1, 0), (page.Counts[CaseAdminDutyKind.ChaseInformation], page.Counts[CaseAdminDutyKind.DecideScope], page.Counts[CaseAdminDutyKind.ChaseAssessment]));
        await using (var db = Database.Open())
        {
            await db.Standings.Where(s => s.PersonId == lacks).ExecuteUpdateAsync(set => set.SetProperty(s => s.Missing, (string?)null));
            await db.Standings.Where(s => s.PersonId == unknown).ExecuteUpdateAsync(set => set.SetProperty(s => s.IsInScope, (bool?)true));
        }

        Assert.Empty((await OfAsync()).Rows);
    }

    [Fact]
    public async Task A_case_of_another_case_administrator_is_theirs_and_one_of_nobody_is_everybodys()
    {
        var (theirs, mine) = (await StandingOfAsync("A1234BC", s => s with { Missing = "tier" }), await StandingOfAsync("A1234BD", s => s with { Missing = "tier" }));
        await StandingOfAsync("A1234BE", s => s with { Missing = "tier" });
        await NamedAsync(theirs, new(A.IdSource.Next()), "Dosswell, Otto");
        await NamedAsync(mine, CaseAdmin.StaffId, "Caswell, Ida");

        Assert.Equal([("A1234BD", "Caswell, Ida"), ("A1234BE", null)], (await OfAsync()).Rows.OrderBy(r => r.Address).Select(r => (r.Address, r.CaseAdmin)));
        Assert.Equal(3, (await OfAsync(new(IsWholeUnit: true))).Total);
        Assert.Equal(2, await AskAsync((CaseDuties d) => d.CountAsync(CaseAdmin, default)));
        Assert.Equal(3, (await AskAsync((CaseDuties d) => d.OfAsync(new(), Homd, default))).Total);
    }

    [Fact]
    public async Task Other_roles_and_other_prisons_have_none_of_them()
    {
        await StandingOfAsync("A1234BC", s => s with { Missing = "tier" });

        Assert.Equal(0, (await AskAsync((CaseDuties d) => d.OfAsync(new(), Pom, default))).Total);
        Assert.Equal(0, (await AskAsync((CaseDuties d) => d.OfAsync(new(), A.Actor(Role.CaseAdmin, "LEI"), default))).Total);
    }

    [Fact]
    public async Task The_list_is_narrowed_to_a_kind_and_cut_into_pages()
    {
        await StandingOfAsync("A1234BC", s => s with { Missing = "tier", ArrivedOn = new(2026, 1, 2) });
        await StandingOfAsync("A1234BD", s => s with { Missing = "tier", ArrivedOn = new(2025, 12, 1) });
        await StandingOfAsync("A1234BE", s => s with { IsInScope = null });

        var second = await OfAsync(new(CaseAdminDutyKind.ChaseInformation, Number: 2, Size: 1));

        Assert.Equal(("A1234BC", 2), (Assert.Single(second.Rows).Address, second.Total));
        Assert.True((await OfAsync(new(CaseAdminDutyKind.ChaseInformation, Size: 1))).Rows[0].IsLate);
    }

    private Task<CaseDuties.Page> OfAsync(CaseDuties.Request? request = null) => AskAsync((CaseDuties d) => d.OfAsync(request ?? new(), CaseAdmin, default));

    /// <summary>Somebody in scope who arrived on Friday 2 January 2026 and lacks nothing, but for what is said otherwise.</summary>
    private async Task<PersonId> StandingOfAsync(string number, Func<Standing, Standing> otherwise)
    {
        var person = await UnallocatedAsync(number: number, last: $"Abel{number}");
        await using var db = Database.Open();
        await db.Standings.Where(s => s.PersonId == person).ExecuteDeleteAsync();
        db.Add(otherwise(new Standing { PersonId = person, ChangedAt = Now, Prison = Prison, IsInScope = true, ArrivedOn = new(2026, 1, 2) }));
        await db.SaveChangesAsync();
        return person;
    }

    private Task NamedAsync(PersonId person, StaffId staff, string name) => WriteAsync(person, Now, new ManagerAssignment
    {
        Id = A.FactId,
        PersonId = person,
        Role = Role.CaseAdmin,
        StaffId = staff,
        Name = name,
        Place = Prison,
        ValidFrom = Today,
        Recorded = Written(Now),
    });
}

public sealed class CaseDutiesOnSqliteTests() : CaseDutiesTests(DatabaseKind.Sqlite);

public sealed class CaseDutiesOnPostgresTests() : CaseDutiesTests(DatabaseKind.Postgres);
