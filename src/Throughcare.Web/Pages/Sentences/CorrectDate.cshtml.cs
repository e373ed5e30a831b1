using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Web.Pages.Sentences;

/// <summary>Corrects one of the official dates.</summary>
[May(Verb.RecordSentence)]
public sealed class CorrectDateModel(SentencePage sentences, CorrectKeyDate correct) : PageModel
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

    /// <summary>Somebody else changed the dates while this page was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

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
                    return this.Done($"/people/{HttpContext.Person.Address}/sentence", $"{Date.Name} corrected");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: KeyDates theirs }:
                    ChangedMeanwhile = true;
                    MadeFrom = theirs.Version;
                    ModelState.Remove(nameof(MadeFrom));
                    break;
            }
        }

        return Page();
    }

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
