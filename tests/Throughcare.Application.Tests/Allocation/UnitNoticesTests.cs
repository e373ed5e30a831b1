using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>What delivery units are told of handovers: Bolton (N50P01) is the home area of everybody here, and nobody has a COM.</summary>
public abstract class UnitNoticesTests(DatabaseKind kind) : AllocationTests(kind)
{
    private static readonly PlaceCode Bolton = new("N50P01");

    private static readonly DateOnly Start = new(2026, 2, 10);

    private static readonly EarlyAllocationAnswers Eligible = new() { ConvictedUnderTerrorismAct = true, HighProfile = false, SeriousCrimePreventionOrder = false, MappaLevel3 = false, CppcCase = false };

    [Fact]
    public async Task A_week_into_a_handover_without_a_COM_its_delivery_unit_is_told_once()
    {
        var person = await FromBoltonAsync(StartsOn(Start));

        await MorningAsync(Start.AddDays(6));
        Assert.Empty(await ToldAsync(HandoverNotices.FollowUp));
        await MorningAsync(Start.AddDays(7));
        await MorningAsync(Start.AddDays(8));

        var told = Assert.Single(await ToldAsync(HandoverNotices.FollowUp));
        Assert.Equal((Bolton, person), (told.Mailbox, told.PersonId));
        Assert.Contains("began on 10 February 2026", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_handover_that_has_a_COM()
    {
        await FromBoltonAsync(StartsOn(Start), com: "Quill, Ann");

        await MorningAsync(Start.AddDays(7));

        Assert.Empty(await ToldAsync(HandoverNotices.FollowUp));
    }

    [Fact]
    public async Task A_short_sentence_is_told_every_second_day_until_a_COM_is_named()
    {
        var person = await FromBoltonAsync(new(2026, 8, 1));
        Assert.Equal("determinate_short", (await StandingAsync(person)).HandoverReason);

        await MorningAsync(Today);
        await MorningAsync(Today);
        await MorningAsync(Today.AddDays(1));
        Assert.Single(await ToldAsync(HandoverNotices.ShortSentence));
        await MorningAsync(Today.AddDays(1));
        Assert.Equal(2, (await ToldAsync(HandoverNotices.ShortSentence)).Count);

        await ComAsync(person, "Quill, Ann");
        await MorningAsync(Today.AddDays(2));
        Assert.Equal(2, (await ToldAsync(HandoverNotices.ShortSentence)).Count);
    }

    [Fact]
    public async Task Each_delivery_unit_is_told_once_a_month_what_comes_and_also_that_nothing_does()
    {
        await FromBoltonAsync(StartsOn(Start));

        await MorningAsync(Today);
        await MorningAsync(new(2026, 1, 30));
        var first = await ToldAsync(HandoverNotices.Pipeline);
        await MorningAsync(new(2026, 2, 1));

        Assert.Equal(ProbationPlaces.Table.Rows.Count(place => place.Level is ProbationLevel.Pdu), first.Count);
        Assert.StartsWith("1 handover to this delivery unit starts", Assert.Single(first, n => n.Mailbox == Bolton).Text, StringComparison.Ordinal);
        Assert.StartsWith("No handover to this delivery unit", Assert.Single(first, n => n.Mailbox == new PlaceCode("N55P01")).Text, StringComparison.Ordinal);
        Assert.Equal(2 * first.Count, (await ToldAsync(HandoverNotices.Pipeline)).Count);
    }

    [Fact]
    public async Task Setting_the_community_to_lead_tells_the_delivery_unit_and_the_head_of_the_unit()
    {
        var person = await FromBoltonAsync(StartsOn(Start));
        var id = A.FactId;

        Done(await AskAsync((OverrideResponsibility o) => o.DoAsync(new(person, id, ResponsibilitySide.Probation, "prisoner_has_been_recalled", null), Homd, default)));
        Done(await AskAsync((OverrideResponsibility o) => o.DoAsync(new(person, id, ResponsibilitySide.Probation, "prisoner_has_been_recalled", null), Homd, default)));

        Assert.Equivalent(new[] { Bolton, Prison }, (await ToldAsync(HandoverNotices.Override)).Select(n => n.Mailbox!.Value));
        Assert.Contains((await AskAsync((Notices n) => n.OfAsync(1, 25, Homd, default))).Rows, row => row.IsForOffice && row.LastCommaFirst is not null);
        Assert.Contains((await AskAsync((Notices n) => n.OfAsync(1, 25, A.Actor(Role.Spo, "N50P01"), default))).Rows, row => row is { IsForOffice: true, LastCommaFirst: null });
    }

    [Fact]
    public async Task An_eligible_assessment_in_its_time_is_told_and_an_earlier_one_only_to_the_POM_once_the_time_comes()
    {
        var person = await FromBoltonAsync(Today.AddMonths(18).AddDays(10));
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        Done(await AssessAsync(person));

        await MorningAsync(Today.AddDays(9));
        Assert.Empty(await ToldAsync(HandoverNotices.EarlyEligible));
        Assert.Empty(await ToldAsync(HandoverNotices.EarlyReview));
        await MorningAsync(Today.AddDays(1));
        await MorningAsync(Today.AddDays(200));   // what is told once in a sentence is not forgotten
        var asked = Assert.Single(await ToldAsync(HandoverNotices.EarlyReview));
        Done(await AssessAsync(person));

        Assert.Equal((PrisonPom, person), (asked.Staff, asked.PersonId));
        Assert.Equal((Bolton, person), Assert.Single(await ToldAsync(HandoverNotices.EarlyEligible)) is var told ? (told.Mailbox, told.PersonId) : default);
    }

    [Fact]
    public async Task Coming_into_open_conditions_tells_the_delivery_unit_once()
    {
        var person = await FromBoltonAsync(new(2030, 1, 1));
        await LifeAsync(person);
        Assert.Equal(("indeterminate", Responsibility.CustodyOnly), ((await StandingAsync(person)).HandoverReason, (await StandingAsync(person)).Responsibility));

        foreach (var prison in new[] { "FDI", "LHI", "FDI" })
        {
            await MoveAsync(person, new(prison));
        }

        Assert.Equal("indeterminate_open", (await StandingAsync(person)).HandoverReason);
        Assert.Equal((Bolton, person), Assert.Single(await ToldAsync(HandoverNotices.OpenConditions)) is var told ? (told.Mailbox, told.PersonId) : default);
    }

    [Fact]
    public async Task The_pipeline_of_a_delivery_unit_lists_its_people_by_the_start_of_the_handover()
    {
        var (later, sooner) = (await FromBoltonAsync(StartsOn(Start)), await FromBoltonAsync(StartsOn(new(2026, 2, 2)), number: "A1234BD", last: "Bexmarsh"));
        var far = await FromBoltonAsync(StartsOn(new(2026, 3, 20)), number: "A1234BE", last: "Cexmarsh");
        foreach (var person in new[] { later, sooner, far })
        {
            await UnitReachAsync(person);
        }

        await UnitReachAsync(await FromBoltonAsync(StartsOn(Start), number: "A1234BF", last: "Dexmarsh", lines: "2 Ash Road\nYork"));
        var head = A.Actor(Role.HeadPdu, "N50P01");

        var page = await AskAsync((HandoverPipeline p) => p.OfAsync(1, 25, head, default));
        var second = await AskAsync((HandoverPipeline p) => p.OfAsync(2, 1, head, default));

        Assert.Equal(["Bexmarsh, Ada", "Abelmarsh, Ada"], page.Rows.Select(row => row.LastCommaFirst));
        Assert.Equal((2, "Abelmarsh, Ada"), (second.Total, Assert.Single(second.Rows).LastCommaFirst));
        Assert.Equal(("A1234BC", new DateOnly(2026, 2, 10), "CRD", Prison), (second.Rows[0].PrisonNumber, second.Rows[0].Start, second.Rows[0].Release!.Value.Code, second.Rows[0].Prison));
        Assert.Equal(0, (await AskAsync((HandoverPipeline p) => p.OfAsync(1, 25, A.Actor(Role.HeadPdu, "N55P01"), default))).Total);
        Assert.Equal(0, (await AskAsync((HandoverPipeline p) => p.OfAsync(1, 25, Homd, default))).Total);
    }

    private Task<Outcome<EarlyAllocationOutcome>> AssessAsync(PersonId person) =>
        AskAsync((AssessEarlyAllocation a) => a.DoAsync(new(person, A.FactId, Today.AddDays(-7), Eligible), Homd, default));

    /// <summary>The release date of a handover that starts on a day: 8 months and 14 days later.</summary>
    private static DateOnly StartsOn(DateOnly day) => day.AddDays(14).AddMonths(8);

    private async Task<PersonId> FromBoltonAsync(DateOnly release, string? com = null, string number = "A1234BC", string last = "Abelmarsh", string lines = "1 Elm Road\nBolton")
    {
        var person = await UnallocatedAsync(number: number, last: last);
        await WriteAsync(person, Now, new PersonAddress { Id = A.FactId, PersonId = person, ValidFrom = new(2024, 1, 1), Recorded = Written(Now), Use = AddressUse.Home, Lines = lines });
        await using (var db = Database.Open())
        {
            await db.KeyDates.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Crd, release));
        }

        if (com is not null)
        {
            await ComAsync(person, com);
        }

        await RecomputeAsync();
        return person;
    }

