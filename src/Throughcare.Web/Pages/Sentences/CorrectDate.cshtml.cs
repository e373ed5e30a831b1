using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Web.Pages.Sentences;

/// <summary>Corrects one of the official dates.</summary>
[May(Verb.RecordSentence)]
public sealed class CorrectDateModel(SentencePage sentences, CorrectKeyDate correct, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Display(Name = "Date")]
        public DateOnly? On { get; set; }

        /// <summary>There is no such date: the boxes are left empty on purpose.</summary>
        public bool NoDate { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public SentencePage.DateLine Date { get; private set; } = null!;

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await FillAsync(code, stop) is not { } page)
        {
            return NotFound();
        }

        (Input, MadeFrom) = (new() { On = Date.On }, page.DatesVersion);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (await FillAsync(code, stop) is null)
        {
            return NotFound();
        }

        var at = $"/people/{HttpContext.Person.Address}/sentence";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        if (Input is { On: null, NoDate: false } && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.On", "Enter the date, or say that there is none");
        }
        else if (Input is { On: not null, NoDate: true })
        {
            ModelState.AddModelError("Input.NoDate", "Enter a date or say that there is none, not both");
        }

        if (ModelState.IsValid)
        {
            var request = new CorrectKeyDate.Request(HttpContext.Person.Id, MadeFrom, code, Input.On, Input.Reason);
            switch (await correct.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done(at, $"{Date.Name} corrected");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: KeyDates theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), [new("On", Date.Name, Said(KeyDateKind.Find(code)?.Of(theirs)), Said(Input.On))])
                    {
                        Address = $"{at}/dates/{code}",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private static string Said(DateOnly? on) => on is { } date ? Words.LongDate(date) : "No such date";

    private async Task<SentencePage.Page?> FillAsync(string code, CancellationToken stop)
    {
        var page = await sentences.OfAsync(HttpContext.Person.Id, stop);
        if (page?.Dates.FirstOrDefault(date => date.Code == code) is not { } date)
        {
            return null;
        }

        Date = date;
        return page;
    }
}
