using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Names the case administrator of a person.</summary>
[May(Verb.AllocatePom)]
public sealed class CaseAdministratorModel(ManagersToChoose managers, AllocateCaseAdmin allocate) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid? CaseAdmin { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ManagersToChoose.Page Found { get; private set; } = null!;

    public IEnumerable<Choice> Choices => Found.Candidates.Select(c => new Choice($"{c.Staff}", c.Name));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FillAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await allocate.DoAsync(new(HttpContext.Person.Id, new(Input.CaseAdmin ?? Guid.Empty)), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/people", "Case administrator saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await managers.StaffAsync(HttpContext.Person.Id, Role.CaseAdmin, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
