using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>How often a prison holds sessions, and who stands in for a key worker.</summary>
public abstract class KeyWorkSettingTests(DatabaseKind kind) : AllocationTests(kind)
{
    private readonly StaffId _own = new(A.IdSource.Next());

    private readonly StaffId _other = new(A.IdSource.Next());

    private readonly StaffId _third = new(A.IdSource.Next());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        db.AddRange(Staff(_own, "Kit Kaywell", Role.KeyWorker), Staff(_other, "Oda Standin", Role.KeyWorker), Staff(_third, "Tess Thirdly", Role.KeyWorker));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_prison_holds_sessions_every_week_until_it_says_otherwise()
    {
        Assert.Equal(1, await FrequencyAsync());

        Assert.Equal(2, Done(await SetAsync(2, seen: 1)));
        Assert.Equal(3, Done(await SetAsync(3, seen: 2)));

        Assert.Equal(3, await FrequencyAsync());
        await using var db = Database.Open();
        Assert.Equal(1, await SetSessionFrequency.InForceAsync(db, new("LEI"), default));
    }

    [Fact]
    public async Task What_protects_the_unit_from_other_duties_stays_as_it_was()
    {
        Done(await AskAsync((ProtectFromRedeployment p) => p.DoAsync(true, Homd, default)));

        Done(await SetAsync(4, seen: 1));

        await using var db = Database.Open();
        var setting = await db.PrisonSettings.SingleAsync(s => s.Place == Prison);
        Assert.Equal((true, 4), (setting.IsProtectedFromRedeployment, setting.SessionEveryWeeks!.Value));
    }

