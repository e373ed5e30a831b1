using System.Data.Common;
using Throughcare.Application.Standards.Rules;

namespace Throughcare.Web.Host;

/// <summary>Works on rule sets that are tried or were taken into use, for as long as the product runs. Every node has one: a trial is worked on by one.</summary>
public sealed class RuleTrialHost(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RuleTrialHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RunRuleTrials>().NextAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbException or InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                log.LogWarning(error, "The trial of a rule set was interrupted; it goes on in a while");
            }
        }
    }
}
