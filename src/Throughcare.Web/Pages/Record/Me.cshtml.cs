using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record;

/// <summary>A person's own page: who they are here, their dates and their people, in plain words.</summary>
[May(Verb.ReadOwnView)]
public sealed class MeModel(OwnView own, LookWriter looks) : PageModel
{
    /// <summary><see langword="null"/> where there is nothing that may be shown.</summary>
    public OwnView.Page? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Found = await own.OfAsync(HttpContext.Actor, stop);
        if (Found is { } found)
        {
            await looks.WriteAsync(looks.Make(HttpContext.Actor, "/me", found.PersonId));
        }
    }
}
