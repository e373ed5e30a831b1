using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

/// <summary>Asks those on the list of a limited record why they open it, before it opens. Shows nothing of it.</summary>
[AnyStaff]
public sealed class OpenLimitedModel(LimitedOpening opening) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter a reason")]
    [StringLength(1000, MinimumLength = 20, ErrorMessage = "Reason must be between 20 and 1,000 characters")]
    public string? Reason { get; set; }

    /// <summary>Where the user was going; the record's first page unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        await opening.IsReasonNeededAsync(HttpContext.Person.Id, HttpContext.Actor, Session.SinceOf(HttpContext.User), stop) ? Page() : Onwards();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await opening.DoAsync(new(HttpContext.Person.Id, Reason, Session.SinceOf(HttpContext.User)), HttpContext.Actor, stop))
            {
                case Outcome<PersonId>.Done:
                    return Onwards();
                case Outcome<PersonId>.Refused refused:
                    foreach (var why in refused.Why)
                    {
                        ModelState.AddModelError(why.Field, why.Message);
                    }

                    break;
            }
        }

        return Page();
    }

    private RedirectResult Onwards() => Redirect(Return is null ? $"/people/{HttpContext.Person.Address}" : Session.Return(Return));
}