    private Task ComAsync(PersonId person, string name) =>
        WriteAsync(person, Now, new ManagerAssignment { Id = A.FactId, PersonId = person, ValidFrom = Today, Recorded = Written(Now), Role = Role.Com, Name = name, Place = Bolton });

    private async Task LifeAsync(PersonId person)
    {
        await using (var db = Database.Open())
        {
            await db.Sentences.Where(s => s.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(s => s.Type, Coded.Of("ALP")));
            await db.KeyDates.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Crd, (DateOnly?)null).SetProperty(d => d.Ted, new DateOnly(2030, 1, 1)));
        }

        await RecomputeAsync();
    }

    private async Task MoveAsync(PersonId person, PlaceCode to)
    {
        await using (var db = Database.Open())
        {
            await db.Movements.Where(m => m.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(m => m.To, to));
            await db.Locations.Where(l => l.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(l => l.Prison, to));
        }

        await RecomputeAsync();
    }

    private async Task MorningAsync(DateOnly day)
    {
        Database.Clock.SetUtcNow(London.At(day, new(10, 0)));
        await RecomputeAsync();
        await AskAsync((TellByMorning t) => t.DoAsync(default));
    }

    private Task RecomputeAsync() => AskAsync((RecomputeDueItems r) => r.DoAsync(null, null, 1, null, default));

    private async Task<Standing> StandingAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.Standings.SingleAsync(s => s.PersonId == person);
    }

    private async Task<List<Notice>> ToldAsync(string code)
    {
        await using var db = Database.Open();
        return await db.Notices.Where(n => n.Code == code).ToListAsync();
    }

    private async Task UnitReachAsync(PersonId person)
    {
        await using var db = Database.Open();
        db.Add(new PersonReach { PersonId = person, Holder = ReachHolder.Of(Bolton), Kind = ReachKind.Unit, From = new(2025, 1, 1) });
        await db.SaveChangesAsync();
    }
}

public sealed class UnitNoticesSqliteTests() : UnitNoticesTests(DatabaseKind.Sqlite);

public sealed class UnitNoticesPostgresTests() : UnitNoticesTests(DatabaseKind.Postgres);
