using System.Data.Common;
using Throughcare.Application.Access.Administration;

namespace Throughcare.Web.Host;

/// <summary>Looks every minute whether another version of a reference table is in force: one that another node has loaded, or one whose
/// day has come.</summary>
public sealed class TableRefresh(TablesInUse tables, TimeProvider clock, ILogger<TableRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await tables.RefreshAsync(stoppingToken);
            }
            catch (DbException error)
            {
                log.LogWarning(error, "The versions of the reference tables could not be read; it is tried again in a minute");
            }
        }
    }
}
