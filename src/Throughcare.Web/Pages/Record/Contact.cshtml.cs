using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Record;

/// <summary>One contact: its latest version, the earlier ones, and what was added to it.</summary>
[May(Verb.ReadRecord)]
public sealed class ContactModel(ContactDetail contacts) : PageModel
{
    public ContactDetail.Page Found { get; private set; } = null!;

    /// <summary>What could be better about it, said once to whoever has just saved it.</summary>
    public IReadOnlyList<string> Nudges { get; private set; } = [];

    /// <summary>It was saved just now, about harm, and late: others may not know yet.</summary>
    public bool IsUrgent { get; private set; }

    public bool MayEdit => Found is { Entry: not null, Editing: EditDecision.Edit };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await contacts.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Nudges = TempData["Nudges"] as string[] ?? [];
        IsUrgent = TempData["Urgent"] is true;
        return Page();
    }
}
