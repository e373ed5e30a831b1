using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Gives a person a key worker: the recommended one first, another with a reason.</summary>
[May(Verb.AllocateKeyWorker)]
public sealed class KeyWorkerModel(AllocateKeyWorker allocate, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid? KeyWorker { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    public AllocateKeyWorker.Options? Options { get; private set; }

    public IEnumerable<Choice> Choices => Options is null ? [] : Options.Ranked.Select(worker => new Choice(
        worker.Id.ToString(), $"{worker.Name}: {worker.Cases} of {worker.Capacity}{(worker.Id == Options.Recommended.Value?.Id ? ", recommended" : worker.Cases >= worker.Capacity ? ", full" : "")}"));

    public async Task OnGetAsync(CancellationToken stop)
    {
        await FillAsync(stop);
        Seen = Options?.Seen ?? 0;
        Input = new() { KeyWorker = Options?.Recommended.Value?.Id.Value };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await allocate.DoAsync(new(HttpContext.Person.Id, Input.KeyWorker is { } id ? new StaffId(id) : null, Input.Reason, Seen), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/key-work", "Key worker saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict { Theirs: ManagerAssignment theirs }:
                    ModelState.AddModelError("", $"Somebody else chose {theirs.Name} while you were here. You chose another: save again if that is right");
                    ModelState.Remove(nameof(Seen));
                    Seen = theirs.Version;
                    break;
            }
        }

        await FillAsync(stop);
        return Page();
    }

    private async Task FillAsync(CancellationToken stop) =>
        Options = await allocate.OptionsAsync(HttpContext.Person.Id, HttpContext.Actor, clock.GetUtcNow().LondonDate, stop);
}
