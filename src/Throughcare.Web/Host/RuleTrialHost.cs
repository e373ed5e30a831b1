using Throughcare.Application.Standards.Rules;

namespace Throughcare.Web.Host;

/// <summary>Works on rule sets that are tried or were taken into use, for as long as the product runs. Every node has one: a trial is worked on by one.</summary>
public sealed class RuleTrialHost(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RuleTrialHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RunRuleTrials>().NextAsync(stoppingToken);
            }
#pragma warning disable CA1031 // whatever went wrong, the product goes on; the trial is taken up again in a while
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(error, "The trial of a rule set was interrupted; it goes on in a while");
            }
        }
    }
}
