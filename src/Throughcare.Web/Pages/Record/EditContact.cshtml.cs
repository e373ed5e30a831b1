using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Edits a contact within its 24 hours. Where somebody saved another version first, both are shown field by field.</summary>
[May(Verb.AmendContact)]
public sealed class EditContactModel(ContactDetail contacts, EditContact edit, WhoSaved saved) : PageModel, IContactPage
{
    [BindProperty]
    public TypedContact Input { get; set; } = new();

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public int MadeFrom { get; set; }

    public bool IsNew => false;

    public IReadOnlyList<Choice> Kinds => [];

    public bool AsksWhyLate => false;

    public string TypeName { get; private set; } = "";

    /// <summary>Why it may not be edited, where it may not.</summary>
    public string? TooLate { get; private set; }

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await contacts.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is not { Entry: { } entry } found)
        {
            return NotFound();
        }

        Name(found);
        (Input, MadeFrom) = (TypedContact.Of(entry), found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await contacts.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is not { Entry: { } entry } found)
        {
            return NotFound();
        }

        Name(found);
        var at = $"/people/{HttpContext.Person.Address}/contacts/{id}";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        this.TakeChosen(ContactFields.All, Input, TypedContact.Of(entry));
        if (ModelState.IsValid)
        {
            var request = new EditContact.Request(HttpContext.Person.Id, new(id), MadeFrom, Input.ToForm());
            switch (await edit.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<EditContact.Edited>.Done { Value: var edited }:
                    TempData["Nudges"] = edited.Nudges.Select(nudge => nudge.Message).ToArray();
                    return this.Done(at, "Contact changed");
                case Outcome<EditContact.Edited>.Refused refused when this.Refuse(refused.Why, Input.FieldOf) is { } answer:
                    return answer;
                case Outcome<EditContact.Edited>.Conflict { Theirs: Contact theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), ContactFields.All.Between(TypedContact.Of(theirs), Input))
                    {
                        Address = $"{at}/edit",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private void Name(ContactDetail.Page found)
    {
        TypeName = found.Summary.TypeName;
        TooLate = ContactEditing.Message(found.Editing);
    }
}
