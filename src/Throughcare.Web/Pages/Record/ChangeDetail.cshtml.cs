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
public sealed class ChangeDetailModel(PersonalPage personal, ChangePersonDetails change) : PageModel
{
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

    public DetailWords Field { get; private set; } = null!;

    /// <summary>What the record says now, in words; <see langword="null"/> where it says nothing.</summary>
    public string? Now { get; private set; }

    /// <summary>Somebody else changed it while this page was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public IEnumerable<Choice> Choices => Field.List is { } list ? list.Selectable.Select(row => new Choice(row.Code, row.Description)) : [];

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
            Code = (Field.Field switch
            {
                DetailFields.Sex => details.Sex,
                DetailFields.Ethnicity => details.Ethnicity,
                DetailFields.Nationality => details.Nationality,
                DetailFields.Religion => details.Religion,
                DetailFields.MaritalStatus => details.MaritalStatus,
                _ => null,
            })?.Code,
        };
        MadeFrom = details.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string field, CancellationToken stop)
    {
        var details = await FillAsync(field, stop);
        if (Field is null)
        {
            return NotFound();
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
                    return this.Done($"/people/{HttpContext.Person.Address}/personal", $"{Field.Name} changed");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: var theirs }:
                    ChangedMeanwhile = true;
                    MadeFrom = theirs.Version;
                    ModelState.Remove(nameof(MadeFrom));
                    Now = PersonalModel.Of(theirs as PersonDetails ?? details, Field.Field);
                    break;
            }
        }

        return Page();
    }

    private async Task<PersonDetails?> FillAsync(string field, CancellationToken stop)
    {
        if (DetailWords.At(field) is not { } found)
        {
            return null;
        }

        Field = found;
        var details = (await personal.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop)).Details;
        Now = PersonalModel.Of(details, found.Field);
        return details;
    }
}
