using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

public abstract class VerifyChainsTests(DatabaseKind kind)
{
    [Fact]
    public async Task Chains_that_nobody_touched_hold()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await SeedAsync(database);

        var found = await VerifyAsync(database);

        Assert.Null(found.Broken);
        Assert.Equal((2, 6), (found.People, found.Events));
    }

    [Theory]
    [InlineData("update record_events set content = '[]' where seq = 2", 2, "its content was changed")]
    [InlineData("update record_events set reason = 'another' where seq = 3", 3, "who, when, why or what kind was changed")]
    [InlineData("delete from record_events where seq = 2", 3, "event 2 is missing: the next one is number 3")]
    [InlineData("delete from record_events where seq = 3", 3, "event 3 is missing: there were 3")]
    [InlineData("update record_heads set seq = 2", 3, "it is not the event that the chain ends with")]
    [InlineData("delete from record_events", 1, "event 1 is missing: there were 3")]
    public async Task A_link_that_was_broken_is_found(string sql, long seq, string what)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await SeedAsync(database);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }

        var broken = (await VerifyAsync(database)).Broken;

        Assert.Equal((seq, what), (broken!.Seq, broken.What));
        Assert.Matches("^A800[12]AZ$", broken.Number);
    }

    private static async Task<VerifyChains.Result> VerifyAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyChains>().DoAsync(null, default);
    }

    /// <summary>Two people with three events each.</summary>
    private static async Task SeedAsync(TestDatabase database)
    {
        foreach (var number in new[] { "A8001AZ", "A8002AZ" })
        {
            await using var scope = database.Services.CreateAsyncScope();
            var person = A.PersonId;
            var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
            foreach (var kind in new[] { IdentifierKind.Noms, IdentifierKind.Pnc, IdentifierKind.Cro })
            {
                await recorder.WriteAsync(person, Verb.ChangePersonDetails, Actor.System(Door.Job), _ => Task.FromResult<Outcome<Change<bool>>>(
                    new Change<bool>(true, new NumberGiven(person, kind), new Write(null, new PersonIdentifier
                    {
                        Id = A.FactId,
                        PersonId = person,
                        Kind = kind,
                        Canonical = number,
                        Check = IdentifierCheck.Valid,
                        ValidFrom = new(2026, 1, 5),
                        Recorded = A.Entry,
                    }))), default);
            }
        }
    }

    private sealed record NumberGiven(PersonId PersonId, IdentifierKind Kind) : RecordEvent(PersonId);
}

public sealed class VerifyChainsOnSqliteTests() : VerifyChainsTests(DatabaseKind.Sqlite);

public sealed class VerifyChainsOnPostgresTests() : VerifyChainsTests(DatabaseKind.Postgres);
