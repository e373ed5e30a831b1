using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Works out what is due of those whose record a file changed.</summary>
public sealed class DrainStalePeople(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>How many people were gone through, and how many versions were written.</returns>
    public async Task<(int People, int Written)> DoAsync(CancellationToken stop)
    {
        var (all, versions) = (0, 0);
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            var batch = Math.Min(db.Dialect.ImportBatch, 500);
            var waiting = await db.StalePeople.OrderBy(s => s.Since).ThenBy(s => s.PersonId).Select(s => s.PersonId).Take(batch).ToListAsync(stop);
            if (waiting.Count == 0)
            {
                return (all, versions);
            }

            var began = clock.GetTimestamp();
            var update = scope.ServiceProvider.GetRequiredService<UpdateDueItems>();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await db.Dialect.LockHeadsAsync(db, waiting, stop);
            var at = clock.GetUtcNow().ToMicrosecond();
            versions += await update.DoAsync(waiting, at.LondonDate, at, stop);
            await db.StalePeople.Where(s => waiting.Contains(s.PersonId)).ExecuteDeleteAsync(stop);   // nobody marks them anew while we hold their locks
            await transaction.CommitAsync(stop);
            all += waiting.Count;
            await Task.Delay(clock.GetElapsedTime(began), clock, stop);   // people at work come first
        }
    }
}
