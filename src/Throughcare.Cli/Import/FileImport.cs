using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Cli.Import;

/// <summary>Runs the import at the command line and says how it went.</summary>
internal sealed class FileImport(ImportKind kind, ServiceProvider services, TextWriter output, TextWriter errors)
{
    private const int Completed = 0;
    private const int Failed = 1;
    private const int WithErrors = 2;
    private const int NothingDone = 3;
    private const int Interrupted = 5;

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task<int> RunAsync(FileInfo? file, bool resume, bool allowBackfill, int? batch, CancellationToken stop)
    {
        var waiting = await WaitingAsync(stop);
        if (waiting is not null && !resume)
        {
            await errors.WriteLineAsync($"The import of {waiting.FileName} was interrupted at row {waiting.Read:N0} of {waiting.Rows:N0}. Add --resume to go on with it.");
            return NothingDone;
        }

        if (waiting is null && file is null)
        {
            await errors.WriteLineAsync(resume ? "No import was interrupted." : "Say which file to import.");
            return resume ? NothingDone : Failed;
        }

        if (waiting is null && !file!.Exists)
        {
            await errors.WriteLineAsync($"There is no file {file.FullName}.");
            return Failed;
        }

        var id = waiting?.Id ?? await ReceiveAsync(file!, allowBackfill, stop);
        try
        {
            var run = await ApplyAsync(id, batch, stop);
            if (run is null)
            {
                await errors.WriteLineAsync($"Another import of a {kind.Noun} is running.");
                return NothingDone;
            }

            Summarise(run);
            return CodeOf(run);
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped. Add --resume to go on with the next batch.");
            return Interrupted;
        }
    }

    private string Title => char.ToUpperInvariant(kind.Noun[0]) + kind.Noun[1..];

    private async Task<ImportRun?> WaitingAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var source = kind.Source;
        return await db.ImportRuns
            .Where(r => r.Source == source && r.Sha256 != ""
                && (r.Status == ImportStatus.Received || r.Status == ImportStatus.Validating || r.Status == ImportStatus.Applying || r.Status == ImportStatus.Resumable))
            .OrderBy(r => r.StartedAt).FirstOrDefaultAsync(stop);
    }

    private async Task<FactId> ReceiveAsync(FileInfo file, bool allowBackfill, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await using var content = file.OpenRead();
        var received = await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>()
            .DoAsync(kind, content, file.Name, Actor.System(Door.CommandLine), stop, allowBackfill);
        return received is Outcome<FactId>.Done { Value: var id } ? id : throw new InvalidOperationException("The system may import every file.");
    }

    private async Task<ImportRun?> ApplyAsync(FactId id, int? batch, CancellationToken stop)
    {
        var runner = new ImportRunner(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IdSource>())
        {
            BatchSize = batch,
        };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        if (!console.Profile.Capabilities.Interactive)
        {
            return await runner.DoAsync(id, new Lines(errors, services.GetRequiredService<TimeProvider>()), stop);
        }

        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Title);
                return await runner.DoAsync(id, new Shown(bar, Title), stop);
            });
    }

    private void Summarise(ImportRun run)
    {
        var seconds = _watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.FileName}: {run.Status}"));
        if (run.Problem is { } problem)
        {
            output.WriteLine(problem);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rows read {run.Read}, unchanged {run.Unchanged}, created {run.Created}, updated {run.Updated}, merged {run.Merged}, queued {run.Queued}, skipped {run.Skipped}, rejected {run.Errors}, warnings {run.Warnings}, no longer listed {run.Missing}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{seconds:0.0} s, {(int)(run.Read / Math.Max(0.001, seconds))} rows/s, peak memory {process.PeakWorkingSet64 / (1024 * 1024)} MB"));
    }

    private static int CodeOf(ImportRun run) => run.Status switch
    {
        ImportStatus.Completed => Completed,
        ImportStatus.CompletedWithErrors => WithErrors,
        ImportStatus.DuplicateFile or ImportStatus.OutOfOrder => NothingDone,
        ImportStatus.Cancelled => Interrupted,
        _ => Failed,
    };

    /// <summary>A line now and then, for logs.</summary>
    private sealed class Lines(TextWriter errors, TimeProvider clock) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

        private long? _last;

        public void Report(ImportProgress value)
        {
            if (_last is not { } last || clock.GetElapsedTime(last) >= Between)
            {
                _last = clock.GetTimestamp();
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Percent}%, {value.RowsPerSecond} rows/s"));
                errors.Flush();
            }
        }
    }

    private sealed class Shown(ProgressTask bar, string title) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            bar.MaxValue = Math.Max(1, value.Rows);
            bar.Value = value.Read;
            bar.Description = string.Create(CultureInfo.InvariantCulture, $"{title}, {value.RowsPerSecond:N0} rows/s");
        }
    }
}
