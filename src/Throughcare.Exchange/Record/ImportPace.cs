using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Storage.Accounts;

namespace Throughcare.Exchange.Record;

/// <summary>How fast an import works: as fast as it can while nobody opens anything, and in small batches with rests between them
/// while people work, so that their pages stay quick. Whether they do is told by the looks that are recorded, from whichever process.</summary>
/// <param name="most">Changed rows of a batch while nobody is at work.</param>
internal sealed class ImportPace(IServiceScopeFactory scopes, TimeProvider clock, int most)
{
    /// <summary>Somebody who opened something so recently is at work.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(1);

    /// <summary>So many times smaller is a batch while people work.</summary>
    private const int Smaller = 8;

    /// <summary>The fewest changed rows of a batch.</summary>
    private const int Fewest = 25;

    /// <summary>For so many times as long as it has worked, it rests.</summary>
    private const int RestToWork = 4;

    private volatile bool _isGentle;
    private long? _checked;

    /// <summary>Changed rows of the next batch.</summary>
    public int Size => _isGentle ? Math.Min(most, Math.Max(Fewest, most / Smaller)) : most;

    /// <summary>Looks whether people are at work, and rests if they are.</summary>
    /// <param name="worked">How long the last batch took.</param>
    public async Task RestAsync(TimeSpan worked, CancellationToken stop)
    {
        if (_checked is not { } last || clock.GetElapsedTime(last) >= BetweenChecks)
        {
            _checked = clock.GetTimestamp();
            _isGentle = await IsBusyAsync(stop);
        }

        if (_isGentle && worked > TimeSpan.Zero)
        {
            await Task.Delay(worked * RestToWork, clock, stop);
        }
    }

    private async Task<bool> IsBusyAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var looks = scope.ServiceProvider.GetRequiredService<AuditDb>().Looks;
            var now = clock.GetUtcNow();
            return await looks.MaxAsync(l => (DateTimeOffset?)l.At, stop) is { } latest && latest > now - Recent && latest <= now;
        }
        catch (DbException)
        {
            return false;   // a record that no product has opened yet has no looks
        }
    }
}
