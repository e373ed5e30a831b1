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
public sealed class EditContactModel(ContactDetail contacts, EditContact edit) : PageModel, IContactPage
{
    [BindProperty]
    public TypedContact Input { get; set; } = new();

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public int MadeFrom { get; set; }

    /// <summary>For each field that both changed: "theirs" or "yours".</summary>
    [BindProperty]
    public Dictionary<string, string> Keep { get; set; } = [];

    public bool IsNew => false;

    public IReadOnlyList<Choice> Kinds => [];

    public bool AsksWhyLate => false;

    public string TypeName { get; private set; } = "";

    /// <summary>Why it may not be edited, where it may not.</summary>
    public string? TooLate { get; private set; }

    /// <summary>What differs, where somebody else saved first.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>Who saved first, and when.</summary>
    public string? TheirSaving { get; private set; }

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
        if (Keep.Count > 0)
        {
            ContactFields.TakeTheirs(Input, TypedContact.Of(entry), Keep);
            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.", StringComparison.Ordinal)).ToList())
            {
                ModelState.Remove(key);   // what was chosen stands now in the place of what was typed
            }
        }

        if (ModelState.IsValid)
        {
            var request = new EditContact.Request(HttpContext.Person.Id, new(id), MadeFrom, Input.ToForm());
            switch (await edit.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<EditContact.Edited>.Done { Value: var edited }:
                    TempData["Nudges"] = edited.Nudges.Select(nudge => nudge.Message).ToArray();
                    return this.Done($"/people/{HttpContext.Person.Address}/contacts/{id}", "Contact changed");
                case Outcome<EditContact.Edited>.Refused refused when this.Refuse(refused.Why, Input.FieldOf) is { } answer:
                    return answer;
                case Outcome<EditContact.Edited>.Conflict { Theirs: Contact theirs }:
                    Differences = ContactFields.Between(TypedContact.Of(theirs), Input);
                    TheirSaving = Words.DateAndTime(theirs.Recorded.At);
                    MadeFrom = theirs.Version;
                    ModelState.Remove(nameof(MadeFrom));
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

/// <summary>One field of which there are two versions.</summary>
/// <param name="Name">As the form calls it.</param>
/// <param name="Label">As the page calls it.</param>
public sealed record Difference(string Name, string Label, string Theirs, string Yours);
