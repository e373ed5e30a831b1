using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Api;

public abstract class ChangeFeedTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ChangeFeedTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ChangeFeedTests(DatabaseKind.Postgres)
    {
        [Fact]
        public async Task An_event_whose_writer_is_slow_is_waited_for_where_reading_by_position_alone_would_skip_it()
        {
            await using var app = await App.StartAsync(DatabaseKind.Postgres);
            var (slow, fast) = (await app.PersonAsync(), await app.PersonAsync());

            // the slow writer takes its position first and commits last; the fast one's transaction is the older of the two
            await using var slowDb = app.Database.Open();
            await using var fastDb = app.Database.Open();
            await using var fastTransaction = await fastDb.Database.BeginTransactionAsync();
            var fastHead = await fastDb.LockHeadAsync(fast.Id, default);
            await using var slowTransaction = await slowDb.Database.BeginTransactionAsync();
            var slowHead = await slowDb.LockHeadAsync(slow.Id, default);
            var slowPosition = (await slowDb.Dialect.NextPositionsAsync(slowDb, 1, default))[0];
            var fastPosition = (await fastDb.Dialect.NextPositionsAsync(fastDb, 1, default))[0];
            await AppendAsync(fastDb, fastHead, fastPosition);
            await fastTransaction.CommitAsync();

            await using var reader = app.Database.Open();
            var byPosition = await reader.RecordEvents.Where(e => e.Position > 0).OrderBy(e => e.Position).Select(e => e.Position).ToListAsync();
            var early = await FeedAsync(app, 0);
            await AppendAsync(slowDb, slowHead, slowPosition);
            await slowTransaction.CommitAsync();
            var late = await FeedAsync(app, early.Position);

            Assert.True(slowPosition < fastPosition);
            Assert.Equal([fastPosition], byPosition);   // a reader that went on from here would never see the slow one
            Assert.Empty(early.Events);
            Assert.Equal([slowPosition, fastPosition], late.Events.Select(e => e.Position));
        }

        [Fact]
        public async Task A_writer_that_gives_up_holds_nobody_back()
        {
            await using var app = await App.StartAsync(DatabaseKind.Postgres);
            var (one, other) = (await app.PersonAsync(), await app.PersonAsync());
            await using (var db = app.Database.Open())
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.LockHeadAsync(one.Id, default);
                await db.Dialect.NextPositionsAsync(db, 5, default);
                await transaction.RollbackAsync();
            }

            await RecordAsync(app, other.Id, 1);

            Assert.Single((await FeedAsync(app, 0)).Events);
        }

        private static async Task AppendAsync(ThroughcareDb db, RecordHead head, long position)
        {
            db.Entry(head).State = EntityState.Modified;
            db.Add(RecordChain.Append(head, new NameChanged(head.PersonId, A.FactId), A.Entry, position));
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task A_reader_sees_every_event_of_many_writers_at_once_exactly_once_and_in_order()
    {
        const int Writers = 6;
        const int Each = 15;
        await using var app = await App.StartAsync(kind);
        List<App.Seeded> people = [];
        for (var i = 0; i < 4; i++)
        {
            people.Add(await app.PersonAsync());
        }

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await RecordAsync(app, people[(w + i) % people.Count].Id, (w * 1000) + i);
            }
        })));

        List<long> seen = [];
        var position = 0L;
        var polls = 0;
        while (true)
        {
            var wasDone = writing.IsCompleted;
            var page = await FeedAsync(app, position, 7);
            seen.AddRange(page.Events.Select(e => e.Position));
            Assert.True(page.Position >= position);
            position = page.Position;
            polls++;
            if (wasDone && page.Events.Count == 0 && !page.IsMore)
            {
                break;
            }
        }

        await writing;
        await using var db = app.Database.Open();
        var written = await db.RecordEvents.OrderBy(e => e.Position).Select(e => e.Position).ToListAsync();
        Assert.Equal(Writers * Each, written.Count);
        Assert.Equal(written, seen);
        Assert.True(polls > 2);
    }

    [Fact]
    public async Task The_feed_tells_of_those_alone_whom_the_client_reaches_and_of_nothing_held_closely()
    {
        await using var app = await App.StartAsync(kind);
        var (mine, others, limited) = (await app.PersonAsync(), await app.PersonAsync("LNI"), await app.PersonAsync());
        await app.RestrictAsync(limited.Id);
        await RecordAsync(app, mine.Id, 1);
        await RecordAsync(app, others.Id, 2);
        await RecordAsync(app, limited.Id, 3);
        await RecordAsync(app, mine.Id, 4, form => form with { Sensitivity = Sensitivity.Sensitive });
        await RecordAsync(app, mine.Id, 5, form => form with { Sensitivity = Sensitivity.Restricted, IsThirdParty = true, ThirdPartySource = "His sister" });
        await AppendAsync(app, new Application.Access.RecordLimited(mine.Id, false, new(2026, 6, 1)), new ListRowsImported(mine.Id, ImportSource.Victims, new(2026, 1, 5), ["VictimContact"]), new AlertRaised(mine.Id, A.FactId, "XCA", new(2026, 1, 5)));
        var caller = await ApiCaller.OfAsync(app, Role.Homd, "LHI", "events.read", "contacts.read", "sensitive.read");

        var page = await caller.ReadAsync("/api/v1/events?since=0&limit=500");

        var events = page.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["ContactRecorded", "AlertRaised"], events.Select(e => e.GetProperty("kind").GetString()));
        Assert.All(events, e => Assert.Equal(mine.Id.Value, e.GetProperty("personId").GetGuid()));
        Assert.Equal(8, page.GetProperty("position").GetInt64());
        Assert.DoesNotContain("text", page.ToString(), StringComparison.Ordinal);
        Assert.Empty((await caller.ReadAsync("/api/v1/events?since=8")).GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task Pages_of_the_feed_go_on_where_the_one_before_ended()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        for (var i = 0; i < 5; i++)
        {
            await RecordAsync(app, person.Id, i);
        }

        var caller = await ApiCaller.OfAsync(app);
        List<long> seen = [];
        JsonElement page;
        var since = 0L;
        do
        {
            page = await caller.ReadAsync($"/api/v1/events?since={since}&limit=2");
            seen.AddRange(page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("position").GetInt64()));
            since = page.GetProperty("position").GetInt64();
        }
        while (page.GetProperty("isMore").GetBoolean());

        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.Equal(5, since);
    }

    private static async Task<ChangeFeed.Page> FeedAsync(App app, long since, int count = 100)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChangeFeed>().SinceAsync(since, count, A.Actor(Role.HeadOmu), default);
    }

    private static async Task RecordAsync(App app, PersonId person, int minute, Func<ContactForm, ContactForm>? more = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var form = new ContactForm
        {
            Type = "C201",
            HappenedAt = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero).AddSeconds(-minute),
            Mode = ContactMode.FaceToFace,
            Text = "Came to the wing office to ask about the course. Has the form and will bring it back.",
            Sharing = Sharing.Yes,
        };
        var outcome = await scope.ServiceProvider.GetRequiredService<RecordContact>()
            .DoAsync(new(person, A.FactId, more is null ? form : more(form)), A.Actor(Role.Homd, "LHI") with { Place = new("LHI") }, default);
        if (outcome is Outcome<RecordContact.Recorded>.Refused refused)
        {
            // out of this actor's reach: somebody at the other prison, or on the list, recorded it
            await AppendAsync(app, new ContactRecorded(person, A.FactId, "C201", form.HappenedAt.Value, Sensitivity.Standard));
            Assert.NotEmpty(refused.Why);
        }
    }

    private static async Task AppendAsync(App app, params RecordEvent[] events)
    {
        await using var db = app.Database.Open();
        foreach (var happened in events)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var head = await db.LockHeadAsync(happened.PersonId, default);
            db.Entry(head).State = head.IsNew ? EntityState.Added : EntityState.Modified;
            db.Add(RecordChain.Append(head, happened, A.Entry, (await db.Dialect.NextPositionsAsync(db, 1, default))[0]));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }
    }
}
