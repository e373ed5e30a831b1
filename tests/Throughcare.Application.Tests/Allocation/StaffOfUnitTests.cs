using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

public abstract class StaffOfUnitTests(DatabaseKind kind) : AllocationTests(kind)
{
    [Fact]
    public async Task People_in_scope_are_on_one_list_each_and_move_when_something_is_recorded()
    {
        var person = await UnallocatedAsync();
        await using (var db = Database.Open())
        {
            await db.CaseInformation.ExecuteDeleteAsync();
        }

        Done(await TypeAsync(person, "C1"));
        var waiting = await ListAsync(AllocationList.Unallocated);
        var row = Assert.Single(waiting.Rows);
        Assert.Equal((person, "C1", RoshLevel.Medium, "New to custody"), (row.PersonId, row.Tier, row.Rosh!.Value, row.Note));
        Assert.Equal(AllocationStatus.Overdue, row.Due.Value.Status);
        Assert.Equal(35, row.DaysWaiting);

        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        var allocated = await ListAsync(AllocationList.Allocated);
        Assert.Equal((0, 0, 1), (allocated.Counts[AllocationList.Unallocated], allocated.Counts[AllocationList.MissingInformation], allocated.Counts[AllocationList.Allocated]));
        Assert.Equal(("Risonby, Pia", AllocationStatus.Late), (allocated.Rows[0].Pom, allocated.Rows[0].Due.Value.Status));
        Assert.Equal(0, allocated.PercentInTime);

        Done(await AskAsync((DeallocatePom d) => d.DoAsync(new(person, PrisonPom), Homd, default)));
        Assert.Equal("Previously allocated to Risonby, Pia", Assert.Single((await ListAsync(AllocationList.Unallocated)).Rows).Note);
    }

    [Fact]
    public async Task Somebody_of_another_prison_sees_nobody_of_this_one()
    {
        Done(await TypeAsync(await UnallocatedAsync(), "C1"));

        var page = await AskAsync((AllocationLists l) => l.OfAsync(new(AllocationList.Unallocated), A.Actor(Role.Homd, "LEI"), default));

        Assert.Equal((0, 0), (page.Total, page.Counts.Values.Sum()));
    }

    [Fact]
    public async Task Lists_are_narrowed_and_sorted()
    {
        Done(await TypeAsync(await UnallocatedAsync(last: "Zachary"), "A1"));
        Done(await TypeAsync(await UnallocatedAsync(number: "A1234BD", last: "Abbott"), "C2"));

        Assert.Equal(["Zachary, Ada", "Abbott, Ada"], (await ListAsync(AllocationList.Unallocated)).Rows.Select(r => r.LastCommaFirst));
        Assert.Equal(["Abbott, Ada", "Zachary, Ada"], (await ListAsync(AllocationList.Unallocated, sort: "name")).Rows.Select(r => r.LastCommaFirst));
        Assert.Equal(["Abbott, Ada"], (await ListAsync(AllocationList.Unallocated, tier: 'C')).Rows.Select(r => r.LastCommaFirst));
    }

    [Theory]
    [InlineData("", "Enter a tier")]
    [InlineData("H", "Tier must be a letter from A to G, which may have a number from 0 to 3 after it, like B2")]
    [InlineData("B4", "Tier must be a letter from A to G, which may have a number from 0 to 3 after it, like B2")]
    public async Task A_tier_that_is_none_is_refused(string tier, string problem) => Assert.Contains(Refused(await TypeAsync(await UnallocatedAsync(), tier)), refusal => refusal.Message == problem);

    [Fact]
    public async Task All_three_details_are_needed() =>
        Assert.Equal(
            ["Enter a tier", "Select a RoSH level", "Select how the case is resourced"],
            Refused(await AskAsync(async (TypeCaseInformation t) => await t.DoAsync(new(await UnallocatedAsync(), A.FactId, null, null, null), CaseAdmin, default))).Select(refusal => refusal.Message));

