using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>One account: what it may do, and what was done to it.</summary>
[May(Verb.ManageAccounts)]
public sealed class AccountModel(AccountList accounts, ChangeAccount change, AdminLog log, TimeProvider clock) : PageModel
{
    public AccountList.Row Row { get; private set; } = null!;

    public IReadOnlyList<AdminLog.Row> History { get; private set; } = [];

    /// <summary>A new password, shown once.</summary>
    public string? Password { get; private set; }

    public bool IsOwn => Row.StaffId == HttpContext.Actor.StaffId;

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    [BindProperty]
    public ChangeAccount.What? What { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FillAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        if (What is not (ChangeAccount.What.Unlock or ChangeAccount.What.ResetPassword or ChangeAccount.What.ResetAuthenticator))
        {
            ModelState.AddModelError("", "Choose what to change");
            return Page();
        }

        switch (await change.DoAsync(new(Row.Id, What.Value), HttpContext.Actor, stop))
        {
            case Outcome<string>.Done { Value.Length: > 0 } made:
                Password = made.Value;
                break;
            case Outcome<string>.Done:
                return this.Done($"/admin/accounts/{id}", What is ChangeAccount.What.Unlock ? "Account unlocked" : "Authenticator reset");
            case Outcome<string>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
        }

        await FillAsync(id, stop);
        return Page();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await accounts.OneAsync(new(id), stop) is not { } row)
        {
            return false;
        }

        (Row, History) = (row, await log.OfAsync(AdminSubject.Account, row.Id.ToString(), stop));
        return true;
    }
}
