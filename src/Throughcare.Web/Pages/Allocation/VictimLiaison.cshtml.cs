using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Says who the victim liaison officer of a case is.</summary>
[May(Verb.RecordContact)]
public sealed class VictimLiaisonModel(ManagersToChoose managers, SetVloContact set) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Email { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await managers.NowAsync(HttpContext.Person.Id, stop) is not { } found)
        {
            return NotFound();
        }

        Input = new() { FirstName = found.Vlo?.FirstName, LastName = found.Vlo?.LastName, Email = found.Vlo?.Email };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await set.DoAsync(new(HttpContext.Person.Id, Input.FirstName, Input.LastName, Input.Email), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/people", "Victim liaison officer saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
