using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The tier of a case by each scheme, what it rests on, and how it changed.</summary>
[May(Verb.ReadRecord)]
public sealed class TierModel(TierOfPerson tiers, WorkloadMarkOfPerson marks) : PageModel
{
    public TierOfPerson.Page Found { get; private set; } = null!;

    public IEnumerable<(string Heading, Explained<TierResult> Tier)> Current =>
        [("Protect and change", Found.V2), ("A to G", Found.V3), ("1 to 4, the framework of 2006", Found.Nom)];

    /// <summary>What was said about how much the case counts; <see langword="null"/>: as its tier says.</summary>
    public WorkloadMarkOfPerson.Said? Marked { get; private set; }

    public bool MayMark => HttpContext.May(Verb.AllocateCom);

    public bool MayChoose => HttpContext.May(Verb.AllocatePom) || HttpContext.May(Verb.AllocateCom);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await tiers.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Marked = await marks.OfAsync(HttpContext.Person.Id, stop);
        return Page();
    }
}
