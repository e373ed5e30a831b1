using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.Handover;

/// <summary>Makes a handover pack by hand.</summary>
[May(Verb.RecordMovement, Verb.TickHandoverTask, Verb.TransferArea)]
public sealed class NewPackModel(MakeHandoverPack make, IdSource ids) : PageModel
{
    public sealed class Form
    {
        public string? To { get; set; }

        public string? Reason { get; set; }

        public bool? IsConsistentWithPlan { get; set; }

        public string? Message { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public void OnGet() => Token = ids.Next();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new MakeHandoverPack.Request(HttpContext.Person.Id, new(Token), Input.To, Input.Reason, Input.IsConsistentWithPlan, Input.Message);
            switch (await make.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done { Value: var id }:
                    return this.Done($"/people/{HttpContext.Person.Address}/handover-pack/{id}", "Handover pack made");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
