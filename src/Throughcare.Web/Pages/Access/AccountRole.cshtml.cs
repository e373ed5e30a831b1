using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Gives an account a role at a place, or changes the days on which it is held.</summary>
[May(Verb.ManageAccounts)]
public sealed class AccountRoleModel(AccountList accounts, ChangeAccount change, TimeProvider clock) : PageModel
{
    public sealed class Form
    {
        public string? Role { get; set; }

        public string? Place { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The role to change: its code, a slash, the place; empty for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "held")]
    public string? HeldKey { get; set; }

    /// <summary>It is to be taken away now.</summary>
    [BindProperty]
    public bool Take { get; set; }

    public AccountList.Row Row { get; private set; } = null!;

    public AccountList.Held? Held { get; private set; }

    public string Heading => Held is null ? "Add a role" : "Change a role";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        Input = new() { From = Held?.From, Until = Held?.Until };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        if (Take)
        {
            ModelState.Clear();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var place = Held?.Place.Text ?? Input.Place?.Trim().ToUpperInvariant();
        ChangeAccount.Request request = new(Row.Id, ChangeAccount.What.SetRole, Held?.Role ?? RoleCodes.Parse(Input.Role ?? ""), place)
        {
            From = Take ? null : Input.From,
            Until = Take ? clock.GetUtcNow().LondonDate.AddDays(-1) : Input.Until,
        };
        return await change.DoAsync(request, HttpContext.Actor, stop) switch
        {
            Outcome<string>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            _ => this.Done($"/admin/accounts/{id}", Take ? "Role taken away" : Held is null ? "Role added" : "Role changed"),
        };
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await accounts.OneAsync(new(id), stop) is not { } row || row.State is AccountState.Ended)
        {
            return false;
        }

        Row = row;
        if (HeldKey?.Split('/') is not [var role, var place])
        {
            return string.IsNullOrEmpty(HeldKey);
        }

        Held = row.Roles.FirstOrDefault(r => RoleCodes.ToCode(r.Role) == role && r.Place == new PlaceCode(place));
        return Held is not null;
    }
}
