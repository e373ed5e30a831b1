using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Storage.Accounts;

namespace Throughcare.Storage;

/// <summary>Brings every context's tables up to date.</summary>
public static class Migrations
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken stop = default)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var context in Contexts(scope.ServiceProvider))
        {
            // to migrate is to compare the whole model with the last migration too: a start with nothing to do should not take that long
            if ((await context.Database.GetPendingMigrationsAsync(stop)).Any())
            {
                await context.Database.MigrateAsync(stop);
            }
        }
    }

    /// <summary>Whether every table is as this program expects it.</summary>
    public static async Task<bool> AreAppliedAsync(IServiceProvider services, CancellationToken stop = default)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var context in Contexts(scope.ServiceProvider))
        {
            if ((await context.Database.GetPendingMigrationsAsync(stop)).Any())
            {
                return false;
            }
        }

        return true;
    }

    private static DbContext[] Contexts(IServiceProvider services) =>
        [services.GetRequiredService<ThroughcareDb>(), services.GetRequiredService<AccessDb>(), services.GetRequiredService<AuditDb>()];
}
