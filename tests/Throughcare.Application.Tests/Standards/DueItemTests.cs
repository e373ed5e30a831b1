using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Application.Standards;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Standards;

/// <summary>Tasks, why they are due, deferrals and exemptions, on somebody who was sentenced to custody on 1 December 2025.</summary>
public abstract class DueItemTests(DatabaseKind kind) : RecordTests(kind)
{
    private const string Why = "In hospital since Monday and not fit to be interviewed";

    private readonly Actor _homd = A.Actor(Role.Homd);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        db.Add(new StaffMember { Id = _homd.StaffId, Name = "Hetty Omdal", Role = Role.Homd, Place = Prison });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task My_tasks_are_my_own_the_most_pressing_first_and_nobody_s_out_of_reach()
    {
        await DuePersonAsync();
        await DuePersonAsync("Zabrake", "A2222BC");

        var mine = await TasksAsync(new(), Pom);
        var other = await TasksAsync(new(), A.Actor(Role.Pom));
        var elsewhere = await TasksAsync(new() { Whose = MyTasks.Whose.Role }, Elsewhere);

        Assert.Contains(mine.Rows, row => row is { Item.Family: "initial_oasys", Address: "A1234BC", Owner: "Petra Omond" });
        Assert.Equal(mine.Counts[MyTasks.Standing.All], mine.Total);
        Assert.Equal(mine.Total, mine.Counts.Where(c => c.Key is not (MyTasks.Standing.All or MyTasks.Standing.Week)).Sum(c => c.Value));
        var dated = mine.Rows.Where(row => row.Item is { State: ItemState.Open, MeasureGroup: not ("risk" or "public_protection"), DueAt: null }).Select(row => row.Item.EffectiveDueOn).ToList();
        Assert.Equal(dated.Order(), dated);
        Assert.DoesNotContain(other.Rows, row => row.Item.ResponsibleStaff is not null);
        Assert.Equal((0, 0), (elsewhere.Total, elsewhere.Rows.Count));
    }

    [Fact]
    public async Task Tasks_are_narrowed_counted_sorted_and_paged()
    {
        await DuePersonAsync();
        await DuePersonAsync("Zabrake", "A2222BC");
        var all = await TasksAsync(new() { Size = 100 }, Pom);

        var assessment = await TasksAsync(new() { Groups = ["assessment"], Size = 100 }, Pom);
        var family = await TasksAsync(new() { Family = "initial_oasys" }, Pom);
        var last = await TasksAsync(new() { Sort = "-name", Size = 100 }, Pom);
        var together = await TasksAsync(new() { ByPerson = true, Size = 100 }, Pom);
        var second = await TasksAsync(new() { Number = 2, Size = 1 }, Pom);

        Assert.Equal(all.Rows.Count(row => row.Item.MeasureGroup is "assessment"), assessment.Total);
        Assert.Equal(all.Groups["assessment"], assessment.Total);
        Assert.Equal(all.Groups, assessment.Groups);   // what another choice would leave is counted without this one
        Assert.Equal(2, family.Total);
        Assert.Equal("Zabrake, Ada", last.Rows[0].LastCommaFirst);
        Assert.Equal(["Abelmarsh, Ada", "Zabrake, Ada"], together.Rows.Select(row => row.LastCommaFirst).Distinct());
        Assert.Equal(all.Rows[1].Item.Id, Assert.Single(second.Rows).Item.Id);
        foreach (var standing in Enum.GetValues<MyTasks.Standing>())
        {
            Assert.Equal(all.Counts[standing], (await TasksAsync(new() { Standing = standing, Size = 100 }, Pom)).Rows.Count);
        }
    }

    [Fact]
    public async Task Counts_for_the_first_page_and_the_navigation_agree_with_the_list()
    {
        await DuePersonAsync();
        Database.Clock.Advance(TimeSpan.FromDays(40));

        var list = await TasksAsync(new() { Size = 100 }, Pom);
        var counts = await AskAsync((MyTasks t) => t.CountAsync(Pom, default));
        var pressing = await AskAsync((MyTasks t) => t.CountPressingAsync(Pom, default));

        Assert.Equal((list.Counts[MyTasks.Standing.Overdue], list.Counts[MyTasks.Standing.Week]), (counts.Overdue, counts.Week));
        Assert.True(counts.Overdue > 0);
        Assert.Equal(list.Rows.Count(row => row.Item.State is ItemState.Open && (row.Item.EffectiveDueOn < Today || (row.Item.EffectiveDueOn == Today && !row.Item.IsDeferred))), pressing);
    }

