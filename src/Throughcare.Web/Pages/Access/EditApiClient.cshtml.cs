using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Gives a client of the API another role, place or other datasets.</summary>
[May(Verb.ManageAccounts)]
public sealed class EditApiClientModel(ApiClients clients, EditApiClient edit) : PageModel
{
    public sealed class Form
    {
        public string? Role { get; set; }

        public string? Place { get; set; }

        public string[] Scopes { get; set; } = [];

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the client had when the form was opened.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public ApiClients.Row Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        Input = new() { Role = Roles.Of(Row.Role).Code, Place = Row.Place.Text, Scopes = [.. Row.Scopes] };
        Seen = Row.Standing;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        EditApiClient.Request request = new(Row.Id, RoleCodes.Parse(Input.Role ?? ""), Input.Place, Input.Scopes, Input.Reason, Seen);
        return await edit.DoAsync(request, HttpContext.Actor, stop) switch
        {
            Outcome<string>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            _ => this.Done($"/admin/api-clients/{id}", "Client changed"),
        };
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await clients.OneAsync(new(id), stop) is not { IsDemo: false } row)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
