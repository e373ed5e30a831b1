using Quartz;
using Throughcare.Application.Access;
using Throughcare.Application.Record;

namespace Throughcare.Web.Host;

/// <summary>What runs by night, in London.</summary>
public static class NightlyJobs
{
    public static IServiceCollection AddNightlyJobs(this IServiceCollection services) => services
        .AddQuartz(quartz =>
        {
            Nightly<VerifyJob>(quartz, "0 30 2 * * ?");
            Nightly<PurgeJob>(quartz, "0 0 3 * * ?");
        })
        .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);

    private static void Nightly<TJob>(IQuartzBuilder quartz, string cron)
        where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(trigger => trigger.WithCronSchedule(cron, schedule =>
            schedule.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))));
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
