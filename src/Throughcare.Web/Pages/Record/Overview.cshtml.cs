using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record;

/// <summary>One person at a glance.</summary>
[May(Verb.ReadRecord)]
public sealed class OverviewModel(Overview overview, DueOfPerson due) : PageModel
{
    /// <summary>Due items on the page; the whole list is a page of its own.</summary>
    private const int DueShown = 5;

    public Overview.Page Record { get; private set; } = null!;

    /// <summary>What is to be done next, the earliest first.</summary>
    public IReadOnlyList<DueOfPerson.Line> Due { get; private set; } = [];

    /// <summary>Everything that is still to be done.</summary>
    public int ToDo { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await overview.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } page)
        {
            return NotFound();
        }

        HttpContext.ShowBanner(page.Banner);
        Record = page;
        (Due, ToDo) = await due.NextAsync(page.Banner.PersonId, DueShown, HttpContext.Actor, stop);
        return Page();
    }
}
