using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.Handover;

/// <summary>One handover pack, as far as the reader may read it; where the receiver acknowledges it and the sender adds a message.</summary>
[May(Verb.ReadRecord)]
[Section("Handover pack")]
public sealed class PackModel(HandoverPacks packs, AcknowledgeHandoverPack acknowledge, ExplainHandoverPack explain) : PageModel
{
    public sealed class Form
    {
        public string? Gaps { get; set; }

        public string? Reason { get; set; }

        public bool? IsConsistentWithPlan { get; set; }

        public string? Message { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    /// <summary>acknowledge or explain.</summary>
    [BindProperty]
    public string? Action { get; set; }

    public HandoverPacks.View Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var answer = await FillAsync(id, stop);
        if (Found is { Pack: var pack })
        {
            Input = new() { Reason = pack.Reason, IsConsistentWithPlan = pack.IsConsistentWithPlan, Message = pack.Message };
        }

        return answer;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var (person, actor) = (HttpContext.Person.Id, HttpContext.Actor);
            var outcome = Action is "acknowledge"
                ? await acknowledge.DoAsync(new(person, new(id), MadeFrom, Input.Gaps), actor, stop)
                : await explain.DoAsync(new(person, new(id), MadeFrom, Input.Reason, Input.IsConsistentWithPlan, Input.Message), actor, stop);
            switch (outcome)
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/handover-pack/{id}", Action is "acknowledge" ? "Pack acknowledged" : "Message saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict:
                    ModelState.AddModelError("", "Somebody else has answered this pack while you were here. It is shown as it stands now");
                    break;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        if (await packs.OneAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        ModelState.Remove(nameof(MadeFrom));
        return Page();
    }
}
