using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Who was received at the user's prison on a day.</summary>
[May(Verb.ReadRecord)]
public sealed class ArrivalsModel(Arrivals arrivals, TimeProvider clock) : PageModel
{
    /// <summary>Today unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? clock.GetUtcNow().LondonDate;

    public IReadOnlyList<Arrivals.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            Rows = await arrivals.OnAsync(Day, HttpContext.Actor.Place, HttpContext.Actor, stop);
        }
    }
}
