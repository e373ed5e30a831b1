using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Population.Nation;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Population.Tests.Standards;

/// <summary>What is due of the 600 people of the demo, worked out all at once and act by act.</summary>
public abstract class DueItemsOfThePopulationTests(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly NationOptions Demo = new() { Size = PopulationSize.Demo, AsOf = new DateOnly(2026, 1, 5), Threads = 2, KnownStaff = DemoAccounts.Staff };

    private TestDatabase _database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _database.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        await using (var scope = _database.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Installation>().BeginAsync(fictional: true, Stop);
        }

        await new LoadPopulation(_database.Services.GetRequiredService<IServiceScopeFactory>()).DoAsync(new NationGenerator(Demo), kind is DatabaseKind.Sqlite ? 1 : 2, null, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Worked_out_all_at_once_it_is_whole_and_the_same_each_time()
    {
        await Only_the_people_of_a_place_are_worked_out_where_that_is_asked();
        await A_second_computation_writes_nothing_and_one_that_was_stopped_goes_on();
        await Cases_stand_where_their_facts_say_and_change_only_with_them();
        await Items_hold_no_contradiction();
        await Every_item_explains_itself_and_comes_out_as_it_is_stored();
    }

    [Fact]
    public async Task Worked_out_act_by_act_and_day_by_day_it_is_what_it_would_be_all_at_once()
    {
        await Those_whom_a_file_changed_are_worked_out_by_the_job_and_are_then_the_same_as_worked_out_with_all();
        await Recording_a_contact_meets_what_it_meets_in_the_same_transaction_and_what_was_due_before_stays_readable();
        await A_new_day_writes_only_what_is_over_or_comes_next();
    }

    private async Task A_second_computation_writes_nothing_and_one_that_was_stopped_goes_on()
    {
        var first = await RecomputeAsync(null);
        Assert.True(first.People > 400 && first.Written > first.People, $"{first}");
        Assert.Equal(0, (await RecomputeAsync(null)).Written);

        using var halt = new CancellationTokenSource();
        var halfway = new Halt(halt);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Recompute.DoAsync(null, null, 1, halfway, halt.Token));
        var rest = await RecomputeAsync(null);
        Assert.True(kind is DatabaseKind.Postgres ? rest.Resumed > 0 : rest.Resumed is > 0 and < 600, $"{rest}");
        Assert.Equal((first.People, 0), (rest.People, rest.Written));
    }

    private async Task Cases_stand_where_their_facts_say_and_change_only_with_them()
    {
        await using var db = _database.Open();
        var standings = await db.Standings.ToListAsync(Stop);
        var changes = await db.StandingChanges.CountAsync(Stop);
        Assert.Equal(standings.Count(s => s.ScopeReason is not null), await db.StandingChanges.CountAsync(c => c.Kind == StandingKind.Scope && c.Before == null, Stop));
        Assert.Contains(standings, s => s.IsInScope is true && s.Tier is not null && s.Handover is not null);
        Assert.All(standings, s =>
        {
            Assert.True(s.Responsibility is not null || s.Prison is null || s.IsInScope is not true, $"{s}");
            Assert.True(s.HandoverStart is null || s.HandoverStart <= s.Handover, $"{s}");
            Assert.True(s.Handover is null || s.HandoverReason is not null, $"{s}");
            Assert.True(s.Missing is null || (s.Prison is not null && s.IsInScope is true), $"{s}");
        });

        await RecomputeAsync(null);
        Assert.Equal(changes, await db.StandingChanges.CountAsync(Stop));
        await using var scope = _database.Services.CreateAsyncScope();
        var some = standings.Where((_, i) => i % 7 == 0).ToList();
        var histories = await scope.ServiceProvider.GetRequiredService<CaseHistories>().LoadForStandardsAsync([.. some.Select(s => s.PersonId)], Stop);
        Assert.All(some, s => Assert.True(Standings.Of(s.PersonId, histories[s.PersonId].At(new DateOnly(2026, 1, 5), Now)).SaysTheSameAs(s), $"{s}"));
    }

    private async Task Only_the_people_of_a_place_are_worked_out_where_that_is_asked()
    {
        var found = await RecomputeAsync(new PlaceCode("LHI"));
        Assert.Equal(230, found.People);
        await using var db = _database.Open();
        Assert.Equal(found.Written, await db.DueItems.CountAsync(Stop));
    }

    private async Task Those_whom_a_file_changed_are_worked_out_by_the_job_and_are_then_the_same_as_worked_out_with_all()
    {
        await using var scope = _database.Services.CreateAsyncScope();
        var drained = await scope.ServiceProvider.GetRequiredService<DrainStalePeople>().DoAsync(Stop);
        Assert.Equal(600, drained.People);
        await using (var db = _database.Open())
        {
            Assert.False(await db.StalePeople.AnyAsync(Stop));
        }

        Assert.Equal(0, (await RecomputeAsync(null)).Written);
        Assert.Equal((0, 0), await scope.ServiceProvider.GetRequiredService<DrainStalePeople>().DoAsync(Stop));
    }

    private async Task Recording_a_contact_meets_what_it_meets_in_the_same_transaction_and_what_was_due_before_stays_readable()
    {
        await using var db = _database.Open();
        var item = await db.DueItems.FirstAsync(i => i.ReplacedAt == null && i.State == ItemState.Open && i.Family == "first_contact_supervisor" && i.Responsible == Role.Pom && i.EffectiveDueOn < new DateOnly(2026, 1, 5), Stop);
        var actor = new Actor(DemoAccounts.All.First(a => a.Roles[0].Role == Role.Pom).StaffId, Role.Pom, item.Place!.Value, Door.Page);
        var before = Now;
        _database.Clock.Advance(TimeSpan.FromHours(2));

        await using var scope = _database.Services.CreateAsyncScope();
        var form = new ContactForm { Type = "TC01", HappenedAt = Now.AddMinutes(-90), Mode = ContactMode.FaceToFace, Text = "Met on the wing and introduced myself; talked through the sentence plan and the first three weeks. Agreed to meet on Monday.", NotAboutThePlan = "There is no plan yet", DurationMinutes = 30 };
        var outcome = await scope.ServiceProvider.GetRequiredService<RecordContact>().DoAsync(new(item.PersonId, A.FactId, form), actor, Stop);
        Assert.True(outcome is Outcome<RecordContact.Recorded>.Done, outcome is Outcome<RecordContact.Recorded>.Refused no ? no.Why[0].Message : $"{outcome}");

        var versions = await db.DueItems.Where(i => i.PersonId == item.PersonId && i.Id == item.Id).OrderBy(i => i.Version).ToListAsync(Stop);
        Assert.Equal([ItemState.Open, ItemState.MetLate], versions.Select(v => v.State));
        Assert.Equal(versions[1].RecordedAt, versions[0].ReplacedAt);
        Assert.True(versions[0].RecordedAt <= before);
        Assert.Equal(new DateOnly(2026, 1, 5), versions[1].EvidenceOn);
        Assert.Equal(0, (await RecomputeAsync(null)).Written);   // what one act made of it is what a computation of everybody makes of it
    }

    private async Task A_new_day_writes_only_what_is_over_or_comes_next()
    {
        var evening = Now;
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await RecomputeAsync(null);
        await using var db = _database.Open();
        var written = await db.DueItems.Where(i => i.Version > 1 && i.RecordedAt > evening).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Stop);
        Assert.DoesNotContain(written, w => w.Key is ItemState.Open && w.Count > 60);
    }

    private async Task Items_hold_no_contradiction()
    {
        await using var db = _database.Open();
        var items = await db.DueItems.ToListAsync(Stop);
        Assert.All(items, item =>
        {
            Assert.Equal(item.State is ItemState.MetOnTime or ItemState.MetLate, item.EvidenceOn is not null);
            Assert.True(item.State is not ItemState.MetOnTime || item.DueAt is not null || item.EvidenceOn <= item.EffectiveDueOn, $"{item}");
            Assert.True(item.State is not ItemState.MetLate || item.DueAt is not null || item.EvidenceOn > item.EffectiveDueOn, $"{item}");
            Assert.True(item.State is not ItemState.Missed || item.StateSince <= new DateOnly(2026, 1, 5), $"{item}");
            Assert.True(item.State is not ItemState.NotDetermined || item.Note is { Length: > 0 }, $"{item}");
        });
        Assert.Equal(items.Count, items.Select(i => (i.PersonId, i.Key)).Distinct().Count());
        foreach (var state in new[] { ItemState.Open, ItemState.MetOnTime, ItemState.MetLate, ItemState.Missed, ItemState.NotDetermined })
        {
            Assert.Contains(items, item => item.State == state);
        }
    }

    private async Task Every_item_explains_itself_and_comes_out_as_it_is_stored()
    {
        await using var scope = _database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var people = await db.DueItems.Select(i => i.PersonId).Distinct().OrderBy(p => p).Take(12).ToListAsync(Stop);
        var histories = await scope.ServiceProvider.GetRequiredService<CaseHistories>().LoadForStandardsAsync(people, Stop);
        foreach (var item in await db.DueItems.Where(i => people.Contains(i.PersonId)).ToListAsync(Stop))
        {
            var told = StandardsInUse.Engine.Explain(histories[item.PersonId], new(2026, 1, 5), Now, StandardDecisions.None, item.Key);
            Assert.NotNull(told);
            Assert.NotEmpty(told.Arithmetic);
            Assert.True(told.Item!.SaysTheSameAs(item), $"{told.Item}\n{item}");
            Assert.Equal(item.Rule, told.Rule.Id);
        }
    }

    private RecomputeDueItems Recompute => new(_database.Services.GetRequiredService<IServiceScopeFactory>(), _database.Clock);

    private Task<RecomputeDueItems.Result> RecomputeAsync(PlaceCode? place) => Recompute.DoAsync(place, null, kind is DatabaseKind.Sqlite ? 1 : 2, null, Stop);

    /// <summary>Switches off when the first batch is told of.</summary>
    private sealed class Halt(CancellationTokenSource source) : IProgress<RecomputeDueItems.Progress>
    {
        public void Report(RecomputeDueItems.Progress value) => source.Cancel();
    }
}

public sealed class DueItemsOfThePopulationOnSqliteTests() : DueItemsOfThePopulationTests(DatabaseKind.Sqlite);

public sealed class DueItemsOfThePopulationOnPostgresTests() : DueItemsOfThePopulationTests(DatabaseKind.Postgres);
