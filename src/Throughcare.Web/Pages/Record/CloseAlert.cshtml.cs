using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>Closes an alert, with a comment.</summary>
[May(Verb.CloseAlert)]
public sealed class CloseAlertModel(AlertsPage alerts, CloseAlert close, WhoSaved saved, TimeProvider clock) : PageModel
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

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    private static IReadOnlyList<ComparedField<Form>> Fields { get; } =
    [
        new(nameof(Form.On), "Date the alert ends", form => form.On is { } on ? Words.LongDate(on) : "It goes on", (to, from) => to.On = from.On),
        new(nameof(Form.Comment), "Why it is closed", form => form.Comment?.Trim() ?? "It is not closed", (to, from) => to.Comment = from.Comment),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        (Input, MadeFrom) = (new() { On = clock.GetUtcNow().LondonDate }, Alert.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        var at = $"/people/{HttpContext.Person.Address}/alerts";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        this.TakeChosen(Fields, Input, new Form { On = Alert.To, Comment = Alert.ClosingComment });
        if (ModelState.IsValid)
        {
            switch (await close.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.On, Input.Comment), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done(at, "Alert closed");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: Alert theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), Fields.Between(new Form { On = theirs.ValidTo, Comment = theirs.ClosingComment }, Input))
                    {
                        Address = $"{at}/{id}/close",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        var found = await alerts.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
        if (found.Active.Concat(found.Closed).FirstOrDefault(alert => alert.Id == new FactId(id)) is not { } alert)
        {
            return false;
        }

        Alert = alert;
        return true;
    }
}
