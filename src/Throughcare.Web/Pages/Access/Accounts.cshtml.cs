using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Access;

[May(Verb.ManageAccounts)]
public sealed class AccountsModel(AccountList accounts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PageOf<AccountList.Row> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        var (rows, total) = await accounts.ReadAsync(Q, (number - 1) * size, size, stop);
        List = new(rows, number, size, total);
    }
}
