using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Handover;

namespace Throughcare.Web.Pages.Record.Handover;

/// <summary>The handover packs of one person.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonPacksModel(HandoverPacks packs) : PageModel
{
    public IReadOnlyList<HandoverPack> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Found = await packs.OfPersonAsync(HttpContext.Person.Id, stop);
}
