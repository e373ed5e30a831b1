using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Adds details to a contact, or corrects it, under what it said.</summary>
[May(Verb.RecordContact)]
public sealed class AddDetailsModel(ContactDetail contacts, AddAddendum add, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public AddendumKind Kind { get; set; }

        public string? Text { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The form's own: becomes the addendum's id, so that a second post of the same form changes nothing.</summary>
    [BindProperty]
    public Guid Token { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(nameof(AddendumKind.Adds), "Something that was left out"),
        new(nameof(AddendumKind.Corrects), "A correction", "The contact stays as it was. Your correction is shown under it"),
    ];

    public ContactDetail.Page Contact { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Token = ids.Next();
        return await FillAsync(id, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new AddAddendum.Request(HttpContext.Person.Id, new(id), new(Token), Input.Kind, Input.Text);
            switch (await add.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<AddAddendum.Added>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/contacts/{id}", "Details added");
                case Outcome<AddAddendum.Added>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
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
        return Page();
    }
}
