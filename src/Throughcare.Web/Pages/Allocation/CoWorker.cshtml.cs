using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Adds, changes or removes the co-working POM of a person.</summary>
[May(Verb.AllocatePom)]
public sealed class CoWorkerModel(ManagersToChoose managers, AddCoWorker add, RemoveCoWorker remove, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid? CoWorker { get; set; }

        public string? Message { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version of the allocation that the form showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>add or remove.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public ManagersToChoose.Page Found { get; private set; } = null!;

    public WhoSaved.Saving? Conflict { get; private set; }

    public IEnumerable<Choice> Choices => Found.Candidates.Select(c => new Choice($"{c.Staff}", $"{c.Name} ({c.Hint})"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FillAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var (person, actor) = (HttpContext.Person.Id, HttpContext.Actor);
            var isRemoval = Step is "remove";
            var outcome = isRemoval ? await remove.DoAsync(new(person, Seen), actor, stop) : await add.DoAsync(new(person, new(Input.CoWorker ?? Guid.Empty), Seen, Input.Message), actor, stop);
            switch (outcome)
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/people", isRemoval ? "Co-working POM removed" : "Co-working POM saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict { Theirs: var theirs }:
                    Conflict = await saved.OfAsync(theirs, stop);
                    break;
            }
        }

        return await FillAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await managers.PomsAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