    [Fact]
    public async Task Whoever_saw_another_number_is_told_and_the_same_number_twice_is_no_trouble()
    {
        Done(await SetAsync(2, seen: 1));

        Assert.Equal(2, Done(await SetAsync(2, seen: 1)));
        Assert.Equal("Somebody else changed this to 2 weeks while you were here. Look at it again", Assert.Single(Refused(await SetAsync(3, seen: 1))).Message);
        Assert.Equal(2, await FrequencyAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(13)]
    public async Task Only_whole_weeks_from_1_to_12(int? weeks) =>
        Assert.Equal(("Weeks", "Weeks must be a whole number from 1 to 12"), Refused(await SetAsync(weeks, seen: 1)) is [var no] ? (no.Field, no.Message) : default);

    [Fact]
    public async Task A_POM_sets_nothing() =>
        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await AskAsync((SetSessionFrequency s) => s.DoAsync(new(2, 1), Pom, default)))).Kind);

    [Fact]
    public async Task The_prison_has_to_hold_half_as_many_sessions_every_two_weeks()
    {
        var person = await HeldAsync();
        var before = await AskAsync((KeyWorkBoard b) => b.PrisonAsync(Homd, default));

        Done(await SetAsync(2, seen: 1));

        var after = await AskAsync((KeyWorkBoard b) => b.PrisonAsync(Homd, default));
        Assert.Equal((4, 2), (before.Compliance.Projected, after.Compliance.Projected));
        Assert.Equal((1, 2), (before.SessionEveryWeeks, after.SessionEveryWeeks));
        var page = (await AskAsync((KeyWorkOfPerson k) => k.OfAsync(person, Homd, default)))!;
        Assert.Equal(page.ByWeek.Count, page.ByWeek.Sum(w => w.Planned) + page.ByWeek.Count(w => w.Planned == 0));
        Assert.InRange(page.ByWeek.Sum(w => w.Planned), (page.ByWeek.Count / 2) - 1, (page.ByWeek.Count + 1) / 2);
    }

    [Fact]
    public async Task Whoever_covers_is_told_reaches_the_record_and_has_the_person_among_their_own()
    {
        var person = await HeldAsync();

        Done(await CoverAsync(person, _other, Today.AddDays(14)));

        var spell = Assert.Single(await CoversAsync(person));
        Assert.Equal((_other, "Standin, Oda", Today, Today.AddDays(14)), (spell.StaffId!.Value, spell.Name, spell.ValidFrom, spell.ValidTo!.Value));
        Assert.Equal("You stand in as key worker until 19 January 2026.", Assert.Single(await NoticesAsync(_other)).Text);
        var cover = A.Actor(Role.KeyWorker) with { StaffId = _other };
        Assert.Null(await AskAsync((AccessPolicy p) => p.RefusalAsync(Verb.ReadRecord, person, cover, default)));
        Assert.Equal(person, Assert.Single((await AskAsync((KeyWorkBoard b) => b.MineAsync(1, 25, cover, default))).Rows).PersonId);
        Database.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Empty((await AskAsync((KeyWorkBoard b) => b.MineAsync(1, 25, cover, default))).Rows);
    }

    [Fact]
    public async Task Another_cover_takes_over_and_the_same_form_twice_writes_once()
    {
        var person = await HeldAsync();
        var first = Done(await CoverAsync(person, _other, Today.AddDays(14)));
        Assert.Equal(first, Done(await CoverAsync(person, _other, Today.AddDays(14))));
        Database.Clock.Advance(TimeSpan.FromDays(3));

        Done(await CoverAsync(person, _third, Today.AddDays(7)));

        Assert.Equal([(_other, Today.AddDays(-1)), (_third, Today.AddDays(7))], (await CoversAsync(person)).Select(s => (s.StaffId!.Value, s.ValidTo!.Value)));
    }

    [Fact]
    public async Task Another_key_worker_ends_the_cover_of_the_one_before()
    {
        var person = await HeldAsync();
        Done(await CoverAsync(person, _other, Today.AddDays(14)));
        Database.Clock.Advance(TimeSpan.FromDays(3));

        Done(await AskAsync((AllocateKeyWorker a) => a.DoAsync(new(person, _third, "Knows him", 1), Homd, default)));

        Assert.Equal((Today.AddDays(-1), "OVERRIDE"), Assert.Single(await CoversAsync(person)) is var over ? (over.ValidTo!.Value, over.EndReason) : default);
    }

    [Fact]
    public async Task Cover_needs_an_active_key_worker_of_the_prison_who_is_not_their_own_and_a_day()
    {
        var person = await HeldAsync();

        Assert.Equal([("Cover", "Select a key worker from the list"), ("Until", "Enter the last day of cover")], Refused(await CoverAsync(person, _own, null)).Select(no => (no.Field, no.Message)));
        Assert.Equal("Last day of cover must be today or in the future", Assert.Single(Refused(await CoverAsync(person, _other, Today.AddDays(-1)))).Message);
        Assert.Equal("Last day of cover must be within 12 months", Assert.Single(Refused(await CoverAsync(person, _other, Today.AddMonths(12).AddDays(1)))).Message);
        Done(await CoverAsync(person, _other, Today));
    }

    [Fact]
    public async Task Nobody_covers_for_nobody_and_only_those_who_run_key_work_say_who_does()
    {
        var person = await HeldAsync(hasKeyWorker: false);

        Assert.Equal("Choose a key worker first: nobody is there to stand in for", Assert.Single(Refused(await CoverAsync(person, _other, Today))).Message);
        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await CoverAsync(person, _other, Today, Pom))).Kind);
        Assert.Equal(RefusalKind.Reach, Assert.Single(Refused(await CoverAsync(person, _other, Today, A.Actor(Role.Homd, "LEI")))).Kind);
    }

    private Task<int> FrequencyAsync() => AskAsync((SetSessionFrequency s) => s.InForceAsync(Homd, default));

    private Task<Outcome<int>> SetAsync(int? weeks, int seen) => AskAsync((SetSessionFrequency s) => s.DoAsync(new(weeks, seen), Homd, default));

    private Task<Outcome<FactId>> CoverAsync(PersonId person, StaffId cover, DateOnly? until, Actor? by = null) =>
        AskAsync((SetKeyWorkerCover s) => s.DoAsync(new(person, cover, until), by ?? Homd, default));

    private async Task<PersonId> HeldAsync(bool hasKeyWorker = true)
    {
        var person = await UnallocatedAsync();
        await using var db = Database.Open();
        await db.Standings.Where(s => s.PersonId == person).ExecuteDeleteAsync();
        db.Add(new Standing { PersonId = person, ChangedAt = Now, Prison = Prison, ArrivedOn = Today.AddDays(-300), KeyWorker = hasKeyWorker ? _own : null, KeyWorkerSince = hasKeyWorker ? Today.AddDays(-30) : null });
        await db.SaveChangesAsync();
        if (hasKeyWorker)
        {
            await WriteAsync(person, Now, new ManagerAssignment { Id = A.FactId, PersonId = person, Role = Role.KeyWorker, StaffId = _own, Name = "Kaywell, Kit", Place = Prison, ValidFrom = Today.AddDays(-30), Recorded = Written(Now) });
        }

        return person;
    }

    private async Task<List<ManagerAssignment>> CoversAsync(PersonId person)
    {
        await using var db = Database.Open();
        return [.. (await db.Managers.Current().Where(m => m.PersonId == person && m.Role == Role.KeyWorker && m.Part == ManagerPart.Cover).ToListAsync()).OrderBy(m => m.ValidFrom)];
    }
}

public sealed class KeyWorkSettingOnSqliteTests() : KeyWorkSettingTests(DatabaseKind.Sqlite);

public sealed class KeyWorkSettingOnPostgresTests() : KeyWorkSettingTests(DatabaseKind.Postgres);
