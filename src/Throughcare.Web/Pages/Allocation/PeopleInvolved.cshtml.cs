using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Who works and worked with a person, and the people in the person's own life.</summary>
[May(Verb.ReadRecord)]
public sealed class PeopleInvolvedModel(PeopleInvolved people) : PageModel
{
    public PeopleInvolved.Page Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await people.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
