using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Records a key work session.</summary>
[May(Verb.RecordContact)]
public sealed class NewKeyWorkModel(RecordKeyWork record, IdSource ids, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Display(Name = "Date")]
        public DateOnly? On { get; set; }

        [Display(Name = "Time")]
        public TimeOnly? At { get; set; }

        [Display(Name = "Minutes")]
        public int? Minutes { get; set; }

        public string? Discussed { get; set; }

        public string? Agreed { get; set; }

        public string? PersonSaid { get; set; }

        public string? Concern { get; set; }

        public string? NotAboutThePlan { get; set; }

        public string? LateReason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty]
    public bool RecordAnother { get; set; }

    public bool AsksWhyLate => !string.IsNullOrEmpty(Input.LateReason) || ModelState.FirstError("Input.LateReason") is not null;

    public string? LikeIt => ModelState.FirstError(nameof(RecordAnother));

    private bool MayRecord => ContactRecorders.MayRecord(HttpContext.Actor.Role, ContactTypes.Find(KeyWorkBoard.Session)!);

    public IActionResult OnGet()
    {
        var now = clock.GetUtcNow();
        (Token, Input) = (ids.Next(), new() { On = now.LondonDate, At = now.LondonTime });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!MayRecord)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (ModelState.IsValid)
        {
            var at = Input is { On: { } on, At: { } time } ? London.At(on, time) : (DateTimeOffset?)null;
            var request = new RecordKeyWork.Request(HttpContext.Person.Id, new(Token), at, Input.Minutes, Input.Discussed, Input.Agreed, Input.PersonSaid, Input.Concern) { LateReason = Input.LateReason, NotAboutThePlan = Input.NotAboutThePlan, RecordAnother = RecordAnother };
            switch (await record.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<RecordContact.Recorded>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/key-work", "Session recorded");
                case Outcome<RecordContact.Recorded>.Refused refused when this.Refuse(refused.Why, FieldOf) is { } answer:
                    return answer;
            }
        }

        return Page();
    }

    private static string FieldOf(string field) => field switch
    {
        nameof(ContactForm.HappenedAt) => "Input.On",
        nameof(ContactForm.DurationMinutes) => "Input.Minutes",
        nameof(ContactForm.Text) => "Input.Discussed",
        nameof(RecordAnother) => nameof(RecordAnother),
        _ => $"Input.{field}",
    };
}
