using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

[May(Verb.ManageAccounts)]
public sealed class AccountModel(AccountList accounts, ChangeAccount change) : PageModel
{
    public AccountList.Row Row { get; private set; } = null!;

    /// <summary>A new password, shown once.</summary>
    public string? Password { get; private set; }

    [BindProperty]
    public ChangeAccount.What? What { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    /// <summary>A role that is to be taken away: its code, a slash, the place.</summary>
    [BindProperty]
    public string? Held { get; set; }

    public static IReadOnlyList<Choice> RoleChoices => NewAccountModel.RoleChoices;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FillAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || What is not { } what)
        {
            ModelState.AddModelError("", "Choose what to change");
            return Page();
        }

        var (role, place) = what is ChangeAccount.What.RemoveRole && Held?.Split('/') is [var code, var where] ? (code, where) : (Role, Place?.Trim().ToUpperInvariant());
        switch (await change.DoAsync(new(Row.Id, what, RoleCodes.Parse(role ?? ""), place), HttpContext.Actor, stop))
        {
            case Outcome<string>.Done { Value.Length: > 0 } made:
                Password = made.Value;
                await FillAsync(id, stop);
                return Page();
            case Outcome<string>.Done:
                TempData["Success"] = "Account changed";
                return Redirect($"/admin/accounts/{id}");
            case Outcome<string>.Refused refused:
                foreach (var why in refused.Why)
                {
                    ModelState.AddModelError(why.Field, why.Message);
                }

                break;
        }

        return Page();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await accounts.OneAsync(new(id), stop) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
