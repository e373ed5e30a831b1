using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Applies what has been received, one run after the other, for as long as the host runs. Every node may have one: the
/// lock of a source lets one of them work.</summary>
public sealed partial class ImportWorker(IServiceScopeFactory scopes, ImportRunner runner, TimeProvider clock, ILogger<ImportWorker> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>After every failure it waits twice as long, up to this.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>Works until <paramref name="stop"/>; a run that is stopped goes on at the next start.</summary>
    public async Task DoAsync(CancellationToken stop)
    {
        var pause = Pause;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await NextAsync(stop))
                {
                    await Task.Delay(Pause, clock, stop);
                }

                pause = Pause;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Failed(log, error);
                await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Works on the oldest run that waits.</summary>
    /// <returns>Whether there was one to work on.</returns>
    public async Task<bool> NextAsync(CancellationToken stop)
    {
        FactId next;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            var waiting = await db.ImportRuns
                .Where(r => r.Sha256 != "" && (r.Status == ImportStatus.Received || r.Status == ImportStatus.Resumable || r.Status == ImportStatus.Validating || r.Status == ImportStatus.Applying))
                .OrderBy(r => r.StartedAt).FirstOrDefaultAsync(stop);
            if (waiting is null)
            {
                return false;
            }

            next = waiting.Id;
        }

        if (await runner.DoAsync(next, progress: null, stop) is null)
        {
            return false;
        }

        // after the import, not in it: nobody waits for packs
        await using var after = scopes.CreateAsyncScope();
        await after.ServiceProvider.GetRequiredService<MakeDuePacks>().DoAsync(stop);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import was interrupted; it will be tried again.")]
    private static partial void Failed(ILogger logger, Exception error);
}
