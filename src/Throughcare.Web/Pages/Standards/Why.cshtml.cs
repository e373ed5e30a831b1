using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Standards;

/// <summary>One due item with everything that it rests on, and what can be done about it.</summary>
[May(Verb.ReadDueItems)]
public sealed class WhyModel(WhyDue why, ServedAddresses served) : PageModel
{
    public WhyDue.Page Found { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}";

    public DueWords.NextAct? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid item, CancellationToken stop)
    {
        if (await why.OfAsync(HttpContext.Person.Id, new(item), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Next = DueWords.Next(found.Rule, At, HttpContext, served);
        return Page();
    }
}
