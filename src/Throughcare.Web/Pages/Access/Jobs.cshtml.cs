using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Web.Host;

namespace Throughcare.Web.Pages.Access;

/// <summary>The scheduled jobs: what each does, what came of it last, and when it runs next.</summary>
[May(Verb.ManageAccounts)]
public sealed class JobsModel(JobHistory history, TimeProvider clock) : PageModel
{
    public sealed record Row(NightlyJob Job, JobHistory.Row? Last, bool IsPaused, DateTimeOffset? Next);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (last, paused) = (await history.LastAsync(stop), await history.PausedAsync(stop));
        Rows = [.. NightlyJobs.All.Select(job => new Row(job, last.GetValueOrDefault(job.Name), paused.Contains(job.Name), job.NextAfter(now)))];
    }
}

/// <summary>What pages call the runs of jobs.</summary>
public static class JobWords
{
    public static TagModel Tag(JobHistory.Row run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Result switch
        {
            JobResult.Running when run.WasStopped => new("Did not end", TagColour.Red),
            JobResult.Running => new("Running", TagColour.Teal),
            JobResult.Done => new("Done", TagColour.Green),
            JobResult.FoundProblem => new("Found a problem", TagColour.Red),
            _ => new("Failed", TagColour.Red),
        };
    }

    /// <summary>"less than a second", "12 seconds", "3 minutes"; empty for a run that has not ended.</summary>
    public static string Took(JobHistory.Row? run) => run?.Lasted switch
    {
        null => "",
        { TotalSeconds: < 1 } => "less than a second",
        { TotalMinutes: < 2 } time => Words.Count((int)time.TotalSeconds, "second"),
        { } time => Words.Count((int)time.TotalMinutes, "minute"),
    };
}
