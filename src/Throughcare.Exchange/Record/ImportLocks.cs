using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>One run of a source at a time: whoever imports holds the source's lock and shows with every batch that it is alive.</summary>
internal sealed class ImportLocks(TimeProvider clock)
{
    private static readonly string Me = NameOf(Process.GetCurrentProcess());

    /// <returns>Whether the lock is ours; not while another process, or another run of this one, holds it and is alive.</returns>
    public async Task<bool> TakeAsync(ThroughcareDb db, string source, FactId run, CancellationToken stop)
    {
        if (!await db.ImportLocks.AnyAsync(l => l.Source == source, stop))
        {
            try
            {
                db.Add(new ImportLock { Source = source });
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException)
            {
                // another process was first; it is there now
            }

            db.ChangeTracker.Clear();
        }

        var held = await db.ImportLocks.SingleAsync(l => l.Source == source, stop);
        if (held.Worker is { } worker && held.HeartbeatAt > clock.GetUtcNow() - ImportLock.Patience && !IsDead(worker))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        return await db.ImportLocks
            .Where(l => l.Source == source && l.Worker == held.Worker && l.HeartbeatAt == held.HeartbeatAt)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Worker, Me).SetProperty(l => l.RunId, run).SetProperty(l => l.HeartbeatAt, now), stop) == 1;
    }

    /// <summary>Shows that we are alive, within the transaction of a batch.</summary>
    /// <exception cref="InvalidOperationException">Another process has taken over: nothing of ours may be written any more.</exception>
    public async Task BeatAsync(ThroughcareDb db, string source, FactId run, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.ImportLocks.Where(l => l.Source == source && l.Worker == Me && l.RunId == run)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.HeartbeatAt, now), stop) != 1)
        {
            throw new InvalidOperationException("Another process has taken this import over.");
        }
    }

    public static Task ReleaseAsync(ThroughcareDb db, string source, FactId run, CancellationToken stop) =>
        db.ImportLocks.Where(l => l.Source == source && l.Worker == Me && l.RunId == run)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Worker, (string?)null).SetProperty(l => l.RunId, (FactId?)null), stop);

    /// <summary>Whether a holder of this machine is no longer running.</summary>
    private static bool IsDead(string worker)
    {
        var parts = worker.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) != worker;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string NameOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond}");
}
