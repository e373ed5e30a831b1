using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record;

/// <summary>One person at a glance.</summary>
[May(Verb.ReadRecord)]
public sealed class OverviewModel(Overview overview) : PageModel
{
    public Overview.Page Record { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await overview.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } page)
        {
            return NotFound();
        }

        HttpContext.ShowBanner(page.Banner);
        Record = page;
        return Page();
    }
}
