using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Whether a key worker can be given people, how many, and when they are back.</summary>
[May(Verb.AllocateKeyWorker)]
public sealed class KeyWorkerSettingsModel(KeyWorkerOfPrison workers, SetKeyWorker set) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public KeyWorkerStatus? Status { get; set; }

        [Display(Name = "People they can have")]
        public int? Capacity { get; set; }

        [Display(Name = "Date of return")]
        public DateOnly? ReturnsOn { get; set; }

        public bool EndsAll { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    public KeyWorkerCandidate Worker { get; private set; } = null!;

    public static IReadOnlyList<Choice> Statuses { get; } = [.. KeyWorkSettings.Statuses.Select(row => new Choice(row.Status.ToString(), row.Label))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await workers.OfAsync(new(id), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        (Worker, Seen) = (found.Worker, found.Version);
        Input = new() { Status = found.Worker.Status, Capacity = found.Worker.Capacity, ReturnsOn = found.ReturnsOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await workers.OfAsync(new(id), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Worker = found.Worker;
        if (ModelState.IsValid)
        {
            switch (await set.DoAsync(new(new StaffId(id), Seen, Input.Status, Input.Capacity, Input.ReturnsOn, Input.EndsAll), HttpContext.Actor, stop))
            {
                case Outcome<SetKeyWorker.Done>.Done { Value: var done }:
                    return this.Done("/key-work", done.Ended == 0 && done.Kept == 0 ? "Key worker saved"
                        : $"Key worker saved. {Words.Count(done.Ended, "allocation")} ended{(done.Kept > 0 ? $", {done.Kept} could not be ended" : "")}");
                case Outcome<SetKeyWorker.Done>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
