using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

public abstract class AllocatePomTests(DatabaseKind kind) : AllocationTests(kind)
{
    private Task<Outcome<FactId>> AllocateAsync(AllocatePom.Request request, Application.Access.Actor? by = null) => AskAsync((AllocatePom a) => a.DoAsync(request, by ?? Homd, default));

    [Fact]
    public async Task An_allocation_writes_its_record_starts_a_spell_and_tells_the_POM()
    {
        var person = await UnallocatedAsync();

        Done(await AllocateAsync(new(person, PrisonPom, 0) { Message = " Please meet him this week " }));

        var record = (await RecordOfAsync(person))!;
        Assert.Equal((AllocationEvent.AllocatePrimaryPom, AllocationTrigger.User, PrisonPom, "Risonby, Pia"), (record.Event, record.Trigger, record.Pom!.Value, record.PomName));
        Assert.Equal(("C1", RoshLevel.Medium, PomType.Prison, "tier_based"), (record.Tier, record.Rosh!.Value, record.RecommendedType!.Value, record.RecommendedBecause));
        Assert.Equal((PrisonPom, Today, (DateOnly?)null, ManagerPart.Primary), Assert.Single(await SpellsAsync(person)) is var spell ? (spell.StaffId!.Value, spell.ValidFrom, spell.ValidTo, spell.Part) : default);
        Assert.Equal("A case was allocated to you. Please meet him this week", Assert.Single(await NoticesAsync(PrisonPom)).Text);
        Assert.Equal("PomAllocated", (await EventsAsync(person))[^1].Kind);
    }

    [Fact]
    public async Task The_new_POM_reaches_the_record_and_the_one_before_is_told()
    {
        var person = await UnallocatedAsync();
        Done(await AllocateAsync(new(person, PrisonPom, 0)));
        Database.Clock.Advance(TimeSpan.FromDays(10));

        Done(await AllocateAsync(new(person, OtherPrisonPom, 1)));

        var spells = await SpellsAsync(person);
        Assert.Equal([(PrisonPom, (DateOnly?)Today.AddDays(-1), (string?)"OVERRIDE"), (OtherPrisonPom, null, null)], spells.Select(s => (s.StaffId!.Value, s.ValidTo, s.EndReason)));
        Assert.Equal(AllocationEvent.ReallocatePrimaryPom, (await RecordOfAsync(person))!.Event);
        Assert.Equal("A case of yours was allocated to another POM.", (await NoticesAsync(PrisonPom))[^1].Text);
        var pom = A.Actor(Role.Pom) with { StaffId = OtherPrisonPom };
        Assert.Null(await AskAsync((Application.Access.AccessPolicy p) => p.RefusalAsync(Verb.EditPlan, person, pom, default)));
    }

    [Fact]
    public async Task Another_type_than_the_recommended_one_needs_a_reason()
    {
        var person = await UnallocatedAsync(tier: "B2");

        Assert.Equal(("Reasons", "Select at least one reason"), Refused(await AllocateAsync(new(person, PrisonPom, 0))) is [var no] ? (no.Field, no.Message) : default);
        Assert.Null(await RecordOfAsync(person));

        Done(await AllocateAsync(new(person, PrisonPom, 0) { Reasons = ["no_staff", "other"], OtherText = "On a course" }));
        var record = (await RecordOfAsync(person))!;
        Assert.Equal((PomType.Probation, "no_staff|other", "On a course"), (record.RecommendedType!.Value, record.OverrideReasons, record.OtherText));
    }

    [Fact]
    public async Task The_recommended_type_needs_none_and_an_override_of_who_leads_changes_it()
    {
        var person = await UnallocatedAsync(tier: "A1");
        await WriteAsync(person, Now, new ResponsibilityOverride { Id = A.FactId, PersonId = person, Side = ResponsibilitySide.Probation, ReasonCode = "less_than_10_months_to_serve", ValidFrom = Today, Recorded = Written(Now) });

        Done(await AllocateAsync(new(person, PrisonPom, 0)));

        Assert.Equal("supporting_role", (await RecordOfAsync(person))!.RecommendedBecause);
    }

