using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.Nation;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Population.Tests.Nation;

/// <summary>A population in the record: complete, provable, findable, and the same however often the loading was stopped.</summary>
public abstract class LoadPopulationTests(DatabaseKind kind)
{
    private static readonly NationOptions Demo = new() { Size = PopulationSize.Demo, AsOf = new DateOnly(2026, 1, 5), Threads = 2 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loaded_population_is_whole_and_every_chain_holds()
    {
        await using var database = await FictionalAsync();
        var loaded = await LoadAsync(database, new NationGenerator(Demo));

        Assert.Equal((600, 0), (loaded.People, loaded.Before));
        await using var db = database.Open();
        Assert.Equal(loaded.Contacts, await db.Contacts.LongCountAsync(Stop));
        Assert.Equal(600, await db.Cases.Current().CountAsync(Stop));
        var walked = await new VerifyChains(db).DoAsync(null, Stop);
        Assert.Null(walked.Broken);
        Assert.Equal(600, walked.People);
    }

    [Fact]
    public async Task Stopped_between_batches_it_goes_on_and_ends_with_the_same_content()
    {
        await using var calm = await FictionalAsync();
        await LoadAsync(calm, new NationGenerator(Demo));
        await using var troubled = await FictionalAsync();
        var loader = new LoadPopulation(troubled.Services.GetRequiredService<IServiceScopeFactory>());
        await Assert.ThrowsAsync<StoppedException>(() => loader.DoAsync(new Stopping(new NationGenerator(Demo), 1), 1, null, Stop));

        var loaded = await LoadAsync(troubled, new NationGenerator(Demo));

        Assert.True(loaded.Before is > 0 and < 600, $"{loaded.Before} were there before it went on.");
        Assert.Equal(await ContentAsync(calm), await ContentAsync(troubled));
        var again = await LoadAsync(troubled, new NationGenerator(Demo));
        Assert.Equal((600, 600, 0L), (again.People, again.Before, again.Contacts));
    }

    [Fact]
    public async Task What_is_written_in_bulk_is_what_would_have_been_written_act_by_act()
    {
        await using var bulk = await FictionalAsync();
        await using var acts = await FictionalAsync();
        int[] numbers = [1, 2, 3, 4, 7, 9, 20, 31, 100];
        await using (var db = bulk.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            await new WholeRecordWriter(db).WriteAsync([.. numbers.Select(new NationGenerator(Demo).Person)], Stop);
            await transaction.CommitAsync(Stop);
        }

        foreach (var person in numbers.Select(new NationGenerator(Demo).Person))
        {
            foreach (var act in person.Acts)
            {
                await using var db = acts.Open();
                await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                var recorder = new BulkRecorder(db);
                var heads = await recorder.LockAsync([person.PersonId], Stop);
                var happened = act.Happened ?? (act.Writes[0].After is Contact contact
                    ? new ContactRecorded(contact.PersonId, contact.Id, contact.Type, contact.HappenedAt, contact.Sensitivity) : null)!;
                await recorder.WriteAsync(heads, [new Change<PersonId>(person.PersonId, happened, act.Writes)], act.Entry, Stop);
                await transaction.CommitAsync(Stop);
            }
        }

        Assert.Equal(await ContentAsync(acts), await ContentAsync(bulk));
    }

    [Fact]
    public async Task Its_people_are_found_and_their_pages_open()
    {
        await using var database = await FictionalAsync();
        await LoadAsync(database, new NationGenerator(Demo with { KnownStaff = DemoAccounts.Staff }));
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var prison = new PlaceCode("LHI");
        var held = await db.Locations.Current().Where(l => l.Prison == prison && l.ValidTo == null).OrderBy(l => l.PersonId).Select(l => l.PersonId).ToListAsync(Stop);
        var name = await db.Names.Current().FirstAsync(n => n.PersonId == held[0] && n.Type == NameType.Current, Stop);
        var head = DemoAccounts.All.Single(demo => demo.Roles[0] is { Role: Role.HeadOmu } role && role.Place == prison);
        var actor = new Actor(head.StaffId, Role.HeadOmu, prison, Door.Page);

        Assert.Equal(230, held.Count);
        var found = await scope.ServiceProvider.GetRequiredService<PersonSearch>().OfAsync(new($"{name.First} {name.Last}"), actor, Stop);
        Assert.Contains(Assert.IsType<PersonSearch.Answer.List>(found).Rows, row => row.PersonId == held[0] && row.IsReached);
        foreach (var person in held.Take(25))
        {
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<Overview>().OfAsync(person, actor, Stop));
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<PersonBanner>().OfAsync(person, actor, Stop));
            Assert.NotEmpty((await scope.ServiceProvider.GetRequiredService<Timeline>().PageAsync(new(person), actor, Stop)).Lines);
        }
    }

    [Fact]
    public async Task It_is_not_written_beside_people_of_anybody_else()
    {
        await using var database = await FictionalAsync();
        await using (var db = database.Open())
        {
            db.Add(new Person { Id = new PersonId(Guid.Parse("0198fa42-3620-7d44-8000-000000000001")), CreatedAt = database.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Stop);
        }

        Assert.Contains("not of this population", await RefusalAsync(database, Demo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_beginning_of_another_population_is_not_gone_on_with()
    {
        await using var database = await FictionalAsync();
        await LoadAsync(database, new NationGenerator(Demo));

        Assert.Contains("another population", await RefusalAsync(database, Demo with { AsOf = Demo.AsOf.AddDays(1) }), StringComparison.Ordinal);
        Assert.Contains("another population", await RefusalAsync(database, Demo with { HistoryMonths = 12 }), StringComparison.Ordinal);
        Assert.Contains("not of this population", await RefusalAsync(database, Demo with { Seed = 43 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_for_real_people_takes_none()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var scope = database.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Installation>().BeginAsync(fictional: false, Stop);
        }

        Assert.Contains("real people", await RefusalAsync(database, Demo), StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.False(await db.People.AnyAsync(Stop));
    }

    private async Task<TestDatabase> FictionalAsync()
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var scope = database.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Installation>().BeginAsync(fictional: true, Stop);
        return database;
    }

    private async Task<LoadPopulation.Loaded> LoadAsync(TestDatabase database, IPopulation population) =>
        Assert.IsType<Outcome<LoadPopulation.Loaded>.Done>(await new LoadPopulation(database.Services.GetRequiredService<IServiceScopeFactory>())
            .DoAsync(population, kind is DatabaseKind.Sqlite ? 1 : 2, null, Stop)).Value;

    private static async Task<string> RefusalAsync(TestDatabase database, NationOptions options) =>
        Assert.IsType<Outcome<LoadPopulation.Loaded>.Refused>(await new LoadPopulation(database.Services.GetRequiredService<IServiceScopeFactory>())
            .DoAsync(new NationGenerator(options), 1, null, Stop)).Why[0].Message;

    /// <summary>All that is on record, without the positions of events, which depend on the order of writing. A head's hash holds for all events.</summary>
    private static async Task<List<string>> ContentAsync(TestDatabase database)
    {
        await using var db = database.Open();
        List<string> lines = [];
        lines.AddRange((await db.RecordHeads.ToListAsync(Stop)).Select(h => $"head {h.PersonId} {h.Seq} {Convert.ToHexString(h.Hash)}"));
        lines.AddRange((await db.People.ToListAsync(Stop)).Select(p => $"person {p.Id} {p.CreatedAt:O}"));
        lines.AddRange((await db.Timeline.ToListAsync(Stop)).Select(t => $"line {t.PersonId} {t.HappenedAt:O} {t.Id} {t.Kind} {t.EntryId} {t.Sensitivity} {t.RecordedAt:O} {t.ReplacedAt:O}"));
        lines.AddRange((await db.NameKeys.ToListAsync(Stop)).Select(k => $"key {k.PersonId} {k.Kind} {k.Key}"));
        lines.AddRange((await db.Reach.ToListAsync(Stop)).Select(r => $"reach {r.PersonId} {r.Holder} {r.Kind} {r.From:O} {r.Until:O}"));
        lines.AddRange((await db.Contacts.ToListAsync(Stop)).Select(c => $"contact {c}"));
        lines.AddRange((await db.Locations.ToListAsync(Stop)).Select(l => $"location {l}"));
        lines.AddRange((await db.Alerts.ToListAsync(Stop)).Select(a => $"alert {a}"));
        lines.AddRange((await db.Managers.ToListAsync(Stop)).Select(m => $"manager {m}"));
        lines.AddRange((await db.KeyDates.ToListAsync(Stop)).Select(k => $"dates {k}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private sealed class StoppedException : Exception;

    /// <summary>Gives so many batches and then fails, as a machine does that is switched off.</summary>
    private sealed class Stopping(NationGenerator all, int after) : IPopulation
    {
        public string Name => all.Name;

        public int People => all.People;

        public int BatchSize => all.BatchSize;

        public IReadOnlyList<StaffMember> Staff => all.Staff;

        public IReadOnlyDictionary<ulong, int> NumbersByTail() => all.NumbersByTail();

        public async IAsyncEnumerable<(int Batch, IReadOnlyList<WholeRecord> People)> MakeAsync(Func<int, bool>? isWanted = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var batch = 0; batch < after; batch++)
            {
                yield return (batch, all.Batch(batch));
            }

            // the batches so far are committed when the next one is asked for and taken
            yield return (after, []);
            yield return (after, []);
            yield return (after, []);
            await Task.Yield();
            throw new StoppedException();
        }
    }
}

public sealed class SqliteLoadPopulationTests() : LoadPopulationTests(DatabaseKind.Sqlite);

public sealed class PostgresLoadPopulationTests() : LoadPopulationTests(DatabaseKind.Postgres);
