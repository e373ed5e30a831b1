using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Standards;

public abstract class TellRegionsTests(DatabaseKind kind)
{
    private static readonly DateOnly FirstWorkingDay = new(2026, 2, 2);

    public sealed class OnSqlite() : TellRegionsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TellRegionsTests(DatabaseKind.Postgres);

    [Fact]
    public async Task A_region_hears_once_a_month_of_what_is_long_overdue_at_its_places()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var last = Escalation.OverdueSince(FirstWorkingDay, Escalation.HeadWorkingDays);
        await using (var db = database.Open())
        {
            db.AddRange(
                DueItems.Of(A.PersonId, last, ItemState.Open, "LHI"), DueItems.Of(A.PersonId, last.AddDays(-300), ItemState.Open, "N55P07"), DueItems.Of(A.PersonId, last, ItemState.Open, "N55P07"),
                DueItems.Of(A.PersonId, last.AddDays(1), ItemState.Open, "N55P07"), DueItems.Of(A.PersonId, last, ItemState.MetLate, "N55P07"), DueItems.Of(A.PersonId, last, ItemState.Open, "ZZGHI"));
            await db.SaveChangesAsync();
        }

        database.Clock.SetUtcNow(London.At(FirstWorkingDay.AddDays(-1), new(7, 0)));
        Assert.Equal(0, await TellAsync(database));
        database.Clock.SetUtcNow(London.At(FirstWorkingDay, new(7, 0)));
        Assert.Equal(2, await TellAsync(database));
        Assert.Equal(0, await TellAsync(database));

        var told = Assert.Single(await ReadAsync(database, A.Actor(Role.RegionalManager, "N55")));
        Assert.Equal("3 tasks in Yorkshire and the Humber have been overdue for 20 working days or more. At Doncaster 2, HMP Lindholme 1.", told.Text);
        Assert.Equal($"/standards/people?which=overdue&guidance=true&from={last.AddYears(-2):yyyy-MM-dd}&to={last:yyyy-MM-dd}", told.List);
        Assert.Contains("1 task at places of no region has been overdue", Assert.Single(await ReadAsync(database, A.Actor(Role.NationalManager, PlaceCode.Nation.Text))).Text, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync(database, A.Actor(Role.RegionalManager, "N50")));
        Assert.Empty(await ReadAsync(database, A.Actor(Role.Pom, "N55")));
    }

    private static async Task<int> TellAsync(TestDatabase database)
    {
        await using var asking = database.Services.CreateAsyncScope();
        return await asking.ServiceProvider.GetRequiredService<TellRegions>().DoAsync(default);
    }

    private static async Task<IReadOnlyList<Notices.Row>> ReadAsync(TestDatabase database, Actor actor)
    {
        await using var asking = database.Services.CreateAsyncScope();
        return (await asking.ServiceProvider.GetRequiredService<Notices>().OfAsync(1, 25, actor, default)).Rows;
    }
}
