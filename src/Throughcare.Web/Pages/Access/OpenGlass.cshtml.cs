using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Opens a closed record for four hours. Shows nothing of it before.</summary>
[May(Verb.BreakGlass)]
public sealed class OpenGlassModel(BreakGlass glass) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter a reason")]
    [StringLength(1000, MinimumLength = 20, ErrorMessage = "Reason must be between 20 and 1,000 characters")]
    public string? Reason { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await glass.DoAsync(new(HttpContext.Person.Id, Reason!), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    TempData["Success"] = "The record is open to you for 4 hours";
                    return Redirect($"/people/{HttpContext.Person.Address}/access");
                case Outcome<FactId>.Refused refused:
                    foreach (var why in refused.Why)
                    {
                        ModelState.AddModelError(why.Field, why.Message);
                    }

                    break;
            }
        }

        return Page();
    }
}
