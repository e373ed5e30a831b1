using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Application.Standards;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>Who leads, early allocation and the tasks of a handover, as they are written.</summary>
public abstract class HandoverWritingTests(DatabaseKind kind) : RecordTests(kind)
{
    private static readonly EarlyAllocationAnswers AllNo = new()
    {
        ConvictedUnderTerrorismAct = false,
        HighProfile = false,
        SeriousCrimePreventionOrder = false,
        MappaLevel3 = false,
        CppcCase = false,
        ExtremismSeparation = false,
        HighRiskOfSeriousHarm = false,
        MappaLevel2 = false,
        PathfinderProcess = false,
        OtherReason = false,
    };

    private Actor Head { get; } = A.Actor(Role.Homd);

    [Fact]
    public async Task Who_leads_can_be_set_by_hand_once_and_goes_back_with_a_reason()
    {
        var person = await LongAsync();
        Assert.Equal(Responsibility.CustodyOnly, (await StandingAsync(person)).Responsibility);
        var request = new OverrideResponsibility.Request(person, A.FactId, ResponsibilitySide.Probation, "prisoner_has_been_recalled", null);

        var id = Done(await SetAsync(request));
        Done(await SetAsync(request));
        var second = await SetAsync(request with { Token = A.FactId, Side = ResponsibilitySide.Prison });

        var set = await StandingAsync(person);
        Assert.Equal((Responsibility.Community, true), (set.Responsibility, set.IsOverridden));
        Assert.Equal(id, Assert.IsType<Outcome<FactId>.Conflict>(second).Theirs.Id);
        Assert.Equal("Enter the reason for returning to the calculated responsibility", Refused(await RemoveAsync(new(person, id, 1, " ")))[0].Message);
        Assert.IsType<Outcome<int>.Conflict>(await RemoveAsync(new(person, id, 2, "Recorded in error")));
        Done(await RemoveAsync(new(person, id, 1, "Recorded in error")));
        var back = await StandingAsync(person);
        Assert.Equal((Responsibility.CustodyOnly, false), (back.Responsibility, back.IsOverridden));
        Assert.Equal(["Made", "ResponsibilityOverridden", "ResponsibilityOverrideRemoved"], (await EventsAsync(person)).Select(e => e.Kind));
        Assert.Contains("no longer set by hand", Refused(await RemoveAsync(new(person, id, 2, "Again")))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Side_and_reason_are_asked_for_and_another_reason_in_words()
    {
        var person = await LongAsync();

        Assert.Equal(["Select who is to lead", "Select a reason for overriding the responsibility"], Refused(await SetAsync(new(person, A.FactId, null, null, null))).Select(w => w.Message));
        Assert.Equal("Text", Refused(await SetAsync(new(person, A.FactId, ResponsibilitySide.Prison, "other_reason", " ")))[0].Field);
        Assert.Equal("ReasonCode", Refused(await SetAsync(new(person, A.FactId, ResponsibilitySide.Prison, "prisoner_moved_to_open_prison", null)))[0].Field); // stands in old records only
        Assert.Equal(RefusalKind.Role, Refused(await SetAsync(new(person, A.FactId, ResponsibilitySide.Prison, "other_reason", "Agreed"), Pom))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await SetAsync(new(person, A.FactId, ResponsibilitySide.Prison, "other_reason", "Agreed"), A.Actor(Role.Homd, "LEI")))[0].Kind);
        await using var db = Database.Open();
        Assert.Equal(0, await db.ResponsibilityOverrides.CountAsync());
    }

    [Fact]
    public async Task An_eligible_assessment_inside_the_window_brings_the_handover_forward()
    {
        var person = await LongAsync();
        Assert.Equal(new DateOnly(2026, 5, 13), (await StandingAsync(person)).Handover);

        Assert.Equal(EarlyAllocationOutcome.Eligible, Done(await AssessAsync(person, AllNo with { MappaLevel3 = true })));

        var standing = await StandingAsync(person);
        Assert.Equal(("early_allocation", new DateOnly(2025, 10, 27)), (standing.HandoverReason, standing.Handover));
        var page = await AskAsync<EarlyAllocationOfPerson, EarlyAllocationOfPerson.Page?>(early => early.OfAsync(person, Pom, default));
        Assert.Equal((EarlyAllocationStatus.Eligible, true), (page!.State.Value.Status, page.State.Value.InForce));
    }

    [Fact]
    public async Task A_discretionary_case_waits_for_the_community_whose_answer_two_cannot_give_differently()
    {
        var person = await LongAsync();
        var answers = AllNo with { PathfinderProcess = true };
        Assert.Equal(["Reason", "IsApproved"], Refused(await AssessAsync(person, answers)).Select(w => w.Field));

        Assert.Equal(EarlyAllocationOutcome.Discretionary, Done(await AssessAsync(person, answers, "Close links to a serious group", isApproved: true)));
        Assert.Equal("determinate", (await StandingAsync(person)).HandoverReason);
        await using var db = Database.Open();
        var made = await db.EarlyAllocations.SingleAsync();

        Assert.Equal("Select yes if the community has accepted the case", Refused(await AnswerAsync(new(person, made.Id, 1, null)))[0].Message);
        Assert.Equal(2, Done(await AnswerAsync(new(person, made.Id, 1, true))));
        Assert.Equal(2, Done(await AnswerAsync(new(person, made.Id, 1, true)))); // sent twice
        Assert.IsType<Outcome<int>.Conflict>(await AnswerAsync(new(person, made.Id, 1, false)));
        Assert.Equal("early_allocation", (await StandingAsync(person)).HandoverReason);
    }

    [Fact]
    public async Task No_assessment_is_made_without_a_delivery_unit_or_out_of_the_window_to_any_effect()
    {
        var alone = await PersonAsync(number: "A1111AA");
        Assert.Contains("probation delivery unit", Refused(await AssessAsync(alone, AllNo))[0].Message, StringComparison.Ordinal);

        var late = await LongAsync(crd: new(2029, 1, 27));
        Done(await AssessAsync(late, AllNo with { CppcCase = true }));
        var page = await AskAsync<EarlyAllocationOfPerson, EarlyAllocationOfPerson.Page?>(early => early.OfAsync(late, Pom, default));
        Assert.Equal((EarlyAllocationStatus.AssessmentSaved, false), (page!.State.Value.Status, page.State.Value.InForce));
        Assert.Equal("Select yes or no: High-profile case", Refused(await AssessAsync(late, AllNo with { HighProfile = null }))[0].Message);
        Assert.Contains("must be in the past", Refused(await AssessAsync(late, AllNo, oasys: Today))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_are_ticked_one_by_one_and_taken_back()
    {
        var person = await LongAsync();

        Assert.Equal(1, Done(await TickAsync(person, HandoverTask.ContactedCom, true)));
        Assert.Equal(1, Done(await TickAsync(person, HandoverTask.ContactedCom, true)));
        Assert.Equal(2, Done(await TickAsync(person, HandoverTask.SentHandoverReport, true)));
        Assert.Equal(3, Done(await TickAsync(person, HandoverTask.ContactedCom, false)));

        var page = await AskAsync<HandoverOfPerson, HandoverOfPerson.Page?>(handover => handover.OfAsync(person, Pom, default));
        Assert.Equal([(HandoverTask.ContactedCom, (DateOnly?)null), (HandoverTask.SentHandoverReport, Today)], page!.Steps.Select(step => (step.Task, step.DoneOn)));
        Assert.Equal(RefusalKind.Role, Refused(await TickAsync(person, HandoverTask.ContactedCom, true, CaseAdmin))[0].Kind);
    }

    [Fact]
    public async Task Tasks_begin_anew_when_the_case_goes_back_to_the_POM_alone()
    {
        var person = await LongAsync();
        var id = Done(await SetAsync(new(person, A.FactId, ResponsibilitySide.Probation, "community_team_to_work_with_offender", null)));
        Done(await TickAsync(person, HandoverTask.ContactedCom, true));
        Assert.Equal(Today, (await StepsAsync(person))[0].DoneOn);

        Done(await RemoveAsync(new(person, id, 1, "Too early")));
        Assert.Null((await StepsAsync(person))[0].DoneOn);

        Done(await TickAsync(person, HandoverTask.SentHandoverReport, true));
        Assert.Equal([null, Today], (await StepsAsync(person)).Select(step => step.DoneOn));
    }

    [Fact]
    public async Task Lists_hold_the_cases_whose_handover_is_near_or_under_way_and_those_without_a_COM()
    {
        var upcoming = await LongAsync(crd: new(2026, 11, 1), com: null);             // the COM leads from 15 February
        var named = await LongAsync("A2222BB", new(2026, 11, 1));
        var overdue = await LongAsync("A3333CC", new(2026, 9, 1), com: null);          // since 18 December
        await LongAsync("A4444DD", new(2027, 11, 1));                                  // not yet

        var page = await ListAsync(Handovers.Tab.Upcoming);
        Assert.Equal(upcoming, Assert.Single(page.Rows).Standing.PersonId);
        Assert.Equal([1, 2, 1, 1], new[] { Handovers.Tab.Upcoming, Handovers.Tab.InProgress, Handovers.Tab.Tasks, Handovers.Tab.ComOverdue }.Select(tab => page.Counts[tab]));
        Assert.Equal([overdue, named], (await ListAsync(Handovers.Tab.InProgress)).Rows.Select(row => row.Standing.PersonId));
        Assert.Equal(overdue, Assert.Single((await ListAsync(Handovers.Tab.ComOverdue)).Rows).Standing.PersonId);
        Done(await TickAsync(overdue, HandoverTask.ContactedCom, true));
        Assert.Equal((1, 2), (await ListAsync(Handovers.Tab.Tasks)).Rows.Select(row => (row.Done, row.Tasks)).Single());
        Done(await TickAsync(overdue, HandoverTask.SentHandoverReport, true));
        Assert.Empty((await ListAsync(Handovers.Tab.Tasks)).Rows);
        Assert.Equal(0, (await ListAsync(Handovers.Tab.Upcoming, Elsewhere)).Counts.Values.Sum());
        Assert.Equal(0, (await ListAsync(Handovers.Tab.Upcoming, CaseAdmin)).Counts.Values.Sum());
        Assert.Equal(1, (await ListAsync(Handovers.Tab.Upcoming, Head)).Counts[Handovers.Tab.Upcoming]);
    }

    [Fact]
    public async Task The_person_reads_who_leads_and_from_when_and_nothing_of_what_was_set_by_hand()
    {
        var person = await LongAsync();
        var self = new Actor(new(person.Value), Role.Prisoner, Prison, Door.Page);

        var before = await AskAsync<OwnView, OwnView.Page?>(own => own.OfAsync(self, default));
        Done(await SetAsync(new(person, A.FactId, ResponsibilitySide.Probation, "other_reason", "A threat was made against the POM")));
        var after = await AskAsync<OwnView, OwnView.Page?>(own => own.OfAsync(self, default));

        Assert.Contains("From 13 May 2026 your community offender manager will lead.", before!.Lead);
        Assert.Contains("This is worked out from your conditional release date, 27 January 2027.", before.Lead);
        Assert.Contains("Your community offender manager leads already.", after!.Lead);
        Assert.DoesNotContain(after.Lead, line => line.Contains("threat", StringComparison.Ordinal) || line.Contains("hand", StringComparison.Ordinal));
    }

    /// <summary>Somebody with 14 months from sentence to release, whose probation delivery unit is known unless nobody is their COM.</summary>
    private async Task<PersonId> LongAsync(string number = "A1234BC", DateOnly? crd = null, string? com = "Quill, Petra")
    {
        var made = await PersonAsync(number: number, more: person =>
        [
            new KeyDates { Id = A.FactId, PersonId = person, Crd = crd ?? new(2027, 1, 27), AsOf = Today, ValidFrom = new(2025, 12, 2), Recorded = Written(Now) },
            new SentenceRecord { Id = A.FactId, PersonId = person, Type = Coded.Of("ADIMP_ORA"), LegalStatus = Coded.Of("ADIMP_ORA"), Years = 9, ValidFrom = new(2025, 1, 6), Recorded = Written(Now) },
            .. com is null ? Array.Empty<FactVersion>() : [new ManagerAssignment { Id = A.FactId, PersonId = person, Role = Role.Com, Name = com, Place = new("N50P01"), ValidFrom = new(2025, 12, 2), Recorded = Written(Now) }],
        ]);
        await AskAsync<UpdateDueItems, int>(due => due.DoAsync([made], Today, Now, default));
        return made;
    }

    private async Task<Standing> StandingAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.Standings.SingleAsync(s => s.PersonId == person);
    }

    private async Task<IReadOnlyList<HandoverSteps.Step>> StepsAsync(PersonId person) =>
        (await AskAsync<HandoverOfPerson, HandoverOfPerson.Page?>(handover => handover.OfAsync(person, Pom, default)))!.Steps;

    private Task<Outcome<FactId>> SetAsync(OverrideResponsibility.Request request, Actor? actor = null) =>
        LaterAsync<OverrideResponsibility, Outcome<FactId>>(set => set.DoAsync(request, actor ?? Head, default));

    private Task<Outcome<int>> RemoveAsync(RemoveResponsibilityOverride.Request request) =>
        LaterAsync<RemoveResponsibilityOverride, Outcome<int>>(remove => remove.DoAsync(request, Head, default));

    private Task<Outcome<EarlyAllocationOutcome>> AssessAsync(PersonId person, EarlyAllocationAnswers answers, string? reason = null, bool isApproved = false, DateOnly? oasys = null) =>
        LaterAsync<AssessEarlyAllocation, Outcome<EarlyAllocationOutcome>>(assess => assess.DoAsync(new(person, A.FactId, oasys ?? Today.AddDays(-10), answers, reason, isApproved), Pom, default));

    private Task<Outcome<int>> AnswerAsync(RecordCommunityAnswer.Request request) =>
        LaterAsync<RecordCommunityAnswer, Outcome<int>>(answer => answer.DoAsync(request, Pom, default));

    private Task<Outcome<int>> TickAsync(PersonId person, HandoverTask task, bool isDone, Actor? actor = null) =>
        LaterAsync<TickHandoverTask, Outcome<int>>(tick => tick.DoAsync(new(person, task, isDone), actor ?? Pom, default));

    /// <summary>A minute after what was done before.</summary>
    private Task<T> LaterAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        return AskAsync(ask);
    }

    private async Task<Handovers.Page> ListAsync(Handovers.Tab tab, Actor? actor = null) =>
        await AskAsync<Handovers, Handovers.Page>(handovers => handovers.OfAsync(new(tab), actor ?? Pom, default));
}

public sealed class HandoverWritingOnSqliteTests() : HandoverWritingTests(DatabaseKind.Sqlite);

public sealed class HandoverWritingOnPostgresTests() : HandoverWritingTests(DatabaseKind.Postgres);