    [Fact]
    public async Task A_POM_is_found_with_three_characters_and_made_once()
    {
        var staff = new StaffId(A.IdSource.Next());
        await using (var db = Database.Open())
        {
            db.Add(Staff(staff, "Newton Ewbank", Role.Pom));
            await db.SaveChangesAsync();
        }

        Assert.Equal("Enter at least 3 characters", Assert.Single(Refused(await AskAsync((AddPom a) => a.SearchAsync(" ne", Homd, default)))).Message);
        Assert.Equal([staff], Done(await AskAsync((AddPom a) => a.SearchAsync("EWB", Homd, default))).Select(f => f.Staff));
        Assert.Equal(["Type", "Tenths"], Refused(await AskAsync((AddPom a) => a.DoAsync(new(staff, null, 11), Homd, default))).Select(refusal => refusal.Field));
        Done(await AskAsync((AddPom a) => a.DoAsync(new(staff, PomType.Probation, 6), Homd, default)));
        Assert.Equal("They are a POM here already", Assert.Single(Refused(await AskAsync((AddPom a) => a.DoAsync(new(staff, PomType.Probation, 6), Homd, default)))).Message);
        Assert.Empty(Done(await AskAsync((AddPom a) => a.SearchAsync("EWB", Homd, default))));
        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await AskAsync((AddPom a) => a.DoAsync(new(staff, PomType.Probation, 6), Pom, default)))).Kind);
    }

    [Fact]
    public async Task Whoever_goes_away_loses_every_case_and_a_co_worker_stays()
    {
        var person = await UnallocatedAsync();
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        Done(await AskAsync((AddCoWorker a) => a.DoAsync(new(person, OtherPrisonPom, 1), Homd, default)));

        var changed = Done(await AskAsync((ChangePom c) => c.DoAsync(new(PrisonPom, 1, PomType.Prison, 10, PomStatus.Inactive), Homd, default)));

        Assert.Equal((1, 0), (changed.Let, changed.Kept));
        var record = (await RecordOfAsync(person))!;
        Assert.Equal((AllocationTrigger.InactivePom, AllocationState.CoWorkerOnly), (record.Trigger, AllocationMoves.StateOf(record)));
        Assert.Equal("STAFF_STATUS_CHANGE", (await SpellsAsync(person)).Single(s => s.Part is ManagerPart.Primary).EndReason);
    }

    [Fact]
    public async Task Two_who_change_one_POM_at_once_do_not_overwrite_each_other()
    {
        Done(await AskAsync((ChangePom c) => c.DoAsync(new(PrisonPom, 1, PomType.Prison, 5, PomStatus.Active), Homd, default)));

        Assert.StartsWith("Somebody else changed this", Assert.Single(Refused(await AskAsync((ChangePom c) => c.DoAsync(new(PrisonPom, 1, PomType.Prison, 8, PomStatus.Active), Homd, default)))).Message, StringComparison.Ordinal);
        await using var db = Database.Open();
        Assert.Equal([(1, 10), (2, 5)], (await db.PomProfiles.Where(p => p.Staff == PrisonPom).OrderBy(p => p.Version).ToListAsync()).Select(p => (p.Version, p.Tenths)));
    }

    [Fact]
    public async Task Moving_many_cases_moves_each_or_says_why_not_and_tells_each_POM_once()
    {
        var (moves, needsReason) = (await UnallocatedAsync(), await UnallocatedAsync(tier: "A1", number: "A1234BD", last: "Bergamot"));
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(moves, PrisonPom, 0), Homd, default)));
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(needsReason, PrisonPom, 0) { Reasons = ["no_staff"] }, Homd, default)));

        var result = Done(await AskAsync((BulkReallocate b) => b.DoAsync(new(PrisonPom, OtherPrisonPom, [new(moves, 1, []), new(needsReason, 1, [])]), Homd, default)));

        Assert.Equal([(moves, null), (needsReason, "Select at least one reason")], result.Cases.Select(c => (c.PersonId, c.Problem)));
        Assert.Equal((1, 1), (result.Done, result.Left));
        Assert.Equal("1 case was moved to you from another POM.", Assert.Single(await NoticesAsync(OtherPrisonPom)).Text);
        Assert.Equal("1 case of yours was moved to another POM.", (await NoticesAsync(PrisonPom))[^1].Text);
        Assert.Equal("Select at least one case", Assert.Single(Refused(await AskAsync((BulkReallocate b) => b.DoAsync(new(PrisonPom, OtherPrisonPom, []), Homd, default)))).Message);
    }

    [Fact]
    public async Task The_staff_page_counts_cases_days_and_who_needs_attention()
    {
        var person = await UnallocatedAsync();
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        foreach (var back in Enumerable.Range(0, 5))
        {
            Done(await AskAsync((RecordDutyDay d) => d.DoAsync(new(PrisonPom, Today.AddDays(-back), false), Homd, default)));
        }

        var pom = (await AskAsync((StaffOfUnit s) => s.OfAsync(Homd, default))).Poms.Single(p => p.Staff == PrisonPom);

        Assert.Equal((1, 1, 1, 5, 0.5m, 2), (pom.Total, pom.Responsible, pom.NewInSevenDays, pom.RedeployedDays, pom.EffectiveFte, pom.CasesPerFte!.Value));
        var one = (await AskAsync((StaffOfUnit s) => s.OneAsync(PrisonPom, Homd, default)))!;
        Assert.Equal((person, true, 1), (one.Cases[0].PersonId, one.Cases[0].IsNew, one.Cases[0].Seen));
        Assert.Null(await AskAsync((StaffOfUnit s) => s.OneAsync(PrisonPom, A.Actor(Role.Homd, "LEI"), default)));
    }

    [Fact]
    public async Task Days_on_duty_are_of_the_last_weeks_and_are_exceptions_where_the_unit_is_protected()
    {
        Done(await AskAsync((ProtectFromRedeployment p) => p.DoAsync(true, Homd, default)));

        Assert.True(Done(await AskAsync((RecordDutyDay d) => d.DoAsync(new(PrisonPom, Today, false), Homd, default))).IsException);
        Assert.False(Done(await AskAsync((RecordDutyDay d) => d.DoAsync(new(PrisonPom, Today, true), Homd, default))).IsException);
        Assert.Equal("Day must be today or in the past", Assert.Single(Refused(await AskAsync((RecordDutyDay d) => d.DoAsync(new(PrisonPom, Today.AddDays(1), true), Homd, default)))).Message);
        Assert.Equal("Day must be in the last 28 days", Assert.Single(Refused(await AskAsync((RecordDutyDay d) => d.DoAsync(new(PrisonPom, Today.AddDays(-29), true), Homd, default)))).Message);
    }

    [Fact]
    public async Task A_prison_has_one_domestic_abuse_lead_and_home_areas_are_real_ones()
    {
        Done(await AskAsync((SetPomSpecialism s) => s.DoAsync(new(PrisonPom, PomSpecialism.DomesticAbuseSpoc, []), Homd, default)));

        Assert.StartsWith("This prison has a domestic abuse lead already", Assert.Single(Refused(await AskAsync((SetPomSpecialism s) => s.DoAsync(new(ProbationPom, PomSpecialism.DomesticAbuseSpoc, []), Homd, default)))).Message, StringComparison.Ordinal);
        Assert.Equal("Select the home areas", Assert.Single(Refused(await AskAsync((SetPomSpecialism s) => s.DoAsync(new(PrisonPom, PomSpecialism.Geographic, ["NOWHERE"]), Homd, default)))).Message);
        Done(await AskAsync((SetPomSpecialism s) => s.DoAsync(new(PrisonPom, PomSpecialism.DomesticAbuseSpoc, [], On: false), Homd, default)));
        Done(await AskAsync((SetPomSpecialism s) => s.DoAsync(new(ProbationPom, PomSpecialism.DomesticAbuseSpoc, []), Homd, default)));
    }

    [Fact]
    public async Task Cover_ends_by_itself_and_is_not_the_POM()
    {
        var person = await UnallocatedAsync();
        Assert.Equal("Allocate a POM first: nobody is there to cover for", Assert.Single(Refused(await CoverAsync(person, OtherPrisonPom, Today.AddDays(5)))).Message);
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));

        Assert.Equal("Choose a POM from the available list", Assert.Single(Refused(await CoverAsync(person, PrisonPom, Today.AddDays(5)))).Message);
        Assert.Equal("Last day of cover must be today or in the future", Assert.Single(Refused(await CoverAsync(person, OtherPrisonPom, Today.AddDays(-1)))).Message);
        Done(await CoverAsync(person, OtherPrisonPom, Today.AddDays(5)));

        var page = (await AskAsync((ManagersToChoose m) => m.PomsAsync(person, Homd, default)))!;
        Assert.Equal(("Risonby, Pia", "Prisk, Otto", Today.AddDays(5)), (page.Pom, page.Cover, page.CoverUntil!.Value));
        Database.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Null((await AskAsync((ManagersToChoose m) => m.PomsAsync(person, Homd, default)))!.Cover);
    }

    [Fact]
    public async Task A_COM_is_named_and_the_POM_told_and_a_change_needs_a_reason()
    {
        var (spo, first, second) = (A.Actor(Role.Spo, "N55P07"), new StaffId(A.IdSource.Next()), new StaffId(A.IdSource.Next()));
        var person = await UnallocatedAsync();
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        await using (var db = Database.Open())
        {
            db.AddRange(
                new StaffMember { Id = first, Name = "Colm Firsby", Role = Role.Com, Place = spo.Place }, new StaffMember { Id = second, Name = "Seona Condby", Role = Role.Com, Place = spo.Place },
                new PersonReach { PersonId = person, Holder = ReachHolder.Of(spo.Place), Kind = ReachKind.Unit, From = new(2025, 1, 1) });
            await db.SaveChangesAsync();
        }

        var spell = Done(await ComAsync(new(person, first, null)));
        Assert.Contains(await NoticesAsync(PrisonPom), n => n.Text == "The community offender manager of a case of yours is now Firsby, Colm.");
        Assert.Equal("Select why the COM changes", Assert.Single(Refused(await ComAsync(new(person, second, spell)))).Message);
        Assert.Equal("Enter why the COM changes", Assert.Single(Refused(await ComAsync(new(person, second, spell, "OTHER")))).Message);
        Assert.Equal("Choose a COM from the available list", Assert.Single(Refused(await ComAsync(new(person, PrisonPom, spell, "STAFF_LEFT")))).Message);
        Assert.IsType<Outcome<FactId>.Conflict>(await ComAsync(new(person, second, null)));
        Done(await ComAsync(new(person, second, spell, "STAFF_LEFT")));
        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await AskAsync((AllocateCom a) => a.DoAsync(new(person, first, null), Homd, default)))).Kind);

        Task<Outcome<FactId>> ComAsync(AllocateCom.Request request) => AskAsync((AllocateCom a) => a.DoAsync(request, spo, default));
    }

    [Fact]
    public async Task A_case_administrator_is_one_of_this_unit()
    {
        var person = await UnallocatedAsync();

        Done(await AskAsync((AllocateCaseAdmin a) => a.DoAsync(new(person, CaseAdmin.StaffId), Homd, default)));
        Assert.Equal("Admiral, Cass", (await AskAsync((ManagersToChoose m) => m.NowAsync(person, default)))!.CaseAdmin);
        Assert.Equal("Choose a case administrator from the list", Assert.Single(Refused(await AskAsync((AllocateCaseAdmin a) => a.DoAsync(new(person, PrisonPom), Homd, default)))).Message);
    }

    [Theory]
    [InlineData(null, "Quill", "a.quill@example.com", "Enter a first name")]
    [InlineData("Ann", " ", "a.quill@example.com", "Enter a last name")]
    [InlineData("Ann", "Quill", "", "Enter an email address")]
    [InlineData("Ann", "Quill", "a.quill", "Enter an email address in the correct format, like name@example.com")]
    [InlineData("Ann", "Quill", "a.quill@here", "Enter an email address in the correct format, like name@example.com")]
    public async Task A_victim_liaison_officer_has_both_names_and_a_valid_address(string? first, string? last, string? email, string problem)
    {
        var person = await UnallocatedAsync();

        Assert.Equal(problem, Assert.Single(Refused(await AskAsync((SetVloContact s) => s.DoAsync(new(person, first, last, email), Homd, default)))).Message);
        Done(await AskAsync((SetVloContact s) => s.DoAsync(new(person, "Ann", "Quill", "a.quill@example.com"), Homd, default)));
        Assert.Equal("Quill", (await AskAsync((ManagersToChoose m) => m.NowAsync(person, default)))!.Vlo!.LastName);
    }

    [Fact]
    public async Task Notices_are_one_s_own_and_are_read_once()
    {
        var person = await UnallocatedAsync();
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        var pom = A.Actor(Role.Pom) with { StaffId = PrisonPom };

        var page = await AskAsync((Notices n) => n.OfAsync(1, 25, pom, default));
        Assert.Equal(("Abelmarsh, Ada", true, 1), (page.Rows[0].LastCommaFirst, page.Rows[0].IsUnread, page.Unread));
        Assert.Equal(0, (await AskAsync((Notices n) => n.OfAsync(1, 25, Pom, default))).Total);

        Assert.Equal(1, await AskAsync((Notices n) => n.ReadAsync(Now, pom, default)));
        Assert.Equal(0, await AskAsync((Notices n) => n.UnreadAsync(pom, default)));
    }

    private Task<AllocationLists.Page> ListAsync(AllocationList list, char? tier = null, string? sort = null) => AskAsync((AllocationLists l) => l.OfAsync(new(list, tier, Sort: sort), Homd, default));

    private Task<Outcome<FactId>> TypeAsync(PersonId person, string tier) => AskAsync((TypeCaseInformation t) => t.DoAsync(new(person, A.FactId, tier, RoshLevel.Medium, Resourcing.Enhanced), CaseAdmin, default));

    private Task<Outcome<FactId>> CoverAsync(PersonId person, StaffId cover, DateOnly until) => AskAsync((SetCover s) => s.DoAsync(new(person, cover, until), Homd, default));
}

public sealed class StaffOfUnitOnSqliteTests() : StaffOfUnitTests(DatabaseKind.Sqlite);

public sealed class StaffOfUnitOnPostgresTests() : StaffOfUnitTests(DatabaseKind.Postgres);
