using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;
using Throughcare.Application;
using Throughcare.Testing;
using Throughcare.Web.Host;
using Xunit;

namespace Throughcare.Web.Tests.Host;

public sealed class NightlyJobsTests
{
    private static readonly JobKey Purge = new("purge");

    [Fact]
    public async Task Two_nodes_on_one_database_do_each_job_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var runs = Channel.CreateUnbounded<string>();
        var one = await NodeAsync(database, runs.Writer, "one");
        var two = await NodeAsync(database, runs.Writer, "two");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        const int Times = 6;

        for (var i = 0; i < Times; i++)
        {
            await (i % 2 == 0 ? one : two).Scheduler.TriggerJob(Purge, cancellationToken: patience.Token);
            await runs.Reader.ReadAsync(patience.Token);
        }

        var isClustered = (await two.Scheduler.GetMetadata(patience.Token)).JobStoreClustered;
        await one.DisposeAsync();
        await two.DisposeAsync();   // whatever still ran has ended
        Assert.True(isClustered);
        Assert.False(runs.Reader.TryRead(out var more), $"The job ran once more, on node {more}");
        Assert.Equal((long)NightlyJobs.All.Count, await CountAsync(database, "quartz_job_details"));
        Assert.Equal((long)NightlyJobs.All.Count, await CountAsync(database, "quartz_cron_triggers"));
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_make_the_tables_together_and_a_later_start_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var runs = Channel.CreateUnbounded<string>();

        var nodes = await Task.WhenAll(NodeAsync(database, runs.Writer, "one"), NodeAsync(database, runs.Writer, "two"));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await (await NodeAsync(database, runs.Writer, "three")).DisposeAsync();

        Assert.Equal((long)NightlyJobs.All.Count, await CountAsync(database, "quartz_cron_triggers"));
    }

    [Fact]
    public async Task On_SQLite_the_schedule_is_in_memory_and_runs_at_night_in_London()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = await NodeAsync(database, Channel.CreateUnbounded<string>().Writer, "one");

        var next = (await node.Scheduler.GetTrigger(new TriggerKey("verify")))!.GetFireTimeAfter(new DateTimeOffset(2099, 7, 1, 12, 0, 0, TimeSpan.Zero));

        Assert.False((await node.Scheduler.GetMetadata()).JobStoreClustered);
        Assert.Equal(new DateTimeOffset(2099, 7, 2, 1, 30, 0, TimeSpan.Zero), next);
    }

    private static async Task<Node> NodeAsync(TestDatabase database, ChannelWriter<string> runs, string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = database.Kind.ToString(),
            [database.Kind is DatabaseKind.Postgres ? "Storage:ConnectionString" : "Data:Directory"] = database.Place,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new IdSource(TimeProvider.System, () => 1));
        HostSettings.Storage(settings)(services);
        services.AddApplication().AddNightlyJobs(settings).AddSingleton<IHostApplicationLifetime, Lifetime>();
        var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler();
        scheduler.ListenerManager.AddJobListener(new Listener(runs, name));
        await scheduler.Start();
        return new(provider, scheduler);
    }

    private static async Task<long> CountAsync(TestDatabase database, string table)
    {
        await using var connection = new NpgsqlConnection(database.Place);
        await connection.OpenAsync();
#pragma warning disable CA2100 // names are made here
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed record Node(ServiceProvider Services, IScheduler Scheduler) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Scheduler.Shutdown(waitForJobsToComplete: true);
            await Services.DisposeAsync();
        }
    }

    /// <summary>Says which node did a job, once it is done.</summary>
    private sealed class Listener(ChannelWriter<string> runs, string node) : IJobListener
    {
        public string Name => node;

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
            runs.WriteAsync(jobException is null ? node : $"{node}: {jobException.Message}", cancellationToken);
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() { }
    }
}