    [Fact]
    public async Task Two_managers_at_once_give_one_allocation_and_the_second_sees_it()
    {
        var person = await UnallocatedAsync();
        var second = A.Actor(Role.HeadOmu);

        var outcomes = await Task.WhenAll(AllocateAsync(new(person, PrisonPom, 0)), AllocateAsync(new(person, OtherPrisonPom, 0), second));

        var theirs = Assert.IsType<AllocationRecord>(Assert.Single(outcomes.OfType<Outcome<FactId>.Conflict>()).Theirs);
        Assert.Single(outcomes.OfType<Outcome<FactId>.Done>());
        Assert.Equal((await RecordOfAsync(person))!.Pom, theirs.Pom);
        Assert.Single(await SpellsAsync(person));
    }

    [Fact]
    public async Task The_same_form_sent_twice_allocates_once()
    {
        var person = await UnallocatedAsync();

        Assert.Equal(Done(await AllocateAsync(new(person, PrisonPom, 0))), Done(await AllocateAsync(new(person, PrisonPom, 0))));
        Assert.Equal(1, (await RecordOfAsync(person))!.Version);
    }

    [Fact]
    public async Task Only_an_available_POM_of_this_prison_can_be_chosen()
    {
        var person = await UnallocatedAsync(tier: "A1");

        foreach (var staff in new[] { AwayPom, Homd.StaffId, new StaffId(A.IdSource.Next()) })
        {
            Assert.Equal(("Pom", "Choose a POM from the available list"), Refused(await AllocateAsync(new(person, staff, 0))) is [var no] ? (no.Field, no.Message) : default);
        }
    }

    [Fact]
    public async Task Nobody_is_allocated_without_a_tier()
    {
        var person = await UnallocatedAsync();
        await using (var db = Database.Open())
        {
            await db.CaseInformation.ExecuteDeleteAsync();
        }

        Assert.Equal("Add what is missing before allocating: Tier", Assert.Single(Refused(await AllocateAsync(new(person, PrisonPom, 0)))).Message);
    }

    [Fact]
    public async Task The_strategy_in_force_says_what_is_needed_and_what_is_recommended()
    {
        var person = await UnallocatedAsync(tier: "C1", rosh: null);
        await using (var db = Database.Open())
        {
            db.Add(new RecommendationSetting { From = Today, Strategy = RecommendationStrategy.Rosh, RecordedAt = Now, RecordedBy = StaffId.System });
            await db.SaveChangesAsync();
        }

        Assert.Equal("Add what is missing before allocating: RoSH level", Assert.Single(Refused(await AllocateAsync(new(person, PrisonPom, 0)))).Message);
    }