    [Fact]
    public async Task A_manager_sees_all_of_the_unit_and_an_offender_manager_does_not()
    {
        await DuePersonAsync();

        var team = await TasksAsync(new() { Whose = MyTasks.Whose.Team }, _homd);
        var notMine = await TasksAsync(new() { Whose = MyTasks.Whose.Team }, Pom);

        Assert.Contains(team.Rows, row => row.Item.Family is "initial_oasys");
        Assert.Equal((MyTasks.Whose.Team, MyTasks.Whose.Mine), (team.Whose, notMine.Whose));
    }

    [Fact]
    public async Task An_item_says_why_with_the_entries_it_rests_on_and_its_history()
    {
        var person = await DuePersonAsync();
        var item = await ItemAsync(person);

        var why = (await AskAsync((WhyDue w) => w.OfAsync(person, item.Id, Pom, default)))!;

        Assert.Equal(("Petra Omond", true, DueState.Upcoming), (why.Owner, why.IsExplained, why.State));
        Assert.Contains(why.Arithmetic, step => step.Contains("9 February 2026", StringComparison.Ordinal));
        Assert.Contains(why.Facts, fact => fact.From.Any(link => link is { Beneath: "/sentence" }));
        Assert.Contains(why.WouldChange, change => change.StartsWith("It is met by a full OASys assessment", StringComparison.Ordinal));
        Assert.Empty(Assert.Single(why.Versions).Changes);
        Assert.Equal((true, false), (why.MayDefer, why.MayExempt));
        Assert.Null(await AskAsync((WhyDue w) => w.OfAsync(person, new(Guid.NewGuid()), Pom, default)));
    }

    [Fact]
    public async Task What_was_due_is_told_as_at_another_day_and_as_it_was_known_then()
    {
        var person = await DuePersonAsync();
        Database.Clock.Advance(TimeSpan.FromDays(60));

        var now = (await AskAsync((DueOfPerson d) => d.OfAsync(new(person), Pom, default)))!;
        var then = (await AskAsync((DueOfPerson d) => d.OfAsync(new(person, new(2026, 1, 5)), Pom, default)))!;
        var before = (await AskAsync((DueOfPerson d) => d.OfAsync(new(person, null, new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero)), Pom, default)))!;

