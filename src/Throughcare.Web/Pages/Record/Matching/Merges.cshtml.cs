using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Merges that wait for a second person.</summary>
[May(Verb.MergePeople)]
public sealed class MergesModel(MergeRequests merges) : PageModel
{
    public IReadOnlyList<MergeRequests.Row> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Waiting = await merges.WaitingAsync(HttpContext.Actor, stop);
}
