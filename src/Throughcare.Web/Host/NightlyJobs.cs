using Npgsql;
using Quartz;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Allocation;
using Throughcare.Application.Protection;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Handover;
using Throughcare.Application.Record.Matching;
using Throughcare.Application.Standards;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Host;

/// <summary>What runs by night, in London, and what looks every quarter of an hour for packs that nobody made. On PostgreSQL the schedule is in the database, so that one of several nodes does each
/// job; on SQLite there is one process, and it is in memory.</summary>
public static class NightlyJobs
{
    /// <summary>The scheduler that the nodes of one installation share, by name.</summary>
    private const string Name = "throughcare";

    /// <summary>What the scheduler's tables begin with.</summary>
    private const string Tables = "quartz_";

    /// <summary>Every job, in the order in which they run.</summary>
    public static IReadOnlyList<NightlyJob> All { get; } =
    [
        NightlyJob.Of<StandardsJob>("standards", "0 0 1 * * ?", "Work out what is due", "Works out anew what is due of everybody whose case is open: what was missed since yesterday, and what comes next."),
        NightlyJob.Of<StalePeopleJob>("changed-people", "0 0/5 * * * ?", "Work out what is due after a file", "Every five minutes: works out what is due of those whose record a file changed."),
        NightlyJob.Of<AllocationsJob>("allocations", "0 20/30 * * * ?", "End allocations that a file overtook", "Every half hour: ends allocations of people whom a file shows elsewhere, released or no longer in scope, and tells their managers; ends key workers too, also where complexity of need is high."),
        NightlyJob.Of<NoticesJob>("notices", "0 0 7 * * ?", "Tell of handovers and of what is overdue", "Tells POMs and delivery units of handovers, everybody of what became due or overdue, and managers of what has been overdue for 5 and 20 working days. Once a week it keeps how full each workload in the community is."),
        NightlyJob.Of<VerifyJob>("verify", "0 30 2 * * ?", "Check every record", "Walks the chain of every record and tells where one is broken, which would mean that somebody changed it past the product."),
        NightlyJob.Of<PurgeJob>("purge", "0 0 3 * * ?", "Delete what was kept too long", "Deletes drafts, forms kept for those whose session ended, lines of error files after 90 days, and the history of jobs after 90 days."),
        NightlyJob.Of<DuplicatesJob>("duplicates", "0 30 3 * * ?", "Look for records that may be one person’s", "Compares records that share a number, or a surname and a date of birth, and puts pairs into the match queue."),
        NightlyJob.Of<PpoRetryJob>("ppo", "0 30 4 * * ?", "Look again for people on PPO and IOM lists", "Tries again to find those on lists of police areas whom nobody on record fitted."),
        NightlyJob.Of<PacksJob>("packs", "0 0/15 * * * ?", "Make handover packs", "Every quarter of an hour: makes the packs of transfers and releases that a file brought, where making them right after the import was missed."),
    ];

    /// <param name="name">Such as <c>verify</c>.</param>
    public static NightlyJob? Find(string? name) => All.FirstOrDefault(job => job.Name == name);

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

                foreach (var job in All)
                {
                    job.Schedule(quartz);
                }

                quartz.AddJobListener(provider => provider.GetRequiredService<JobRecorder>());
                quartz.AddTriggerListener(provider => provider.GetRequiredService<JobRecorder>());
            })
            .AddSingleton<JobRecorder>()
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

}

/// <summary>One scheduled job.</summary>
/// <param name="Name">The same on every node and at every start: else each would schedule a job of its own.</param>
/// <param name="Cron">When it runs, in London.</param>
/// <param name="Title">What pages call it.</param>
/// <param name="Words">What it does, in a sentence.</param>
public sealed record NightlyJob(string Name, string Cron, string Title, string Words)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public required Action<IQuartzBuilder> Schedule { get; init; }

    public static NightlyJob Of<TJob>(string name, string cron, string title, string words)
        where TJob : class, IJob => new(name, cron, title, words)
        {
            Schedule = quartz => quartz.ScheduleJob<TJob>(
                trigger => trigger.WithIdentity(name).WithCronSchedule(cron, schedule => schedule.InTimeZone(London)),
                job => job.WithIdentity(name)),
        };

    /// <summary>When it runs next, by its schedule.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) => new CronExpression(Cron, London).GetNextValidTimeAfter(now);
}

