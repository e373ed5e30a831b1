using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Record;
using Throughcare.Exchange.Tests.Offloc;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Record;

public abstract class ImportPaceTests(DatabaseKind kind) : ImportFixture(kind)
{
    [Fact]
    public async Task While_people_open_records_batches_are_small_and_soon_after_they_are_large_again()
    {
        var pace = new ImportPace(Database.Services.GetRequiredService<IServiceScopeFactory>(), Database.Clock, 1000);
        await pace.RestAsync(TimeSpan.Zero, default);
        var before = pace.Size;
        await LookAsync();
        Database.Clock.Advance(TimeSpan.FromSeconds(2));
        await pace.RestAsync(TimeSpan.Zero, default);
        var during = pace.Size;
        Database.Clock.Advance(TimeSpan.FromSeconds(30));
        await pace.RestAsync(TimeSpan.Zero, default);

        Assert.Equal((1000, 125, 1000), (before, during, pace.Size));
    }

    [Fact]
    public async Task A_run_that_breaks_again_and_again_at_the_same_place_is_given_up()
    {
        var id = await ReceiveAsync(OfflocFiles.NameOn(Day1), System.Text.Encoding.UTF8.GetBytes(OfflocFiles.Text(OfflocFiles.Crowd(5))));
        await using var db = Database.Open();
        await db.ImportChunks.ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, new byte[] { 0, 0, 0, 9, 1, 2 }));   // the disk was not kind
        var worker = new ImportWorker(
            Database.Services.GetRequiredService<IServiceScopeFactory>(), Runner(5), Database.Clock, NullLogger<ImportWorker>.Instance);

        for (var i = 0; i < ImportRun.MostFailures; i++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => worker.NextAsync(default));
        }

        var run = await db.ImportRuns.SingleAsync(r => r.Id == id);
        Assert.Equal(ImportStatus.Failed, run.Status);
        Assert.StartsWith("GIVEN_UP: ", run.Problem, StringComparison.Ordinal);
        Assert.False(await worker.NextAsync(default));
    }

    [Fact]
    public async Task What_was_wrong_is_kept_for_ninety_days_and_then_deleted()
    {
        await ImportAsync(Day1, Ada.With(Domain.Record.Offloc.OfflocField.PrisonCode, "ZQZ"));
        await using var scope = Database.Services.CreateAsyncScope();
        var purge = scope.ServiceProvider.GetRequiredService<PurgeImportErrors>();

        Database.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, await purge.DoAsync(default));
        Database.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await purge.DoAsync(default));
    }

    private async Task LookAsync()
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var audit = scope.ServiceProvider.GetRequiredService<AuditDb>();
        audit.Add(new Look
        {
            Id = new(Guid.CreateVersion7()),
            At = Database.Clock.GetUtcNow(),
            StaffId = new(Guid.CreateVersion7()),
            Role = Role.Pom,
            Place = new("LHI"),
            Door = "Page",
            What = "/people/{person}",
            Outcome = LookOutcome.Shown,
        });
        await audit.SaveChangesAsync();
    }
}

public sealed class ImportPaceSqliteTests() : ImportPaceTests(DatabaseKind.Sqlite);

public sealed class ImportPacePostgresTests() : ImportPaceTests(DatabaseKind.Postgres);
