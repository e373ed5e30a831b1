using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>One client of the API: what it may ask for, and what was done to it.</summary>
[May(Verb.ManageAccounts)]
public sealed class ApiClientModel(ApiClients clients, ChangeApiClient change, AdminLog log) : PageModel
{
    public ApiClients.Row Row { get; private set; } = null!;

    public IReadOnlyList<AdminLog.Row> History { get; private set; } = [];

    /// <summary>A new secret, shown once.</summary>
    public string? Secret { get; private set; }

    [BindProperty]
    public ChangeApiClient.What? What { get; set; }

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

        switch (await change.DoAsync(new(Row.Id, what), HttpContext.Actor, stop))
        {
            case Outcome<string>.Done { Value.Length: > 0 } made:
                Secret = made.Value;
                await FillAsync(id, stop);
                return Page();
            case Outcome<string>.Done:
                TempData["Success"] = what is ChangeApiClient.What.Disable ? "Client disabled" : "Client enabled";
                return Redirect($"/admin/api-clients/{id}");
            case Outcome<string>.Refused refused:
                ModelState.AddRefusals(refused.Why, "");
                break;
        }

        return Page();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await clients.OneAsync(new(id), stop) is not { } row)
        {
            return false;
        }

        (Row, History) = (row, await log.OfAsync(AdminSubject.ApiClient, row.ClientId, stop));
        return true;
    }
}