/// <summary>Ends allocations that a file has overtaken.</summary>
[DisallowConcurrentExecution]
public sealed class AllocationsJob(EndAllocationsByNight end, ILogger<AllocationsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var ended = await end.DoAsync(cancellationToken);
        if (ended > 0)
        {
            log.LogInformation("Ended {Count} allocations that a file had overtaken", ended);
            context.Result = new JobFound($"Ended {ended:N0} allocations");
        }
    }
}

/// <summary>Tells those concerned what the morning brings.</summary>
[DisallowConcurrentExecution]
public sealed class NoticesJob(TellByMorning tell, TellRegions regions, KeepWorkloadOfWeek keep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var told = await tell.DoAsync(cancellationToken) + await regions.DoAsync(cancellationToken);
        context.Result = new JobFound(await keep.DoAsync(cancellationToken) is > 0 and var kept ? $"{told:N0} notices given, and {Words.Count(kept, "workload")} of the week kept" : $"{told:N0} notices given");
    }
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
            context.Result = new JobFound($"A chain is broken at event {broken.Seq}: {broken.What}. Run throughcare verify to see whose", IsProblem: true);
        }
        else
        {
            log.LogInformation("Every chain holds: {People} people, {Events} events", found.People, found.Events);
            context.Result = new JobFound($"Every chain holds: {found.People:N0} people, {found.Events:N0} events");
        }
    }
}

/// <summary>Deletes drafts, held forms, error files, runs of jobs and keys of writes that were kept too long.</summary>
[DisallowConcurrentExecution]
public sealed class PurgeJob(PurgeDrafts drafts, KeptForms forms, PurgeImportErrors errors, JobHistory history, ApiWrites writes, ILogger<PurgeJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var gone = await drafts.DoAsync(cancellationToken) + await forms.PurgeAsync(cancellationToken) + await errors.DoAsync(cancellationToken) + await history.PurgeAsync(cancellationToken)
            + await writes.PurgeAsync(cancellationToken);
        log.LogInformation("Deleted {Count} drafts, held forms, lines of old error files, runs of jobs and keys of writes", gone);
        context.Result = new JobFound($"Deleted {Words.Count(gone, "draft, form or line", "drafts, forms and lines")}");
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
        context.Result = new JobFound($"Looked at {found.People:N0} people and raised {found.Raised:N0} pairs");
    }
}

/// <summary>Looks again for those on lists of police areas whom nobody fitted.</summary>
[DisallowConcurrentExecution]
public sealed class PpoRetryJob(RetryPpoMatches retry, ILogger<PpoRetryJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var found = await retry.DoAsync(cancellationToken);
        log.LogInformation("Found somebody for {Count} rows of PPO and IOM lists", found);
        context.Result = new JobFound($"Found somebody for {Words.Count(found, "row")}");
    }
}

/// <summary>Makes the handover packs of movements that have none, such as those of a file that was imported at the command line.</summary>
[DisallowConcurrentExecution]
public sealed class PacksJob(MakeDuePacks packs, ILogger<PacksJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var made = await packs.DoAsync(cancellationToken);
        if (made > 0)
        {
            log.LogInformation("Made {Count} handover packs", made);
        }

        context.Result = new JobFound($"Made {Words.Count(made, "pack", "packs")}");
    }
}

/// <summary>Works out what is due of everybody whose case is open.</summary>
[DisallowConcurrentExecution]
public sealed class StandardsJob(RecomputeDueItems recompute, ILogger<StandardsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var found = await recompute.DoAsync(null, null, Environment.ProcessorCount, null, cancellationToken);
        log.LogInformation("Worked out what is due of {People} people: {Written} versions written in {Seconds:0} s", found.People, found.Written, found.Took.TotalSeconds);
        context.Result = new JobFound($"Worked out what is due of {found.People:N0} people; {found.Written:N0} items changed");
    }
}

/// <summary>Works out what is due of those whose record a file changed.</summary>
[DisallowConcurrentExecution]
public sealed class StalePeopleJob(DrainStalePeople drain, ILogger<StalePeopleJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var found = await drain.DoAsync(cancellationToken);
        if (found.People > 0)
        {
            log.LogInformation("Worked out what is due of {People} people whose record changed: {Written} versions written", found.People, found.Written);
            context.Result = new JobFound($"Worked out what is due of {found.People:N0} people; {found.Written:N0} items changed");
        }
    }
}
