using Npgsql;
using Quartz;
using Throughcare.Application.Access;
using Throughcare.Application.Protection;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;

namespace Throughcare.Web.Host;

/// <summary>What runs by night, in London. On PostgreSQL the schedule is in the database, so that one of several nodes does each
/// job; on SQLite there is one process, and it is in memory.</summary>
public static class NightlyJobs
{
    /// <summary>The scheduler that the nodes of one installation share, by name.</summary>
    private const string Name = "throughcare";

    /// <summary>What the scheduler's tables begin with.</summary>
    private const string Tables = "quartz_";

    public static IServiceCollection AddNightlyJobs(this IServiceCollection services, IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(services);

        return services
            .AddQuartz(quartz =>
            {
                if (HostSettings.PostgresOf(settings) is { } database)
                {
                    Share(quartz, database);
                }

                Nightly<VerifyJob>(quartz, "verify", "0 30 2 * * ?");
                Nightly<PurgeJob>(quartz, "purge", "0 0 3 * * ?");
                Nightly<DuplicatesJob>(quartz, "duplicates", "0 30 3 * * ?");
                Nightly<PpoRetryJob>(quartz, "ppo", "0 30 4 * * ?");
            })
            .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <remarks>The tables are made when the first node starts, by the script that the package brings.</remarks>
    private static void Share(IQuartzBuilder quartz, string database)
    {
        quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.InstanceId) = (Name, "AUTO"));
        quartz.UsePersistentStore(store =>
        {
            store.ConfigureStore(options => options.TablePrefix = Tables);
            store.UsePostgres(NpgsqlFactory.Instance, database);
            store.UseClustering(_ => { });
            store.UseSystemTextJsonSerializer(_ => { });
            store.ProvisionSchema();
        });
    }

    /// <param name="name">The same on every node and at every start: else each would schedule a job of its own.</param>
    private static void Nightly<TJob>(IQuartzBuilder quartz, string name, string cron)
        where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(name).WithCronSchedule(cron, schedule => schedule.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))),
            job => job.WithIdentity(name));
}

/// <summary>Walks every chain and says which is broken.</summary>
[DisallowConcurrentExecution]
public sealed class VerifyJob(VerifyChains verify, ILogger<VerifyJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var found = await verify.DoAsync(null, cancellationToken);
        if (found.Broken is { } broken)
        {
            log.LogCritical("A chain is broken at event {Seq}: {Fault}. Run throughcare verify to see whose.", broken.Seq, broken.What);
        }
        else
        {
            log.LogInformation("Every chain holds: {People} people, {Events} events", found.People, found.Events);
        }
    }
}

/// <summary>Deletes drafts, held forms and error files that were kept too long.</summary>
[DisallowConcurrentExecution]
public sealed class PurgeJob(PurgeDrafts drafts, KeptForms forms, PurgeImportErrors errors, ILogger<PurgeJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var gone = await drafts.DoAsync(cancellationToken) + await forms.PurgeAsync(cancellationToken) + await errors.DoAsync(cancellationToken);
        log.LogInformation("Deleted {Count} drafts, held forms and lines of old error files", gone);
    }
}

/// <summary>Looks for records that may be one person's.</summary>
[DisallowConcurrentExecution]
public sealed class DuplicatesJob(FindDuplicates find, ILogger<DuplicatesJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var found = await find.DoAsync(cancellationToken);
        log.LogInformation("Looked at {People} people for duplicates and raised {Raised} pairs", found.People, found.Raised);
    }
}

/// <summary>Looks again for those on lists of police areas whom nobody fitted.</summary>
[DisallowConcurrentExecution]
public sealed class PpoRetryJob(RetryPpoMatches retry, ILogger<PpoRetryJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        log.LogInformation("Found somebody for {Count} rows of PPO and IOM lists", await retry.DoAsync(cancellationToken));
}
