using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Access;

[May(Verb.ManageAccounts)]
public sealed class ApiClientsModel(ApiClients clients) : PageModel
{
    public IReadOnlyList<ApiClients.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Rows = await clients.ReadAsync(stop);
}
