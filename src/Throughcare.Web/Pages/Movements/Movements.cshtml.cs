using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Where a person is and was.</summary>
[May(Verb.ReadRecord)]
public sealed class MovementsModel(MovementsPage movements) : PageModel
{
    public MovementsPage.Page Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await movements.OfAsync(HttpContext.Person.Id, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
