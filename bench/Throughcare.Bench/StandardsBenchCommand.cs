using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Application.Facts;
using Throughcare.Application.Standards;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using Throughcare.Storage.Postgres;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Bench;

/// <summary><c>standards</c>: how long what is due takes to work out, in parts: reading records, computing, and comparing with what is stored.</summary>
internal static class StandardsBenchCommand
{
    public static Command Create()
    {
        var asAt = new Option<string>("--as-at") { Description = "The day whose end counts", Required = true };
        var most = new Option<int>("--people") { Description = "How many people, spread over all", DefaultValueFactory = _ => 5000 };
        var data = new Option<string?>("--data") { Description = "The directory of the record, for SQLite; else THROUGHCARE_POSTGRES" };
        var command = new Command("standards", "Reading, computing and comparing what is due") { asAt, most, data };
        command.SetAction(async (parsed, stop) =>
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
                .AddSingleton(new IdSource(TimeProvider.System, () => 0));
            _ = parsed.GetValue(data) is { } directory
                ? services.AddSqliteStorage(directory)
                : services.AddPostgresStorage(Environment.GetEnvironmentVariable("THROUGHCARE_POSTGRES") ?? throw new InvalidOperationException("Set THROUGHCARE_POSTGRES, or give --data."));
            await using var provider = services.AddApplication().BuildServiceProvider();
            var day = DateOnly.ParseExact(parsed.GetRequiredValue(asAt), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            await RunAsync(provider, day, parsed.GetValue(most), stop);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(ServiceProvider services, DateOnly day, int most, CancellationToken stop)
    {
        List<PersonId> people;
        await using (var scope = services.CreateAsyncScope())
        {
            var all = await scope.ServiceProvider.GetRequiredService<ThroughcareDb>().People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
            people = [.. all.Where((_, i) => i % Math.Max(1, all.Count / most) == 0)];
        }

        var engine = StandardsInUse.Engine;
        var (reading, computing, busy, whole) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var (items, done, written) = (0, 0, 0);
        var allocated = 0L;
        foreach (var batch in people.Chunk(500))
        {
            await using var scope = services.CreateAsyncScope();
            var began = Stopwatch.GetTimestamp();
            var histories = await scope.ServiceProvider.GetRequiredService<CaseHistories>().LoadForStandardsAsync(batch, stop);
            var read = Stopwatch.GetTimestamp();
            var processor = Environment.CpuUsage.TotalTime;
            var heap = GC.GetAllocatedBytesForCurrentThread();
            foreach (var history in histories.Values)
            {
                items += engine.Compute(history, day, DateTimeOffset.UtcNow, StandardDecisions.None).Count;
            }

            var computed = Stopwatch.GetTimestamp();
            busy += Environment.CpuUsage.TotalTime - processor;
            allocated += GC.GetAllocatedBytesForCurrentThread() - heap;
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await db.Dialect.LockHeadsAsync(db, batch, stop);
            written += await scope.ServiceProvider.GetRequiredService<UpdateDueItems>().DoAsync(batch, day, DateTimeOffset.UtcNow.ToMicrosecond(), stop);
            await transaction.CommitAsync(stop);
            reading += Stopwatch.GetElapsedTime(began, read);
            computing += Stopwatch.GetElapsedTime(read, computed);
            whole += Stopwatch.GetElapsedTime(computed);
            done += batch.Length;
        }

        Say("people, items", $"{done}, {items} ({items / (double)done:0.0} a person)");
        Say("reading a record", PerPerson(reading, done));
        Say("computing what is due of it", PerPerson(computing, done));
        Say("  of that, processor time", PerPerson(busy, done));
        Say("  allocated", string.Create(CultureInfo.InvariantCulture, $"{allocated / done / 1024.0:0} KiB a person"));
        Say(string.Create(CultureInfo.InvariantCulture, $"all of it, with the comparison and {written} versions written"), PerPerson(whole, done));
        await OneAsync(services, people, day, stop);
    }

    private static async Task OneAsync(ServiceProvider services, List<PersonId> people, DateOnly day, CancellationToken stop)
    {
        List<double> times = [];
        foreach (var person in people.Where((_, i) => i % Math.Max(1, people.Count / 300) == 0))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            var update = scope.ServiceProvider.GetRequiredService<UpdateDueItems>();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await db.LockHeadAsync(person, stop);
            var began = Stopwatch.GetTimestamp();
            await update.DoAsync([person], day.AddDays(1), DateTimeOffset.UtcNow.ToMicrosecond(), stop);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await transaction.RollbackAsync(stop);
        }

        times.Sort();
        Say("one person, the next day, with what is written of it", $"p50 {times[times.Count / 2]:0.0} ms, p95 {times[(int)(times.Count * 0.95)]:0.0} ms");
    }

    private static string PerPerson(TimeSpan time, int people) => $"{time.TotalSeconds:0.0} s, {time.TotalMicroseconds / people:0} µs a person";

    private static void Say(string what, string figure) => Console.WriteLine($"{what}: {figure}");
}
