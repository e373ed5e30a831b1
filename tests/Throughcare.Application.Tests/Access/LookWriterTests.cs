using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Access;

public abstract class LookWriterTests(DatabaseKind kind)
{
    [Fact]
    public async Task Looks_that_arrive_together_are_all_on_disk_when_their_writers_go_on()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var looks = database.Services.GetRequiredService<LookWriter>();
        var actor = A.Actor(Role.Pom);

        await Parallel.ForEachAsync(Enumerable.Range(0, 300), async (i, _) =>
        {
            var look = looks.Make(actor, "/people/{person}", A.PersonId);
            await looks.WriteAsync(look);
            await using var scope = database.Services.CreateAsyncScope();
            Assert.True(await scope.ServiceProvider.GetRequiredService<AuditDb>().Looks.AnyAsync(l => l.Id == look.Id, CancellationToken.None));
        });

        await using var all = database.Services.CreateAsyncScope();
        Assert.Equal(300, await all.ServiceProvider.GetRequiredService<AuditDb>().Looks.CountAsync());
    }

    [Fact]
    public async Task Whoever_waits_for_a_group_that_fails_is_told_and_the_next_group_is_written()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var looks = database.Services.GetRequiredService<LookWriter>();
        var twice = looks.Make(A.Actor(Role.Pom), "/people/{person}", A.PersonId);
        await looks.WriteAsync(twice);

        await Assert.ThrowsAsync<DbUpdateException>(() => looks.WriteAsync(twice));
        await looks.WriteAsync(looks.Make(A.Actor(Role.Pom), "/people/{person}", A.PersonId));

        await using var scope = database.Services.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<AuditDb>().Looks.CountAsync());
    }
}

public sealed class LookWriterOnSqliteTests() : LookWriterTests(DatabaseKind.Sqlite);

public sealed class LookWriterOnPostgresTests() : LookWriterTests(DatabaseKind.Postgres);

public sealed class TotpTests
{
    /// <remarks>RFC 6238, appendix B, the last six digits.</remarks>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("12345678901234567890"u8.ToArray(), Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_secret_is_shown_in_base_32() =>
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.Words("12345678901234567890"u8.ToArray()));
}
