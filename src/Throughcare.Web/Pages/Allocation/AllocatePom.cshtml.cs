using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Who could be the POM of a person: the recommended type, those who can be chosen in their order, and those who can not.</summary>
[May(Verb.AllocatePom)]
public sealed class AllocatePomModel(PomSuggestions suggestions) : PageModel
{
    public PomSuggestions.Page Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await suggestions.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
