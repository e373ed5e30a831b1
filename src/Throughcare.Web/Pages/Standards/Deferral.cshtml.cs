using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>One deferral: what was asked for, and what somebody else decides about it.</summary>
[May(Verb.ReadRecord)]
[May(Verb.ExemptDueItem, Verb.DeferDueItem, On = "POST")]
public sealed class DeferralModel(DeferralOfPerson deferrals, DecideDeferral decide, WithdrawDeferral withdraw) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public bool? Approve { get; set; }

        public string? Answer { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    /// <summary>decide or withdraw.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public DeferralOfPerson.Page Found { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}";

    public static IReadOnlyList<Choice> Answers { get; } = [new("true", "Yes, approve the later date"), new("false", "No, refuse it")];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => FillAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid && Step is "withdraw")
        {
            switch (await withdraw.DoAsync(new(HttpContext.Person.Id, new(id)), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done("/deferrals", "You took the deferral back");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }
        else if (ModelState.IsValid)
        {
            switch (await decide.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.Approve, Input.Answer), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done("/deferrals", Input.Approve is true ? "Later date approved" : "Later date refused");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        if (await deferrals.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        ModelState.Remove(nameof(MadeFrom));
        return Page();
    }
}