        Assert.Equal(DueState.Due, now.ToDo.Single(line => line.Item.Family is "initial_oasys").State);
        Assert.Equal(DueState.Upcoming, then.ToDo.Single(line => line.Item.Family is "initial_oasys").State);
        Assert.Equal((true, false), (now.IsNow, then.IsNow));
        Assert.True(then.ToDo.Single(line => line.Item.Family is "initial_oasys").HasPage);
        Assert.Empty(before.ToDo);   // nothing was recorded then
    }

    [Fact]
    public async Task A_later_date_is_asked_for_approved_by_another_role_and_moves_the_item()
    {
        var person = await DuePersonAsync();
        var item = await ItemAsync(person);

        var id = Done(await DeferAsync(person, item, "HOSPITAL", new(2026, 3, 2)));
        var waiting = await AskAsync((DeferralsWaiting d) => d.OfAsync(_homd, default));
        var own = await AskAsync((DeferralsWaiting d) => d.OfAsync(Pom, default));
        Done(await DecideAsync(person, id, 1, true, null, _homd));
        Done(await DecideAsync(person, id, 1, true, null, _homd));   // the same form again

        var moved = await ItemAsync(person);
        Assert.Equal((new DateOnly(2026, 2, 9), new DateOnly(2026, 3, 2), true, false), (moved.DueOn, moved.EffectiveDueOn, moved.IsDeferred, moved.CountsOriginalDue));
        Assert.Equal(2, moved.Version);
        Assert.Equal([id], waiting.ToDecide.Select(row => row.Deferral.Id));
        Assert.Empty(own.ToDecide);
        Assert.Equal([id], own.Own.Select(row => row.Deferral.Id));
        Assert.Equal([nameof(Made), nameof(DeferralRequested), nameof(DeferralDecided)], (await EventsAsync(person)).Select(e => e.Kind));
        Assert.Equal(1, (await TasksAsync(new(), Pom)).Counts[MyTasks.Standing.Deferred]);
        Assert.Equal(0, await AskAsync((DeferralsWaiting d) => d.CountAsync(_homd, default)));
    }

    [Fact]
    public async Task Posting_the_same_request_twice_writes_once()
    {
        var person = await DuePersonAsync();
        var (item, id) = (await ItemAsync(person), A.FactId);
        RequestDeferral.Request request = new(person, id, item.Id, "HOSPITAL", new(2026, 3, 2), Why);

        Assert.Equal(id, Done(await AskAsync((RequestDeferral r) => r.DoAsync(request, Pom, default))));
        Assert.Equal(id, Done(await AskAsync((RequestDeferral r) => r.DoAsync(request, Pom, default))));

        await using var db = Database.Open();
        Assert.Equal(1, await db.Deferrals.CountAsync());
        Assert.Equal(2, (await EventsAsync(person)).Count);
    }

    [Fact]
    public async Task Who_asked_the_wrong_role_and_who_has_no_reach_do_not_decide()
    {
        var person = await DuePersonAsync();
        var id = Done(await DeferAsync(person, await ItemAsync(person), "HOSPITAL", new(2026, 3, 2)));

        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await DecideAsync(person, id, 1, true, null, A.Actor(Role.HeadOmu)))).Kind);
        Assert.Equal("You asked for this deferral, so somebody else has to decide about it", Assert.Single(Refused(await DecideAsync(person, id, 1, true, null, Pom))).Message);
        Assert.Equal(RefusalKind.Reach, Assert.Single(Refused(await DecideAsync(person, id, 1, true, null, A.Actor(Role.Homd, "LEI")))).Kind);
        Assert.Equal("Enter why you refuse", Assert.Single(Refused(await DecideAsync(person, id, 1, false, null, _homd))).Message);
        Done(await DecideAsync(person, id, 1, true, null, A.Actor(Role.HeadOmu) with { StandsInForHomd = true }));
    }

    [Fact]
    public async Task A_request_is_taken_back_by_who_made_it_alone()
    {
        var person = await DuePersonAsync();
        var id = Done(await DeferAsync(person, await ItemAsync(person), "HOSPITAL", new(2026, 3, 2)));

        Assert.Equal("Only who asked for a deferral can take it back", Assert.Single(Refused(await AskAsync((WithdrawDeferral w) => w.DoAsync(new(person, id), CaseAdmin, default)))).Message);
        Done(await AskAsync((WithdrawDeferral w) => w.DoAsync(new(person, id), Pom, default)));
        Assert.Equal("This deferral has been decided already", Assert.Single(Refused(await DecideAsync(person, id, 1, true, null, _homd))).Message);
        Done(await DeferAsync(person, await ItemAsync(person), "HOSPITAL", new(2026, 3, 9)));   // another may be asked for
    }

    [Fact]
    public async Task An_exemption_ends_the_duty_and_its_end_brings_it_back()
    {
        var person = await DuePersonAsync();
        var (item, id) = (await ItemAsync(person), A.FactId);
        ExemptFromStandard.Request request = new(person, id, item.Id, ExemptionReason.UnfitPermanent, "Unfit to take part for good: letter of the hospital of 2 January");

        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await AskAsync((ExemptFromStandard e) => e.DoAsync(request, Pom, default)))).Kind);
        Done(await AskAsync((ExemptFromStandard e) => e.DoAsync(request, _homd, default)));
        Assert.Equal((ItemState.NotApplicable, "Exempt"), ((await ItemAsync(person)).State, (await ItemAsync(person)).Note));
        Assert.Equal(id, Assert.Single((await AskAsync((DueOfPerson d) => d.OfAsync(new(person), _homd, default)))!.Exemptions).Id);

        Done(await AskAsync((EndExemption e) => e.DoAsync(new(person, id), _homd, default)));
        Assert.Equal(ItemState.Open, (await ItemAsync(person)).State);
        Assert.Equal([nameof(Made), nameof(StandardExempted), nameof(ExemptionEnded)], (await EventsAsync(person)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Deferrals_stand_in_the_timeline_and_in_the_banner_s_next_due_item()
    {
        var person = await DuePersonAsync();
        var id = Done(await DeferAsync(person, await ItemAsync(person), "HOSPITAL", new(2026, 3, 2)));
        Database.Clock.Advance(TimeSpan.FromMinutes(10));
        Done(await DecideAsync(person, id, 1, true, null, _homd));

        var lines = (await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Deferral }, Pom, default))).Lines;
        var banner = (await AskAsync((PersonBanner b) => b.OfAsync(person, Pom, default)))!;

        Assert.Equal(["Deferral approved", "Deferral asked for"], lines.Select(line => line.Title.Split(':')[0]));
        Assert.NotNull(banner.NextDue);
    }

    [Fact]
    public async Task What_was_missed_or_late_stands_in_the_timeline_and_all_that_was_due_where_that_is_asked()
    {
        var person = await DuePersonAsync();
        Database.Clock.Advance(TimeSpan.FromDays(460));
        await AskAsync((RecomputeDueItems r) => r.DoAsync(null, null, 1, null, default));
        await using var db = Database.Open();
        var over = await db.DueItems.CountAsync(i => i.PersonId == person && i.ReplacedAt == null && i.MeasureGroup != "victim"
            && (i.State == ItemState.Missed || i.State == ItemState.MetLate || i.State == ItemState.MetOnTime));

        var all = (await AskAsync((Timeline t) => t.PageAsync(new(person), Pom, default))).Lines.Where(line => line.Kind is TimelineKind.DueItem).ToList();
        List<Timeline.Line> only = [];
        string? after = null;
        do
        {
            var page = await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.DueItem, Count = 3, After = after }, Pom, default));
            only.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);

        Assert.True(over > 3, $"{over}");
        Assert.Equal(over, only.DistinctBy(line => line.EntryId).Count());
        Assert.Equal(over, only.Count);
        Assert.NotEmpty(all);
        Assert.All(all, line => Assert.True(line.Title.StartsWith("Missed: ", StringComparison.Ordinal) || line.Title.StartsWith("Done late: ", StringComparison.Ordinal), line.Title));
        Assert.DoesNotContain((await AskAsync((Timeline t) => t.PageAsync(new(person) { Highest = Sensitivity.Standard }, Pom, default))).Lines, line => line.Kind is TimelineKind.DueItem);
        Assert.DoesNotContain((await AskAsync((Timeline t) => t.PageAsync(new(person) { To = new(2025, 12, 31) }, Pom, default))).Lines, line => line.Kind is TimelineKind.DueItem && line.HappenedAt.LondonDate > new DateOnly(2025, 12, 31));
    }

    [Fact]
    public async Task A_person_sees_what_should_be_done_for_them_and_nothing_that_stands_for_others()
    {
        var person = await DuePersonAsync();

        var own = await AskAsync((OwnDuties o) => o.OfAsync(person, Today, default));
        var late = await AskAsync((OwnDuties o) => o.OfAsync(person, Today.AddYears(1), default));

        Assert.Contains(own, duty => duty is { What: "Your assessment should be finished", IsLate: false });
        Assert.Equal(own.OrderBy(duty => duty.By).Select(duty => duty.What), own.Select(duty => duty.What));
        Assert.Equal(own.Count, own.DistinctBy(duty => duty.What).Count());
        Assert.Contains(late, duty => duty is { What: "Your assessment should be finished", IsLate: true });
        Assert.Empty(await AskAsync((OwnDuties o) => o.OfAsync(new(Guid.NewGuid()), Today, default)));
    }

    private async Task<PersonId> DuePersonAsync(string last = "Abelmarsh", string number = "A1234BC")
    {
        var person = await PersonAsync(last, "Ada", number);
        await AskAsync((DrainStalePeople d) => d.DoAsync(default));
        return person;
    }

    /// <summary>The initial OASys, due 10 weeks after sentence: 9 February 2026.</summary>
    private async Task<DueItem> ItemAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.DueItems.SingleAsync(i => i.PersonId == person && i.Family == "initial_oasys" && i.ReplacedAt == null);
    }

    private Task<MyTasks.Page> TasksAsync(MyTasks.Request request, Actor actor) => AskAsync((MyTasks t) => t.OfAsync(request, actor, default));

    private Task<Outcome<FactId>> DeferAsync(PersonId person, DueItem item, string reason, DateOnly? to) =>
        AskAsync((RequestDeferral r) => r.DoAsync(new(person, A.FactId, item.Id, reason, to, Why), Pom, default));

    private Task<Outcome<FactId>> DecideAsync(PersonId person, FactId id, int madeFrom, bool? approve, string? answer, Actor actor) =>
        AskAsync((DecideDeferral d) => d.DoAsync(new(person, id, madeFrom, approve, answer), actor, default));
}

public sealed class DueItemTestsOnSqlite() : DueItemTests(DatabaseKind.Sqlite);

public sealed class DueItemTestsOnPostgres() : DueItemTests(DatabaseKind.Postgres);
