using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Deferrals that wait for the user's decision, and those that the user asked for.</summary>
[May(Verb.ReadDueItems)]
public sealed class DeferralsModel(DeferralsWaiting deferrals) : PageModel
{
    public DeferralsWaiting.Page Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Found = await deferrals.OfAsync(HttpContext.Actor, stop);
}
