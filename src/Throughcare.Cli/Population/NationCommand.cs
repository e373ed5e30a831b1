using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.Nation;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Cli.Population;

/// <summary><c>throughcare population --size SIZE</c>: a whole fictional population, as files or in the record.</summary>
internal sealed class NationCommand(Func<string?, CancellationToken, Task<ServiceProvider>> open)
{
    private readonly Option<string> _size = new("--size") { Description = "demo: 600 people; region: 17,200; national: 263,000", DefaultValueFactory = _ => "demo" };
    private readonly Option<long> _seed = new("--seed") { Description = "Another seed gives other people", DefaultValueFactory = _ => 42 };
    private readonly Option<DateOnly?> _asOf = PopulationCommand.Day("--as-of", "The day as at which the population stands, like 2026-09-30; today in London where it is left out");
    private readonly Option<string> _out = new("--out") { Description = "csv: files in --to; database: the record of this installation, which has to be empty; none: only --check", DefaultValueFactory = _ => "csv" };
    private readonly Option<string> _to = new("--to") { Description = "The directory for the files", DefaultValueFactory = _ => "population" };
    private readonly Option<int> _months = new("--history-months") { Description = "How far back movements, releases and recalls go, 0 to 120; contacts always cover twelve months", DefaultValueFactory = _ => 30 };
    private readonly Option<string> _failures = new("--failures") { Description = "How well staff do what they should: none (or off): everything; 2011 (or on), 2025: as inspections found them", DefaultValueFactory = _ => "on" };
    private readonly Option<int> _threads = new("--threads") { Description = "How much is made at a time; what is made does not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<bool> _check = new("--check") { Description = "Say at the end whether the population has the shape it should have" };
    private readonly Option<string?> _data = new("--data") { Description = "The directory of the record, for SQLite" };

    public void AddTo(Command command)
    {
        _size.AcceptOnlyFromAmong([.. PopulationSize.All.Select(size => size.Name)]);
        _out.AcceptOnlyFromAmong("csv", "database", "none");
        _failures.AcceptOnlyFromAmong("none", "off", "on", "2011", "2025");
        foreach (var option in new Option[] { _size, _seed, _asOf, _out, _to, _months, _failures, _threads, _check, _data })
        {
            command.Add(option);
        }

        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (parsed.GetValue(_threads) is < 1 or > 64 || parsed.GetValue(_months) is < 0 or > 120)
        {
            await error.WriteLineAsync("--threads must be 1 to 64 and --history-months 0 to 120");
            return 1;
        }

        var options = new NationOptions
        {
            Size = PopulationSize.Of(parsed.GetValue(_size)!),
            AsOf = parsed.GetValue(_asOf) ?? TimeProvider.System.GetUtcNow().LondonDate,
            Seed = parsed.GetValue(_seed),
            HistoryMonths = parsed.GetValue(_months),
            Failures = parsed.GetValue(_failures) switch { "none" or "off" => FailureMode.Off, "2025" => FailureMode.Of2025, _ => FailureMode.Of2011 },
            Threads = parsed.GetValue(_threads),
            KnownStaff = DemoAccounts.Staff,
        };
        var generator = new NationGenerator(options);
        await output.WriteLineAsync($"population  {options.Name}");
        var checks = parsed.GetValue(_check) ? new NationChecks(options) : null;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        try
        {
            var done = await console.Progress().AutoClear(true).StartAsync(async progress =>
            {
                var bar = new PopulationCommand.Shown(progress.AddTask("People", maxValue: generator.People));
                return parsed.GetValue(_out) switch
                {
                    "database" => await DatabaseAsync(generator, parsed.GetValue(_data), bar, output, error, stop),
                    "none" => 0,
                    _ => await FilesAsync(generator, parsed.GetValue(_to)!, bar, output, stop),
                };
            });
            return done != 0 ? done : checks is null ? 0 : await CheckAsync(generator, checks, output, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(problem.Message.AsMemory(), stop);
            return 1;
        }
    }

    private static async Task<int> FilesAsync(NationGenerator generator, string directory, IProgress<int> bar, TextWriter output, CancellationToken stop)
    {
        var (files, hash) = await NationCsv.WriteAsync(generator, directory, bar, stop);
        foreach (var file in files)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Sha256}  {file.Name}  {file.Rows} rows").AsMemory(), stop);
        }

        await output.WriteLineAsync($"sha256  {hash}".AsMemory(), stop);
        return 0;
    }

    private async Task<int> DatabaseAsync(NationGenerator generator, string? data, IProgress<int> bar, TextWriter output, TextWriter error, CancellationToken stop)
    {
        await using var services = await open(data, stop);
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccessDb>().Database.MigrateAsync(stop);
            await scope.ServiceProvider.GetRequiredService<Installation>().BeginAsync(fictional: true, stop);
        }

        var isSqlite = services.GetRequiredService<Dialect>().ImportBatch < 1000;
        var writers = isSqlite ? 1 : Math.Min(generator.Options.Threads, 4);
        switch (await new LoadPopulation(services.GetRequiredService<IServiceScopeFactory>()).DoAsync(generator, writers, bar, stop))
        {
            case Outcome<LoadPopulation.Loaded>.Done { Value: var done }:
                var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"people  {done.People}, of whom {done.Before} were there before\ncontacts  {done.Contacts} written now\nseconds  {done.Took.TotalSeconds:0.0}\nmemory  {peak} MB at most").AsMemory(), stop);
                return 0;
            case Outcome<LoadPopulation.Loaded>.Refused no:
                await error.WriteLineAsync(no.Why[0].Message.AsMemory(), stop);
                return 1;
            default:
                throw new InvalidOperationException();
        }
    }

    private static async Task<int> CheckAsync(NationGenerator generator, NationChecks checks, TextWriter output, CancellationToken stop)
    {
        await foreach (var (_, batch) in generator.MakeAsync(cancellationToken: stop))
        {
            foreach (var person in batch)
            {
                checks.Add(person);
            }
        }

        var report = checks.Report();
        foreach (var check in report)
        {
            var word = check.Passed switch { true => "passed ", false => "FAILED ", null => "skipped" };
            await output.WriteLineAsync($"{word}  {check.Name}: {check.Found}; wanted: {check.Target}".AsMemory(), stop);
        }

        return report.Any(check => check.Passed is false) ? 1 : 0;
    }
}
