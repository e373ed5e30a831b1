using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record.Matching;

public abstract class MatchListTests(DatabaseKind kind) : RecordTests(kind)
{
    private static readonly Actor Homd = A.Actor(Role.Homd);

    [Fact]
    public async Task A_pair_is_listed_once_to_whoever_reaches_either_of_the_two_and_to_nobody_else()
    {
        var (one, two) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        var (three, four) = (await PersonAsync("Calder", "Cai", "A1236BC"), await PersonAsync("Dunmore", "Dai", "A1237BC"));
        await MoveAsync(two, "LEI");
        await MoveAsync(three, "LEI");
        await MoveAsync(four, "LEI");
        await AddAsync(Item(one, two, 4, Now.AddDays(-3)), Item(three, one, 6, Now.AddDays(-1)), Item(three, four, 9, Now.AddDays(-2)));

        var here = await ListAsync(new());
        var byAge = await ListAsync(new(Sort: "-age"));
        var there = await ListAsync(new(), A.Actor(Role.Homd, "LEI"));

        Assert.Equal(2, here.Total);
        Assert.Equal(["Calder, Cai", "Abelmarsh, Ada"], here.Rows.Select(r => r.Asker));
        Assert.Equal(["Abelmarsh, Ada", "Calder, Cai"], byAge.Rows.Select(r => r.Asker));
        Assert.Equal(["Calder, Cai", "Calder, Cai", "Abelmarsh, Ada"], there.Rows.Select(r => r.Asker));
        Assert.Equal((0, 2), ((await ListAsync(new(), A.Actor(Role.Homd, "LNI"))).Total, await AskAsync((MatchList m) => m.CountAsync(Homd, default))));
        Assert.NotNull(await AskAsync((MatchList m) => m.OfPersonAsync(one, Homd, default)));
        Assert.Null(await AskAsync((MatchList m) => m.OfPersonAsync(four, Homd, default)));
    }

    [Fact]
    public async Task A_pair_with_somebody_whom_search_does_not_show_is_not_listed()
    {
        var (one, two) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        await AddAsync(Item(one, two, 4, Now));
        Assert.Equal(1, (await ListAsync(new())).Total);

        await WriteAsync(two, Now, new AccessRestriction
        {
            Id = A.FactId,
            PersonId = two,
            ValidFrom = Today,
            Recorded = Written(Now),
            HidesExistence = true,
            AskTeam = "the unit",
            Reason = "Known to staff",
            ReviewOn = Today.AddDays(30),
        });

        Assert.Equal(0, (await ListAsync(new())).Total);
        Assert.Equal(0, await AskAsync((MatchList m) => m.CountAsync(Homd, default)));
        Assert.Null(await AskAsync((MatchList m) => m.OfPersonAsync(one, Homd, default)));
    }

    [Fact]
    public async Task A_deferred_pair_comes_back_on_its_day_and_pages_follow_one_another()
    {
        var one = await PersonAsync();
        List<MatchItem> items = [];
        for (var i = 0; i < MatchList.PageSize + 2; i++)
        {
            items.Add(Item(one, await PersonAsync("Brackwater", "Ben", $"B{i:0000}BC"), i, Now.AddHours(-i)));
        }

        (items[0].Status, items[0].DeferredUntil) = (MatchStatus.Deferred, Today.AddDays(1));
        await AddAsync([.. items]);

        Assert.Equal((MatchList.PageSize + 1, 1), ((await ListAsync(new())).Total, (await ListAsync(new(PageNumber: 2))).Rows.Count));
        Assert.Equal(items[^1].Id, (await ListAsync(new())).Rows[0].Id);
        Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(MatchList.PageSize + 2, (await ListAsync(new())).Total);
        Assert.Equal(0, (await ListAsync(new(Kind: MatchKind.PrisonPrison))).Total);
    }

    [Fact]
    public async Task The_pairs_of_a_place_are_found_by_index_among_thousands()
    {
        await PersonAsync();
        await using var db = Database.Open();
        await AddAsync([.. Enumerable.Range(0, 3_000).Select(i => Item(A.PersonId, A.PersonId, i, Now))]);
        await db.Database.ExecuteSqlRawAsync("analyze");
        var list = new MatchList(db, new ReachPolicy(db, Database.Clock), Database.Clock);

        var (asking, asked) = list.Halves(list.Open(), Homd);

        Assert.Contains("ix_match_items_asker_id", await PlanAsync(db, asking), StringComparison.Ordinal);
        Assert.Contains("ix_match_items_candidate_id", await PlanAsync(db, asked), StringComparison.Ordinal);
    }

    private static MatchItem Item(PersonId asker, PersonId candidate, double total, DateTimeOffset raised) => new()
    {
        Id = A.FactId,
        Kind = MatchKind.PrisonProbation,
        AskerId = asker,
        CandidateId = candidate,
        Total = total,
        Probability = 0.9,
        Reasons = default,
        Owner = Prison,
        RaisedAt = raised,
    };

    private async Task AddAsync(params MatchItem[] items)
    {
        await using var db = Database.Open();
        db.AddRange(items);
        await db.SaveChangesAsync();
    }

    private async Task MoveAsync(PersonId person, string prison)
    {
        await using var db = Database.Open();
        await db.Reach.Where(r => r.PersonId == person).ExecuteDeleteAsync();
        db.Add(new PersonReach { PersonId = person, Holder = ReachHolder.Of(new PlaceCode(prison)), Kind = ReachKind.Unit, From = new(2025, 12, 1) });
        await db.SaveChangesAsync();
    }

    private Task<MatchList.Page> ListAsync(MatchList.Request request, Actor? actor = null) => AskAsync((MatchList m) => m.OfAsync(request, actor ?? Homd, default));

    private async Task<string> PlanAsync(ThroughcareDb db, IQueryable query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = (Database.Kind is DatabaseKind.Sqlite ? "explain query plan " : "explain ") + command.CommandText;
        List<string> lines = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    }
}

public sealed class MatchListSqliteTests() : MatchListTests(DatabaseKind.Sqlite);

public sealed class MatchListPostgresTests() : MatchListTests(DatabaseKind.Postgres);
