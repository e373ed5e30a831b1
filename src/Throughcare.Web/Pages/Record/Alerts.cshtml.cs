using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record;

/// <summary>Active and closed alerts of a person.</summary>
[May(Verb.ReadRecord)]
public sealed class AlertsModel(AlertsPage alerts) : PageModel
{
    public AlertsPage.Page Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Found = await alerts.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
}
