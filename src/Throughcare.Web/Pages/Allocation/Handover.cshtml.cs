using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Who leads a case and from when, why, and what is to be done about its handover. Printed, it is the summary of the handover.</summary>
[May(Verb.ReadRecord)]
public sealed class HandoverModel(HandoverOfPerson handover) : PageModel
{
    public HandoverOfPerson.Page Found { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}";

    /// <summary>The kind of handover, in words.</summary>
    public string Kind => Found.Type switch
    {
        HandoverType.Enhanced => "Enhanced",
        HandoverType.Standard => "Standard",
        HandoverType.None => "None: the sentence is so short that the COM leads throughout",
        _ => "Not known: case information is missing",
    };

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
