using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Whether a case is in scope of offender management, why, and what the person is told.</summary>
[May(Verb.ReadRecord)]
public sealed class ScopeModel(HandoverOfPerson handover) : PageModel
{
    public HandoverOfPerson.Page Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await handover.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
