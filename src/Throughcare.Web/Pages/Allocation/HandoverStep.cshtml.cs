using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Says whether one task of a handover is done.</summary>
[May(Verb.TickHandoverTask)]
public sealed class HandoverStepModel(HandoverOfPerson handover, TickHandoverTask tick) : PageModel
{
    /// <summary>What was chosen.</summary>
    public sealed class Form
    {
        public bool? IsDone { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public HandoverSteps.Step Step { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}/handover";

    public async Task<IActionResult> OnGetAsync(string task, CancellationToken stop)
    {
        if (!await FillAsync(task, stop))
        {
            return NotFound();
        }

        Input.IsDone = Step.DoneOn is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string task, CancellationToken stop)
    {
        if (!await FillAsync(task, stop))
        {
            return NotFound();
        }

        if (Input.IsDone is not { } isDone)
        {
            ModelState.AddModelError("Input.IsDone", "Select yes if the task is done");
            return Page();
        }

        return await tick.DoAsync(new(HttpContext.Person.Id, Step.Task, isDone), HttpContext.Actor, stop) is Outcome<int>.Refused refused
            ? this.Refuse(refused.Why) ?? Page()
            : this.Done(At, isDone ? "Task marked as done" : "Task marked as not done");
    }

    /// <returns>Whether the handover of the person has such a task, and it is not shown by the record.</returns>
    private async Task<bool> FillAsync(string task, CancellationToken stop)
    {
        var found = await handover.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
        if (found?.Steps.FirstOrDefault(step => HandoverSteps.Word(step.Task) == task) is not { IsFromRecord: false } step)
        {
            return false;
        }

        Step = step;
        return true;
    }
}
