using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Web.Host;

namespace Throughcare.Web.Pages.Access;

/// <summary>One scheduled job: its runs, and the buttons that run it now, let it pause, or go on.</summary>
[May(Verb.ManageAccounts)]
public sealed class JobModel(JobHistory history, PauseJob pause, NoteJobRun note, ISchedulerFactory schedulers, AdminLog log, TimeProvider clock) : PageModel
{
    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>run, pause or resume.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public NightlyJob Job { get; private set; } = null!;

    public bool IsPaused { get; private set; }

    public DateTimeOffset? Next => Job.NextAfter(clock.GetUtcNow());

    public PageOf<JobHistory.Row> Runs { get; private set; } = null!;

    public IReadOnlyList<AdminLog.Row> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken stop) => await FillAsync(name, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken stop)
    {
        if (!await FillAsync(name, stop))
        {
            return NotFound();
        }

        switch (What)
        {
            case "run":
                return await RunAsync(stop);
            case "pause" or "resume":
                return await pause.DoAsync(new(Job.Name, What is "pause", What is "pause" ? Input.Reason : null), HttpContext.Actor, stop) switch
                {
                    Outcome<bool>.Refused refused => this.Refuse(refused.Why) ?? Page(),
                    _ => this.Done($"/admin/jobs/{Job.Name}", What is "pause" ? "The job pauses" : "The job goes on"),
                };
            default:
                ModelState.AddModelError("", "Choose what to do");
                return Page();
        }
    }

    /// <summary>The scheduler runs it, on whichever node is free: the page does not wait for it.</summary>
    private async Task<IActionResult> RunAsync(CancellationToken stop)
    {
        if (await note.DoAsync(Job.Name, HttpContext.Actor, stop) is Outcome<string>.Refused refused)
        {
            return this.Refuse(refused.Why) ?? Page();
        }

        var scheduler = await schedulers.GetScheduler(stop);
        await scheduler.TriggerJob(new JobKey(Job.Name), new JobDataMap { [JobRecorder.By] = HttpContext.Actor.StaffId.Value.ToString() }, stop);
        return this.Done($"/admin/jobs/{Job.Name}", "The job is about to run");
    }

    private async Task<bool> FillAsync(string name, CancellationToken stop)
    {
        if (NightlyJobs.Find(name) is not { } job)
        {
            return false;
        }

        Job = job;
        IsPaused = await history.IsPausedAsync(job.Name, stop);
        var (number, size) = PageRequest.Of(Number, Size);
        var (rows, total) = await history.OfAsync(job.Name, (number - 1) * size, size, stop);
        Runs = new(rows, number, size, total);
        History = await log.OfAsync(AdminSubject.Job, job.Name, stop);
        return true;
    }
}
