using System.Collections.Concurrent;
using Quartz;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Host;

/// <summary>Writes down when each job ran and what came of it, and keeps a job that pauses from starting by its schedule.</summary>
/// <remarks>A job is never stopped by what is only written about it: where nothing can be written down, the log says so.</remarks>
public sealed class JobRecorder(IServiceScopeFactory services, ILogger<JobRecorder> log) : IJobListener, ITriggerListener
{
    /// <summary>The key under which a run by hand says who asked for it.</summary>
    public const string By = "by";

    private readonly ConcurrentDictionary<string, JobRunId> _running = new(StringComparer.Ordinal);

    public string Name => nameof(JobRecorder);

    private static string Node { get; } = $"{Environment.MachineName}, process {Environment.ProcessId}";

    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AskedBy(context) is null && await TryAsync(history => history.IsPausedAsync(context.JobDetail.Key.Name, cancellationToken));
    }

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        await TryAsync(async history => _running[context.FireInstanceId] = await history.StartAsync(context.JobDetail.Key.Name, Node, AskedBy(context), cancellationToken));
    }

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (!_running.TryRemove(context.FireInstanceId, out var run))
        {
            return;
        }

        var (result, message) = (jobException, context.Result as JobFound) switch
        {
            ({ } failed, _) => (JobResult.Failed, (failed.InnerException ?? failed).GetBaseException().Message),
            (null, { IsProblem: true } found) => (JobResult.FoundProblem, found.Words),
            (null, var found) => (JobResult.Done, found?.Words),
        };
        await TryAsync(async history =>
        {
            await history.EndAsync(run, result, message, CancellationToken.None);
            return true;
        });
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

    public ValueTask TriggerFired(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

    public ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken = default) => default;

    public ValueTask TriggerComplete(ITrigger trigger, IJobExecutionContext context, SchedulerInstruction triggerInstructionCode, CancellationToken cancellationToken = default) => default;

    private static StaffId? AskedBy(IJobExecutionContext context) =>
        context.MergedJobDataMap.TryGetValue(By, out var by) && Guid.TryParse(by as string, out var id) ? new StaffId(id) : null;

    private async Task<T?> TryAsync<T>(Func<JobHistory, Task<T>> write)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            return await write(scope.ServiceProvider.GetRequiredService<JobHistory>());
        }
#pragma warning disable CA1031 // whatever it is: the job goes on
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogError(error, "What a scheduled job did could not be written down");
            return default;
        }
    }
}

/// <summary>What a job says it did.</summary>
/// <param name="Words">One sentence, without its full stop.</param>
/// <param name="IsProblem">Somebody has to look at it.</param>
public sealed record JobFound(string Words, bool IsProblem = false);