    [Fact]
    public async Task Nobody_else_may_and_nobody_from_elsewhere()
    {
        var person = await UnallocatedAsync();

        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await AllocateAsync(new(person, PrisonPom, 0), Pom))).Kind);
        Assert.Equal(RefusalKind.Reach, Assert.Single(Refused(await AllocateAsync(new(person, PrisonPom, 0), A.Actor(Role.Homd, "LEI")))).Kind);
    }

    [Fact]
    public async Task A_co_worker_comes_beside_the_POM_and_never_is_the_same()
    {
        var person = await UnallocatedAsync();
        Done(await AllocateAsync(new(person, PrisonPom, 0)));

        Assert.Equal("Primary POM cannot be the same as co-working POM", Assert.Single(Refused(await AskAsync((AddCoWorker a) => a.DoAsync(new(person, PrisonPom, 1), Homd, default)))).Message);
        Done(await AskAsync((AddCoWorker a) => a.DoAsync(new(person, ProbationPom, 1), Homd, default)));
        Assert.Equal([(PrisonPom, ManagerPart.Primary), (ProbationPom, ManagerPart.CoWorking)], (await SpellsAsync(person)).Select(s => (s.StaffId!.Value, s.Part)));
        Assert.Single(await NoticesAsync(ProbationPom));

        Done(await AskAsync((RemoveCoWorker a) => a.DoAsync(new(person, 2), Homd, default)));
        Assert.Equal((Today, "MANUAL"), (await SpellsAsync(person))[^1] is var over ? (over.ValidTo!.Value, over.EndReason) : default);
        Assert.Equal(AllocationEvent.DeallocateSecondaryPom, (await RecordOfAsync(person))!.Event);
    }

    [Fact]
    public async Task A_release_ends_the_allocation_and_closes_what_belongs_to_the_stay()
    {
        var person = await UnallocatedAsync();
        Done(await AllocateAsync(new(person, PrisonPom, 0)));
        Database.Clock.Advance(TimeSpan.FromDays(1));

        Done(await MoveAsync(person, "L-CRD"));

        var record = (await RecordOfAsync(person))!;
        Assert.Equal((AllocationEvent.DeallocateReleasedOffender, AllocationTrigger.OffenderReleased, (StaffId?)null), (record.Event, record.Trigger, record.Pom));
        Assert.Equal((Today, "RELEASED"), Assert.Single(await SpellsAsync(person)) is var over ? (over.ValidTo!.Value, over.EndReason) : default);
        Assert.Equal("A case of yours ended: the person was released.", (await NoticesAsync(PrisonPom))[^1].Text);
        await using var db = Database.Open();
        Assert.Equal(Today, (await db.CaseInformation.SingleAsync(c => c.PersonId == person && c.ReplacedAt == null)).ValidTo);
    }

    [Fact]
    public async Task A_transfer_ends_it_on_arrival_and_not_before()
    {
        var person = await UnallocatedAsync();
        Done(await AllocateAsync(new(person, PrisonPom, 0)));
        Done(await MoveAsync(person, "T-PLAN", -3, "LEI"));
        Assert.NotNull((await RecordOfAsync(person))!.Pom);

        Done(await MoveAsync(person, "R-TRN", -1, "LEI"));

        Assert.Equal(AllocationTrigger.OffenderTransferred, (await RecordOfAsync(person))!.Trigger);
        Assert.Equal("TRANSFER", Assert.Single(await SpellsAsync(person)).EndReason);
    }

    [Fact]
    public async Task A_day_at_court_changes_nothing()
    {
        var person = await UnallocatedAsync();
        Done(await AllocateAsync(new(person, PrisonPom, 0)));

        Done(await MoveAsync(person, "C-CRT"));

        Assert.Equal((1, (DateOnly?)null), ((await RecordOfAsync(person))!.Version, Assert.Single(await SpellsAsync(person)).ValidTo));
    }

    [Fact]
    public async Task By_night_those_whom_a_file_moved_are_let_go_and_nobody_else()
    {
        var (moved, stays) = (await UnallocatedAsync(), await UnallocatedAsync(number: "A1234BD", last: "Bergamot"));
        Done(await AllocateAsync(new(moved, PrisonPom, 0)));
        Done(await AllocateAsync(new(stays, PrisonPom, 0)));
        await using (var db = Database.Open())
        {
            await db.Locations.Where(l => l.PersonId == moved).ExecuteUpdateAsync(set => set.SetProperty(l => l.Prison, new PlaceCode("LEI")));
            await db.Movements.Where(m => m.PersonId == moved).ExecuteUpdateAsync(set => set.SetProperty(m => m.To, new PlaceCode("LEI")));
        }

        Assert.Equal(1, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));
        Assert.Equal(0, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));

        Assert.Equal(AllocationTrigger.OffenderTransferred, (await RecordOfAsync(moved))!.Trigger);
        Assert.Equal(PrisonPom, (await RecordOfAsync(stays))!.Pom);
    }

    [Fact]
    public async Task Whoever_had_the_case_here_last_year_is_offered_first()
    {
        var person = await UnallocatedAsync();
        Done(await AllocateAsync(new(person, OtherPrisonPom, 0)));
        Done(await AskAsync((DeallocatePom d) => d.DoAsync(new(person, OtherPrisonPom), Homd, default)));

        var page = (await AskAsync((PomSuggestions s) => s.OfAsync(person, Homd, default)))!;

        Assert.Equal((OtherPrisonPom, true), (page.Available[0].Candidate.Staff, page.Available[0].IsPreselected));
        Assert.Equal((PomType.Prison, 2), (page.Recommended.Value.Type!.Value, page.Seen));
        Assert.Equal([(AwayPom, "Unavailable: keeps cases, no new cases")], page.Unavailable.Select(u => (u.Pom.Staff, u.Why)));
        Assert.Equal(["Prisk, Otto"], page.Case.Recent.Select(r => r.Name));
    }

    private Task<Outcome<FactId>> MoveAsync(PersonId person, string reason, int hours = -1, string? to = null) =>
        AskAsync((RecordMovement r) => r.DoAsync(new(person, A.FactId, new MovementForm { Reason = reason, HappenedAt = Now.AddHours(hours), To = to is null ? null : new PlaceCode(to) }), CaseAdmin, default));
}

public sealed class AllocatePomOnSqliteTests() : AllocatePomTests(DatabaseKind.Sqlite);

public sealed class AllocatePomOnPostgresTests() : AllocatePomTests(DatabaseKind.Postgres);
