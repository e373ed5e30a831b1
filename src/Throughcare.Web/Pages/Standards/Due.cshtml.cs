using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Every standard of one person: to be done, met, missed and not required, on any day and as known at any time.</summary>
[May(Verb.ReadRecord)]
public sealed class DueModel(DueOfPerson due, ServedAddresses served) : PageModel
{
    /// <summary>The day at whose end states are told.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    /// <summary>The record as it was known at the end of this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? KnownAt { get; set; }

    public DueOfPerson.Page Found { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}";

    public bool MayExempt => HttpContext.May(Verb.ExemptDueItem);

    public DueWords.NextAct? Next(DueOfPerson.Line line) => DueWords.Next(line.Rule, At, HttpContext, served);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var valid = ModelState.IsValid;
        var known = valid && KnownAt is { } day ? London.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1) : (DateTimeOffset?)null;
        if (await due.OfAsync(new(HttpContext.Person.Id, valid ? AsAt : null, known), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
