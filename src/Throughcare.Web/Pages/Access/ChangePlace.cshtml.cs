using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Gives a place another name, or closes or opens it, from a day on.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class ChangePlaceModel(PlaceVersions versions, ChangePlace change, TimeProvider clock) : PageModel
{
    public sealed class Form
    {
        public string? Name { get; set; }

        public string? ShortName { get; set; }

        /// <summary>open or closed.</summary>
        public string? State { get; set; }

        public DateOnly? From { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PlaceList.Row Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await FillAsync(code, stop))
        {
            return NotFound();
        }

        var prison = Establishments.Find(Row.Code);
        Input = new() { Name = prison?.Name ?? Row.Name, ShortName = prison?.ShortName, State = Row.IsOpen ? "open" : "closed", From = clock.GetUtcNow().LondonDate };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await FillAsync(code, stop))
        {
            return NotFound();
        }

        if (Input.State is not ("open" or "closed"))
        {
            ModelState.AddModelError("Input.State", "Select whether it is open");
        }

        if (Input.From is null && ModelState["Input.From"]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError("Input.From", "Enter the date from which it is so");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        ChangePlace.Request request = new(Row.Kind, Row.Code, Input.Name?.Trim() ?? "", Input.State is "open", Input.From!.Value, Input.Reason)
        {
            ShortName = Input.ShortName?.Trim(),
            Region = Row.Kind is PlaceKind.Pdu ? Row.Code[..3] : null,
        };
        return await change.DoAsync(request, HttpContext.Actor, stop) switch
        {
            Outcome<int>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            _ => this.Done($"/admin/places/{Row.Code}", "Place changed"),
        };
    }

    private async Task<bool> FillAsync(string code, CancellationToken stop)
    {
        Row = (await versions.FindAsync(code, stop))!;
        return Row is not null;
    }
}
