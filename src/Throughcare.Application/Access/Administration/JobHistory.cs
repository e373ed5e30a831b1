using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>What the scheduled jobs did, on whichever node, and which of them pause.</summary>
public sealed class JobHistory(AccessDb db, ThroughcareDb record, IdSource ids, TimeProvider clock)
{
    /// <summary>Days for which runs are kept; the last of each job stays longer.</summary>
    public const int DaysKept = 90;

    /// <summary>A run that has not ended by then was stopped with its process.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    /// <param name="By">Who asked for it; <see langword="null"/> for the schedule.</param>
    /// <param name="WasStopped">It did not end: the process that did it was stopped.</param>
    public sealed record Row(DateTimeOffset StartedAt, TimeSpan? Lasted, JobResult Result, bool WasStopped, string? Message, string Node, string? By);

    private const string Paused = "Job.Paused:";

    /// <summary>The last run of each job, by its name.</summary>
    public async Task<IReadOnlyDictionary<string, Row>> LastAsync(CancellationToken stop)
    {
        var last = await db.JobRuns.AsNoTracking().Where(r => !db.JobRuns.Any(o => o.Job == r.Job && o.StartedAt > r.StartedAt)).ToListAsync(stop);
        var rows = await RowsAsync(last, stop);
        return last.Zip(rows).DistinctBy(pair => pair.First.Job).ToDictionary(pair => pair.First.Job, pair => pair.Second);
    }

    /// <summary>Runs of one job, the latest first.</summary>
    public async Task<(IReadOnlyList<Row> Rows, int Total)> OfAsync(string job, int from, int count, CancellationToken stop)
    {
        var runs = db.JobRuns.AsNoTracking().Where(r => r.Job == job);
        var total = await runs.CountAsync(stop);
        return (await RowsAsync(await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Skip(from).Take(count).ToListAsync(stop), stop), total);
    }

    /// <summary>Jobs whose last run did not do what it should.</summary>
    public async Task<int> CountFailedAsync(CancellationToken stop) =>
        (await LastAsync(stop)).Values.Count(run => run.WasStopped || run.Result is JobResult.Failed or JobResult.FoundProblem);

    /// <summary>The names of the jobs that pause.</summary>
    public async Task<IReadOnlySet<string>> PausedAsync(CancellationToken stop) =>
        (await db.Settings.AsNoTracking().Where(s => s.Name.StartsWith(Paused) && s.Value == "true").Select(s => s.Name).ToListAsync(stop))
            .Select(name => name[Paused.Length..]).ToHashSet();

    public async Task<bool> IsPausedAsync(string job, CancellationToken stop)
    {
        var name = Paused + job;
        return await db.Settings.AnyAsync(s => s.Name == name && s.Value == "true", stop);
    }

    public async Task<JobRunId> StartAsync(string job, string node, StaffId? by, CancellationToken stop)
    {
        var run = new JobRun { Id = new(ids.Next()), Job = job, Node = node, StartedAt = clock.GetUtcNow(), Result = JobResult.Running, By = by };
        db.Add(run);
        await db.SaveChangesAsync(stop);
        return run.Id;
    }

    public Task EndAsync(JobRunId run, JobResult result, string? message, CancellationToken stop)
    {
        var (now, said) = (clock.GetUtcNow(), message is { Length: > 1000 } ? message[..1000] : message);
        return db.JobRuns.Where(r => r.Id == run).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.EndedAt, now).SetProperty(r => r.Result, result).SetProperty(r => r.Message, said), stop);
    }

    /// <summary>Forgets runs that were kept long enough.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(CancellationToken stop)
    {
        var before = clock.GetUtcNow().AddDays(-DaysKept);
        return db.JobRuns.Where(r => r.StartedAt < before && db.JobRuns.Any(o => o.Job == r.Job && o.StartedAt > r.StartedAt)).ExecuteDeleteAsync(stop);
    }

    internal async Task SetPausedAsync(string job, bool pauses, CancellationToken stop)
    {
        var name = Paused + job;
        if (await db.Settings.SingleOrDefaultAsync(s => s.Name == name, stop) is { } setting)
        {
            setting.Value = pauses ? "true" : "false";
        }
        else
        {
            db.Add(new Setting { Name = name, Value = pauses ? "true" : "false" });
        }
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<JobRun> runs, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var names = await StaffNames.OfAsync(record, [.. runs.Select(r => r.By).OfType<StaffId>()], stop);
        return [.. runs.Select(r => new Row(
            r.StartedAt, r.EndedAt - r.StartedAt, r.Result, r.Result is JobResult.Running && now - r.StartedAt > Longest, r.Message, r.Node, r.By is { } by ? names(by) : null))];
    }
}
