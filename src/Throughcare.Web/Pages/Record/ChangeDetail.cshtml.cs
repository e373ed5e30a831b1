using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Corrects one of the details of a person.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class ChangeDetailModel(PersonalPage personal, ChangePersonDetails change, WhoSaved saved) : PageModel
{
    private const string NotRecorded = "Not recorded";

    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Display(Name = "Date of birth")]
        public DateOnly? Date { get; set; }

        public string? Code { get; set; }

        public bool Confirmed { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public DetailKind Field { get; private set; } = null!;

    /// <summary>What the record says now, in words; <see langword="null"/> where it says nothing.</summary>
    public string? Now { get; private set; }

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public IEnumerable<Choice> Choices =>
        Field.IsYesNo ? [new(DetailKind.Yes, "Yes"), new(DetailKind.No, "No")]
        : Field.List is { } list ? list.Selectable.Select(row => new Choice(row.Code, row.Description))
        : [];

    /// <summary>What was chosen or typed, in words.</summary>
    private string Typed => (Field.List is null && !Field.IsYesNo ? Input.Date?.In(DateForm.Long) : Choices.FirstOrDefault(choice => choice.Value == Input.Code)?.Text) ?? NotRecorded;

    /// <summary>Asks whether an unlikely age is right.</summary>
    public string? AsksAge => ModelState.FirstError("Input.Confirmed");

    public async Task<IActionResult> OnGetAsync(string field, CancellationToken stop)
    {
        if (await FillAsync(field, stop) is not { } details)
        {
            return Field is null ? NotFound() : Page();
        }

        Input = new()
        {
            Date = details.DateOfBirth,
            Code = Field.Of(details),
        };
        MadeFrom = details.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string field, CancellationToken stop)
    {
        await FillAsync(field, stop);
        if (Field is null)
        {
            return NotFound();
        }

        var at = $"/people/{HttpContext.Person.Address}/personal";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        if (ModelState.IsValid)
        {
            var request = new ChangePersonDetails.Request(HttpContext.Person.Id, MadeFrom, Field.Field, Input.Reason)
            {
                Date = Input.Date,
                Code = Input.Code,
                Confirmed = Input.Confirmed,
            };
            switch (await change.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done(at, $"{Field.Name} changed");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: PersonDetails theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), [new("Value", Field.Name, Field.Words(theirs) ?? NotRecorded, Typed)])
                    {
                        Address = $"{at}/details/{field}",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private async Task<PersonDetails?> FillAsync(string field, CancellationToken stop)
    {
        if (DetailKind.Find(field) is not { CanChange: true } found)
        {
            return null;
        }

        Field = found;
        var details = (await personal.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop)).Details;
        Now = found.Words(details);
        return details;
    }
}
