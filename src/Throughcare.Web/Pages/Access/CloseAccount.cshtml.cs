using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Asks why before an account is locked or ended.</summary>
[May(Verb.ManageAccounts)]
public sealed class CloseAccountModel(AccountList accounts, ChangeAccount change) : PageModel
{
    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AccountList.Row Row { get; private set; } = null!;

    /// <summary>"lock", or "end" for good.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    public bool Ends => What is "end";

    public string Heading => Ends ? "End this account" : "Lock this account";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FillAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        return await change.DoAsync(new(Row.Id, Ends ? ChangeAccount.What.End : ChangeAccount.What.Lock) { Reason = Input.Reason }, HttpContext.Actor, stop) switch
        {
            Outcome<string>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            _ => this.Done($"/admin/accounts/{id}", Ends ? "Account ended" : "Account locked"),
        };
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await accounts.OneAsync(new(id), stop) is not { } row || row.State is AccountState.Ended)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
