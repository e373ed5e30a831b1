using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>Closes an alert, with a comment.</summary>
[May(Verb.CloseAlert)]
public sealed class CloseAlertModel(AlertsPage alerts, CloseAlert close, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Display(Name = "Date the alert ends")]
        public DateOnly? On { get; set; }

        public string? Comment { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public AlertsPage.Line Alert { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Input = new() { On = clock.GetUtcNow().LondonDate };
        return await FillAsync(id, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await close.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.On, Input.Comment), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/alerts", "Alert closed");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict:
                    ModelState.AddModelError("", "Somebody else changed this alert while you were here. Read it again, then close it");
                    break;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        var found = await alerts.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
        if (found.Active.Concat(found.Closed).FirstOrDefault(alert => alert.Id == new Domain.Record.FactId(id)) is not { } alert)
        {
            return NotFound();
        }

        Alert = alert;
        MadeFrom = alert.Version;
        ModelState.Remove(nameof(MadeFrom));
        return Page();
    }
}
