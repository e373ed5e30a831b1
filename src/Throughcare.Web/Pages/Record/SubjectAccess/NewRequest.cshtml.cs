using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>Records that a person asked for their record.</summary>
[May(Verb.ExportSubjectAccess)]
public sealed class NewRequestModel(ReceiveSubjectAccess receive, IdSource ids, TimeProvider clock) : PageModel
{
    public sealed class Form
    {
        public string? Number { get; set; }

        [Display(Name = "Date received")]
        public DateOnly? ReceivedOn { get; set; }

        public string? ReceivedBy { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public void OnGet()
    {
        Token = ids.Next();
        Input = new() { ReceivedOn = clock.GetUtcNow().LondonDate };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await receive.DoAsync(new(new(Token), Input.Number, Input.ReceivedOn, Input.ReceivedBy), HttpContext.Actor, stop))
            {
                case Outcome<ReceiveSubjectAccess.Received>.Done { Value: var received }:
                    return this.Done($"/people/{received.Address}/subject-access/{received.Id}", "Request recorded");
                case Outcome<ReceiveSubjectAccess.Received>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
