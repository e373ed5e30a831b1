using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Adds an alert.</summary>
[May(Verb.RaiseAlert)]
public sealed class NewAlertModel(RaiseAlert raise, IdSource ids, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? Code { get; set; }

        public string? Description { get; set; }

        [Display(Name = "Date the alert starts")]
        public DateOnly? From { get; set; }

        public string? AuthorisedBy { get; set; }

        public string? LateReason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public static IReadOnlyList<Choice> Codes { get; } =
    [
        .. AlertCodes.Table.Selectable
            .OrderBy(code => AlertTypes.Table[code.TypeCode].Sequence).ThenBy(code => code.Sequence).ThenBy(code => code.Description, StringComparer.Ordinal)
            .Select(code => new Choice(code.Code, $"{code.Description} ({AlertTypes.Table[code.TypeCode].Description})")),
    ];

    public bool AsksWhyLate => !string.IsNullOrEmpty(Input.LateReason) || ModelState.FirstError("Input.LateReason") is not null;

    public void OnGet()
    {
        Token = ids.Next();
        Input = new() { From = clock.GetUtcNow().LondonDate };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new RaiseAlert.Request(
                HttpContext.Person.Id, new(Token), Input.Code, Input.Description, Input.From, Input.AuthorisedBy, Input.LateReason);
            switch (await raise.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/alerts", "Alert added");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
