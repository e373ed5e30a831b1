using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Postgres;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Bench;

/// <summary><c>allocation</c>: the case list of a manager of 80 cases, and the recommendation of a POM in a prison with 40 of them.</summary>
/// <remarks>Writes what it needs into the record: 40 POMs of the largest prison, 80 cases of one of them and where these stand.</remarks>
internal static class AllocationBenchCommand
{
    private const int Poms = 40;

    private const int Cases = 80;

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The directory of the record, for SQLite; else THROUGHCARE_POSTGRES" };
        var prison = new Option<string?>("--prison") { Description = "Its code; the one that holds most unless said" };
        var times = new Option<int>("--times") { Description = "How often each is asked", DefaultValueFactory = _ => 300 };
        var command = new Command("allocation", "The case list of a POM with 80 cases, and the recommendation for a prison with 40 POMs") { data, prison, times };
        command.SetAction(async (parsed, stop) =>
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new IdSource(TimeProvider.System, () => 0));
            _ = parsed.GetValue(data) is { } directory
                ? services.AddSqliteStorage(directory)
                : services.AddPostgresStorage(Environment.GetEnvironmentVariable("THROUGHCARE_POSTGRES") ?? throw new InvalidOperationException("Set THROUGHCARE_POSTGRES, or give --data."));
            await using var provider = services.AddApplication().BuildServiceProvider();
            await RunAsync(provider, parsed.GetValue(prison), parsed.GetValue(times), stop);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(ServiceProvider services, string? asked, int times, CancellationToken stop)
    {
        var today = DateTimeOffset.UtcNow.LondonDate;
        PlaceCode prison;
        List<PersonId> held;
        List<StaffId> poms;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            prison = asked is null
                ? await db.Locations.Current().Where(l => l.ValidTo == null && l.Prison != new PlaceCode("OUT") && l.Prison != new PlaceCode("TRN")).GroupBy(l => l.Prison).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(stop)
                : new(asked);
            held = await db.Locations.Current().Where(l => l.Prison == prison && l.ValidTo == null && !db.People.Any(p => p.Id == l.PersonId && p.SurvivorId != null)).OrderBy(l => l.PersonId).Select(l => l.PersonId).Distinct().ToListAsync(stop);
            poms = await PreparedAsync(services, db, prison, held, today, stop);
        }

        var pom = new Actor(poms[0], Role.Pom, prison, Door.Job);
        var homd = new Actor(StaffId.System, Role.Homd, prison, Door.Job);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Places.Name(prison)}: {held.Count} people, {poms.Count} POMs, {Math.Min(Cases, held.Count)} cases of the first"));
        await MeasureAsync("case list, 25 of 80 by what is due", services, times, (s, i) => s.GetRequiredService<MyPeople>().OfAsync(new(Number: (i % 3) + 1), pom, stop));
        await MeasureAsync("recommendation for one person", services, times, (s, i) => s.GetRequiredService<PomSuggestions>().OfAsync(held[i % held.Count], homd, stop));
        await MeasureAsync("list of whom to allocate", services, Math.Max(1, times / 5), (s, i) => s.GetRequiredService<AllocationLists>().OfAsync(new(AllocationList.Unallocated), homd, stop));
    }

    private static async Task<List<StaffId>> PreparedAsync(ServiceProvider services, ThroughcareDb db, PlaceCode prison, List<PersonId> held, DateOnly today, CancellationToken stop)
    {
        var ids = services.GetRequiredService<IdSource>();
        var poms = await db.PomProfiles.Where(p => p.Place == prison && p.ReplacedAt == null).Select(p => p.Staff).ToListAsync(stop);
        while (poms.Count < Poms)
        {
            var staff = new StaffMember { Id = new(ids.Next()), Name = string.Create(CultureInfo.InvariantCulture, $"Bench Pom{poms.Count}"), Role = Role.Pom, Place = prison };
            db.Add(staff);
            db.Add(new PomProfile { Staff = staff.Id, Place = prison, Type = poms.Count % 3 == 0 ? PomType.Probation : PomType.Prison, RecordedAt = DateTimeOffset.UtcNow, RecordedBy = StaffId.System });
            poms.Add(staff.Id);
        }

        await db.SaveChangesAsync(stop);
        var own = await MyPeople.SpellsOf(db, poms[0], Role.Pom, today).CountAsync(stop);
        var homd = new Actor(StaffId.System, Role.Homd, prison, Door.Job);
        foreach (var person in held.Take(Cases - own))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecordManager>().DoAsync(new(person, Role.Pom, poms[0], prison, today.AddDays(-30)), homd, stop);
        }

        foreach (var batch in held.Skip(Cases).Take(1200).Chunk(100))
        {
            await using var scope = services.CreateAsyncScope();
            var here = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            await using var transaction = await here.Database.BeginTransactionAsync(stop);
            await here.Dialect.LockHeadsAsync(here, batch, stop);
            await scope.ServiceProvider.GetRequiredService<UpdateDueItems>().DoAsync(batch, today, DateTimeOffset.UtcNow.ToMicrosecond(), stop);
            await transaction.CommitAsync(stop);
        }

        return poms;
    }

    private static async Task MeasureAsync<T>(string what, ServiceProvider services, int times, Func<IServiceProvider, int, Task<T>> ask)
    {
        List<double> taken = [];
        for (var i = -20; i < times; i++)   // the first are for the compiler
        {
            await using var scope = services.CreateAsyncScope();
            var began = Stopwatch.GetTimestamp();
            _ = await ask(scope.ServiceProvider, Math.Abs(i));
            if (i >= 0)
            {
                taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        taken.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {taken[taken.Count / 2]:0.0} ms, p95 {taken[(int)(taken.Count * 0.95)]:0.0} ms"));
    }
}
