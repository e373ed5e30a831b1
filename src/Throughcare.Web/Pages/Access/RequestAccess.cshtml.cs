using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Asks the unit that holds a person to let the user see the record. Shows no more than search does.</summary>
[May(Verb.RequestAccess)]
public sealed class RequestAccessModel(AskForAccess ask, WaitingDecisions decisions) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter a reason")]
    [StringLength(1000, MinimumLength = 20, ErrorMessage = "Reason must be between 20 and 1,000 characters")]
    public string? Why { get; set; }

    public AccessRequest? Last { get; private set; }

    public PersonBannerModel Shown => HttpContext.Features.Get<PersonBannerModel>()!;

    public bool MayBreakGlass => HttpContext.Actor.Has(Verb.BreakGlass);

    public async Task OnGetAsync(CancellationToken stop) => Last = await decisions.MineAsync(HttpContext.Person.Id, HttpContext.Actor, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await ask.DoAsync(new(HttpContext.Person.Id, Why!), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    TempData["Success"] = "Request sent";
                    return Redirect($"/people/{HttpContext.Person.Address}/request-access");
                case Outcome<FactId>.Refused refused:
                    foreach (var why in refused.Why)
                    {
                        ModelState.AddModelError(why.Field, why.Message);
                    }

                    break;
            }
        }

        Last = await decisions.MineAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
        return Page();
    }
}
