using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>Moves a contact that was recorded on the wrong person to the right one.</summary>
[May(Verb.MoveContact)]
public sealed class MoveContactModel(ContactDetail contacts, Application.Access.FindPerson people, MoveContact move, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? To { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty]
    public int MadeFrom { get; set; }

    public ContactDetail.Page Contact { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Token = ids.Next();
        return await FillAsync(id, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var to = PersonKey.TryParse(Input.To?.Trim(), null, out var key) && key is not PersonKey.ById ? await people.DoAsync(key, stop) : null;
        if (to is null)
        {
            ModelState.AddModelError("Input.To", string.IsNullOrWhiteSpace(Input.To)
                ? "Enter the prison number or CRN of the right person"
                : "Enter a prison number like A1234BC or a CRN like X123456 that somebody has");
        }
        else if (ModelState.IsValid)
        {
            var request = new MoveContact.Request(HttpContext.Person.Id, to.Id, new(id), new(Token), MadeFrom, Input.Reason);
            switch (await move.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done { Value: var moved }:
                    return this.Done($"/people/{to.Address}/contacts/{moved}", "Contact moved to this person");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict:
                    ModelState.AddModelError("", "The contact was changed while you were here. Read it again, then move it");
                    break;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        if (await contacts.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is not { Entry: not null } found)
        {
            return NotFound();
        }

        Contact = found;
        MadeFrom = found.Version;
        ModelState.Remove(nameof(MadeFrom));
        return Page();
    }
}
