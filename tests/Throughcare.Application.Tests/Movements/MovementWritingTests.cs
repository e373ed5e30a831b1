using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Movements;

public abstract class MovementWritingTests(DatabaseKind kind) : RecordTests(kind)
{
    private static readonly PlaceCode Other = new("LEI");

    private Task<Outcome<FactId>> MoveAsync(PersonId person, string reason, DateTimeOffset at, PlaceCode? to = null, DateTimeOffset? due = null, FactId? token = null, Application.Access.Actor? by = null) =>
        AskAsync((RecordMovement r) => r.DoAsync(new(person, token ?? A.FactId, new MovementForm { Reason = reason, HappenedAt = at, To = to, DueBackAt = due }), by ?? CaseAdmin, default));

    private Task<string> WhereAsync(PersonId person) => AskAsync(async (MovementsPage p) => (await p.OfAsync(person, default))!.Where);

    [Fact]
    public async Task A_transfer_goes_out_and_in_and_location_and_reach_follow()
    {
        var person = await PersonAsync();
        var there = A.Actor(Role.Pom, "LEI");
        var token = A.FactId;
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other, token: token));
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other, token: token));
        Assert.Equal(["Made", "MovementRecorded", "HandoverPackMade"], (await EventsAsync(person)).Select(e => e.Kind));
        Assert.Equal($"In transit to {Places.Name(Other)}", await WhereAsync(person));

        Done(await MoveAsync(person, "R-TRN", Now.AddHours(-1), Other));
        Assert.Equal($"In custody: {Places.Name(Other)}, cell not recorded", await WhereAsync(person));
        await using var db = Database.Open();
        Assert.Equal((Other, Today), await db.Locations.Current().Where(l => l.ValidTo == null && l.PersonId == person).Select(l => new ValueTuple<PlaceCode, DateOnly>(l.Prison, l.ValidFrom)).SingleAsync());
        Assert.True(await db.Reach.AnyAsync(r => r.PersonId == person && r.Holder == "P:LEI" && r.Kind == ReachKind.Unit && r.Until == null));
        Assert.NotNull(await AskAsync((PersonBanner b) => b.OfAsync(person, there, default)));
        Assert.Single((await AskAsync((Arrivals a) => a.OnAsync(Today, Other, there, default))));
    }

    [Fact]
    public async Task The_receiving_prison_reads_the_record_from_the_movement_out_and_holds_it_from_the_arrival()
    {
        var person = await PersonAsync();
        var (there, elsewhere) = (A.Actor(Role.Pom, "LEI"), A.Actor(Role.Pom, "LNI"));
        Task<bool> ReadsAsync(Application.Access.Actor actor) => AskAsync(async (Application.Access.AccessPolicy p) => await p.RefusalAsync(Verb.ReadRecord, person, actor, default) is null);
        async Task<PersonReach> ReceivingAsync()
        {
            await using var db = Database.Open();
            return await db.Reach.SingleAsync(r => r.PersonId == person && r.Kind == ReachKind.ReceivingUnit);
        }

        Assert.False(await ReadsAsync(there));
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other));
        Assert.Equal((true, false, true), (await ReadsAsync(there), await ReadsAsync(elsewhere), await ReadsAsync(Pom)));
        Assert.Equal(("P:LEI", Today, (DateOnly?)null), ((await ReceivingAsync()).Holder, (await ReceivingAsync()).From, (await ReceivingAsync()).Until));

        Done(await MoveAsync(person, "R-TRN", Now.AddHours(-1), Other));
        Assert.Equal(Today, (await ReceivingAsync()).Until);
        Assert.True(await ReadsAsync(there));
    }

    [Fact]
    public async Task A_transfer_that_ends_where_it_began_leaves_the_other_prison_without_reach_the_next_day()
    {
        var person = await PersonAsync();
        var there = A.Actor(Role.Pom, "LEI");
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other));
        Done(await MoveAsync(person, "R-TRN", Now.AddHours(-1), Prison));

        Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(RefusalKind.Reach, (await AskAsync((Application.Access.AccessPolicy p) => p.RefusalAsync(Verb.ReadRecord, person, there, default)))?.Kind);
    }

    [Fact]
    public async Task An_arrival_asks_for_the_movement_out_that_is_missing()
    {
        var person = await PersonAsync();
        var wrong = Assert.Single(Refused(await MoveAsync(person, "R-TRN", Now.AddHours(-1), Other)));
        Assert.Equal($"The record says the person is still at {Places.Name(Prison)}. Record the movement out of {Places.Name(Prison)} first", wrong.Message);
    }

    [Fact]
    public async Task Movements_that_overlap_or_lie_ahead_are_refused_and_a_late_one_is_accepted()
    {
        var person = await PersonAsync();
        Assert.Equal("Date and time of the movement must be now or in the past", Refused(await MoveAsync(person, "C-CRT", Now.AddHours(1)))[0].Message);
        Done(await MoveAsync(person, "C-CRT", Now.AddHours(-4)));
        Assert.StartsWith("Another movement is recorded at this time", Refused(await MoveAsync(person, "T-POP", Now.AddHours(-4), Other))[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("The record says the person already left", Refused(await MoveAsync(person, "T-POP", Now.AddHours(-2), Other))[0].Message, StringComparison.Ordinal);
        Assert.Equal($"At court from {Places.Name(Prison)}", await WhereAsync(person));
        Done(await MoveAsync(person, "R-CRT", Now.AddHours(-1), Prison));
        Assert.Equal($"In custody: {Places.Name(Prison)}, B2-14", await WhereAsync(person));
        Assert.StartsWith("This does not fit before the next movement", Refused(await MoveAsync(person, "T-POP", Now.AddDays(-1), Other))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_verb_or_reach_records_a_movement_and_what_is_missing_is_said()
    {
        var person = await PersonAsync();
        Assert.Equal(RefusalKind.Role, Refused(await MoveAsync(person, "C-CRT", Now, by: Pom))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await MoveAsync(person, "C-CRT", Now, by: A.Actor(Role.CaseAdmin, "LEI")))[0].Kind);
        Assert.Equal("DueBackAt", Refused(await MoveAsync(person, "A-ROTL", Now))[0].Field);
        Assert.Equal("To", Refused(await MoveAsync(person, "T-PLAN", Now))[0].Field);
        Assert.Equal(["Reason", "HappenedAt"], Refused(await AskAsync((RecordMovement r) => r.DoAsync(new(person, A.FactId, new()), CaseAdmin, default))).Select(w => w.Field));
        Assert.Single(await EventsAsync(person));
    }

    [Fact]
    public async Task A_final_release_closes_episode_location_and_case_and_a_return_opens_a_new_one()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "L-SED", Now.AddHours(-1)));
        await using (var db = Database.Open())
        {
            Assert.Equal(Today, (await db.Episodes.Current().SingleAsync(e => e.PersonId == person)).ValidTo);
            Assert.Equal(Today, (await db.Locations.Current().SingleAsync(l => l.PersonId == person)).ValidTo);
            var closed = await db.Cases.Current().SingleAsync(c => c.PersonId == person);
            Assert.Equal((Today, CaseClosing.ReleasedWithNothingToSupervise), (closed.ValidTo, closed.ClosedBy));
        }

        Database.Clock.Advance(TimeSpan.FromDays(3));
        Done(await MoveAsync(person, "R-REM", Now.AddHours(-1), Other, by: A.Actor(Role.Reception)));
        await using var later = Database.Open();
        Assert.Equal(2, await later.Cases.Current().CountAsync(c => c.PersonId == person));
        Assert.Equal(Other, (await later.Locations.Current().SingleAsync(l => l.PersonId == person && l.ValidTo == null)).Prison);
    }

    [Fact]
    public async Task A_reception_on_the_day_after_the_closing_continues_the_case()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "L-SED", Now.AddHours(-1)));
        Database.Clock.Advance(TimeSpan.FromDays(1));
        Done(await MoveAsync(person, "R-REM", Now.AddHours(-1), Prison));
        await using var db = Database.Open();
        Assert.Null((await db.Cases.Current().SingleAsync(c => c.PersonId == person)).ValidTo);
    }

    [Fact]
    public async Task A_release_on_licence_keeps_the_case_open_in_the_community()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "L-CRD", Now.AddHours(-1)));
        Assert.StartsWith("In the community:", await WhereAsync(person), StringComparison.Ordinal);
        await using var db = Database.Open();
        Assert.Null((await db.Cases.Current().SingleAsync(c => c.PersonId == person)).ValidTo);
    }

    [Fact]
    public async Task A_correction_names_the_mistake_and_the_chain_is_checked_again()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-5), Other));
        var arrival = Done(await MoveAsync(person, "R-TRN", Now.AddHours(-3), Other));
        MovementForm form = new() { Reason = "R-TRN", HappenedAt = Now.AddHours(-3), To = new("BAI") };
        CorrectMovement.Request correct = new(person, arrival, 1, form, "Wrong prison chosen");

        Assert.Equal("Mistake", Refused(await AskAsync((CorrectMovement c) => c.DoAsync(correct with { Mistake = "" }, CaseAdmin, default)))[0].Field);
        Assert.NotEmpty(Refused(await AskAsync((CorrectMovement c) => c.DoAsync(correct with { Form = form with { HappenedAt = Now.AddHours(-6) } }, CaseAdmin, default))));
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((CorrectMovement c) => c.DoAsync(correct, Pom, default)))[0].Kind);
        Assert.Equal(2, Done(await AskAsync((CorrectMovement c) => c.DoAsync(correct, CaseAdmin, default))));
        var reader = A.Actor(Role.CaseAdmin, "BAI");
        Assert.Equal(2, Done(await AskAsync((CorrectMovement c) => c.DoAsync(correct, reader, default))));
        Assert.IsType<Outcome<int>.Conflict>(await AskAsync((CorrectMovement c) => c.DoAsync(correct with { Form = form with { To = Other } }, reader, default)));

        Assert.Equal($"In custody: {Places.Name(new("BAI"))}, cell not recorded", await WhereAsync(person));
        var line = (await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Movement }, Pom, default))).Lines[0];
        Assert.Equal($"Corrected 5 January 2026: to changed from {Places.Name(Other)} to {Places.Name(new("BAI"))} – Wrong prison chosen", Assert.Single(line.Corrections).Words);
        Assert.Equal(6, (await EventsAsync(person)).Count);
    }
}

public sealed class MovementWritingSqliteTests() : MovementWritingTests(DatabaseKind.Sqlite);

public sealed class MovementWritingPostgresTests() : MovementWritingTests(DatabaseKind.Postgres);
