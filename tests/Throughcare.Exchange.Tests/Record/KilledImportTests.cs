using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Exchange.Tests.Offloc;
using Throughcare.Population.Offloc;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Record;

/// <summary>The command that imports is killed at any instant and started again, over and over: what is on record in the end is
/// what it would be had nothing happened.</summary>
[Trait("Speed", "Slow")]
public abstract class KilledImportTests(DatabaseKind kind)
{
    private protected const int People = 250;
    private const int Batch = 4;

    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "throughcare.dll");

    private readonly Random _random = new(20260302 + (int)kind);

    /// <summary>One kill in so many falls while the child starts, before it has written anything.</summary>
    private const int EarlyKills = 6;

    private protected virtual int Kills => 26;

    private protected virtual string Source => ImportSource.Offloc;

    [Fact]
    public async Task However_often_it_is_killed_the_record_is_what_it_would_be_had_nothing_happened()
    {
        var files = Directory.CreateTempSubdirectory("throughcare-killed-");
        await using var calm = await TestDatabase.CreateAsync(kind, services => services.AddExchange());
        await using var troubled = await TestDatabase.CreateAsync(kind, services => services.AddExchange());
        try
        {
            var (killed, within) = (0, 0);
            for (var day = 0; killed < Kills; day++)
            {
                var file = await WriteAsync(files.FullName, OfflocFiles.Day1.AddDays(day));
                await UninterruptedAsync(calm, file);
                var (kills, midway) = await KilledAsync(troubled, file, Kills - killed);
                (killed, within) = (killed + kills, within + midway);
                Assert.True(day < 40, "The children finish before they are killed.");
            }

            Assert.True(within >= Kills / 4, $"Only {within} of {killed} kills fell between the first batch and the last.");
            var (expected, actual) = (await Content.OfAsync(calm), await Content.OfAsync(troubled));
            Assert.Equal(expected.Facts, actual.Facts);
            Assert.Equal(expected.Events, actual.Events);
            Assert.Equal(expected.Rest, actual.Rest);
            await Content.CheckChainsAsync(troubled);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    /// <summary>Writes the file of a day, with <see cref="People"/> rows, half of them changed since the day before.</summary>
    private protected virtual async Task<string> WriteAsync(string directory, DateOnly day)
    {
        var options = new OfflocFileOptions { People = People, Day = day, ChangedShare = 0.5m };
        var path = Path.Combine(directory, OfflocFile.NameOf(options));
        await using var output = File.Create(path);
        await OfflocFile.WriteAsync(output, options);
        return path;
    }

    private async Task UninterruptedAsync(TestDatabase database, string file)
    {
        await using var scope = database.Services.CreateAsyncScope();
        await using var content = File.OpenRead(file);
        var received = await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>()
            .DoAsync(ImportKinds.Of(Source), content, Path.GetFileName(file), Actor.System(Door.CommandLine), default);
        var runner = new ImportRunner(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), database.Clock, scope.ServiceProvider.GetRequiredService<IdSource>()) { BatchSize = Batch };
        await runner.DoAsync(((Outcome<FactId>.Done)received).Value, null, default);
        database.Clock.Advance(TimeSpan.FromHours(1));
    }

    /// <returns>How often the child was killed, and how often between its first batch and its last.</returns>
    private async Task<(int Kills, int Midway)> KilledAsync(TestDatabase database, string file, int most)
    {
        var (kills, midway) = (0, 0);
        var read = 0;
        while (true)
        {
            using var child = Start(database, file);
            var isLeft = kills >= most;
            if (isLeft || !await DiesAsync(child))
            {
                var said = await child.StandardError.ReadToEndAsync();
                await child.WaitForExitAsync();
                Assert.True(child.ExitCode is 0 or 2 || (child.ExitCode is 3 && read == People), $"{child.ExitCode}: {said}");   // 3: it had finished when it was killed
                return (kills, midway);
            }

            kills++;
            var now = await ReadAsync(database, file);
            midway += now > read ? 1 : 0;
            read = now;
        }
    }

    /// <returns>Whether it was killed; not when it had finished before.</returns>
    private async Task<bool> DiesAsync(Process child)
    {
        var begun = child.StandardError.ReadLineAsync();   // it says so when its first batch is written
        using var patience = new CancellationTokenSource();
        if (_random.Next(EarlyKills) == 0)
        {
            patience.CancelAfter(_random.Next(50, 700));
        }
        else
        {
            await begun;
            patience.CancelAfter(_random.Next(1, 250));
        }

        try
        {
            await child.WaitForExitAsync(patience.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            child.Kill();
            await child.WaitForExitAsync();
            await begun;
            return child.ExitCode == 128 + 9;
        }
    }

    private static async Task<int> ReadAsync(TestDatabase database, string file)
    {
        await using var db = database.Open();
        return await db.ImportRuns.Where(r => r.FileName == Path.GetFileName(file)).MaxAsync(r => (int?)r.Read) ?? 0;
    }

    private Process Start(TestDatabase database, string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = [Command, "import", ImportKinds.Of(Source).Word, file, "--resume", "--batch", $"{Batch}"];
        foreach (var argument in kind is DatabaseKind.Sqlite ? [.. arguments, "--data", database.Place] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_TieredPGO"] = "0";
        if (kind is DatabaseKind.Postgres)
        {
            start.Environment["THROUGHCARE_POSTGRES"] = database.Place;
        }

        return Process.Start(start)!;
    }
}

public sealed class KilledImportSqliteTests() : KilledImportTests(DatabaseKind.Sqlite);

public sealed class KilledImportPostgresTests() : KilledImportTests(DatabaseKind.Postgres);
