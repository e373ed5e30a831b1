using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;
using Throughcare.Storage.Sqlite;
using Throughcare.Testing;
using Throughcare.Web.Host.Demo;
using Xunit;

namespace Throughcare.Web.Tests.Host;

/// <summary>A demo whose dates have grown old: made anew where nobody has written in it, and kept where somebody has.</summary>
[Trait("Speed", "Slow")]
public sealed class OldDemoTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_demo_of_more_than_28_days_in_which_nobody_has_written_is_replaced_by_one_of_today()
    {
        await using var database = await OldAsync(Now.AddDays(-28).AddMinutes(-1));
        var staff = await AccountsAsync(database);

        await MakeAsync(database);

        await using var db = database.Open();
        Assert.False(await db.Names.AnyAsync(n => n.Last == "Oldfellow"));
        Assert.True(await db.People.CountAsync() > 600);
        Assert.Equal(Now.LondonDate, (await db.ImportRuns.Select(r => r.StartedAt).ToListAsync()).Max().LondonDate);
        Assert.True(await db.Movements.CountAsync(m => m.ValidFrom > new DateOnly(2026, 3, 7)) > 20);
        Assert.Equal(Now.ToString("O", CultureInfo.InvariantCulture), await SaidAsync(database));
        Assert.Equal(staff, await AccountsAsync(database));
        Assert.All(staff, id => Assert.Contains(id, db.Staff.Select(s => s.Id)));
        await using var scope = database.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<VerifyChains>().DoAsync(null, default)).Broken);

        await MakeAsync(database);   // and stays for another 28 days
        Assert.Equal(Now.ToString("O", CultureInfo.InvariantCulture), await SaidAsync(database));
    }

    [Theory]
    [InlineData("nothing", 28)]
    [InlineData("a person", 29)]
    [InlineData("a file", 29)]
    public async Task A_demo_stays_while_it_is_fresh_and_where_somebody_has_written_or_imported_since(string what, int days)
    {
        var made = Now.AddDays(-days);
        await using var database = await OldAsync(made);
        await using (var db = database.Open())
        {
            if (what is "a person")
            {
                await WriteAsync(database, "Newfellow", A.Entry with { At = made.AddDays(1), Role = Role.Pom });
            }
            else if (what is "a file")
            {
                db.Add(new ImportRun
                {
                    Id = A.FactId,
                    Source = ImportSource.Offloc,
                    FileName = "night.dat",
                    Sha256 = new string('0', 64),
                    Mode = ImportMode.Full,
                    By = A.Entry.By,
                    Role = Role.Admin,
                    Place = new("NAT"),
                    StartedAt = made.AddDays(1),
                    Status = ImportStatus.Completed,
                });
                await db.SaveChangesAsync();
            }
        }

        await MakeAsync(database);

        await using var after = database.Open();
        Assert.True(await after.Names.AnyAsync(n => n.Last == "Oldfellow"));
        Assert.Equal(made.ToString("O", CultureInfo.InvariantCulture), await SaidAsync(database));
    }

    private sealed record Made(PersonId PersonId) : RecordEvent(PersonId);

    private static Task MakeAsync(TestDatabase database) =>
        new DemoMaker(services => services.AddSqliteStorage(database.Place), NullLogger<DemoMaker>.Instance).MakeAsync(Now, default);

    /// <summary>A fictional installation with a demo of one person.</summary>
    private static async Task<TestDatabase> OldAsync(DateTimeOffset made)
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var scope = database.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Installation>().BeginAsync(true, default);
            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().DoAsync(default);
            var access = scope.ServiceProvider.GetRequiredService<AccessDb>();
            access.Add(new Setting { Name = "Data:DemoMade", Value = made.ToString("O", CultureInfo.InvariantCulture) });
            await access.SaveChangesAsync();
        }

        await WriteAsync(database, "Oldfellow", A.Entry with { At = made.AddDays(-1), Role = Role.Pom });   // demo staff, on the days before it was whole
        return database;
    }

    private static async Task WriteAsync(TestDatabase database, string last, Entry entry)
    {
        var person = A.PersonId;
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new BulkRecorder(db).WriteAsync(
            new Dictionary<PersonId, RecordHead>(),
            [new(person, new Made(person), new Write(null, new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, Last = last, ValidFrom = entry.At.LondonDate, Recorded = entry }))],
            entry, default);
        await transaction.CommitAsync();
    }

    private static async Task<List<StaffId>> AccountsAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().Accounts.Select(a => a.StaffId).OrderBy(id => id).ToListAsync();
    }

    private static async Task<string> SaidAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().Settings.Where(s => s.Name == "Data:DemoMade").Select(s => s.Value).SingleAsync();
    }
}
