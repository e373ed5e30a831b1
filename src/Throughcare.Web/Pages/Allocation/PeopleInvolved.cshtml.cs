using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Who works and worked with a person, and the people in the person's own life.</summary>
[May(Verb.ReadRecord)]
public sealed class PeopleInvolvedModel(PeopleInvolved people, AllocationHistory history, ManagersToChoose managers) : PageModel
{
    public PeopleInvolved.Page Found { get; private set; } = null!;

    /// <summary>Every version of the allocation, the first first.</summary>
    public IReadOnlyList<AllocationHistory.Line> History { get; private set; } = [];

    /// <summary>For those who work on the case.</summary>
    public VloContact? Vlo { get; private set; }

    /// <summary>What the user may do here, each with where.</summary>
    public IReadOnlyList<(string Text, string To)> Actions
    {
        get
        {
            var (actor, at) = (HttpContext.Actor, $"/people/{HttpContext.Person.Address}");
            (Verb Verb, string Text, string To)[] all =
            [
                (Verb.AllocatePom, "Allocate a POM", $"{at}/allocate-pom"),
                (Verb.AllocatePom, "Co-working POM", $"{at}/people/co-worker"),
                (Verb.AllocatePom, "Cover for the POM", $"{at}/people/cover"),
                (Verb.AllocatePom, "Case administrator", $"{at}/people/case-administrator"),
                (Verb.AllocateCom, "Allocate a COM", $"{at}/allocate-com"),
                (Verb.RecordContact, "Victim liaison officer", $"{at}/people/victim-liaison"),
            ];
            return [.. all.Where(action => actor.Has(action.Verb)).Select(action => (action.Text, action.To))];
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await people.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        History = await history.OfAsync(HttpContext.Person.Id, stop);
        Vlo = HttpContext.Actor.Has(Verb.RecordContact) ? (await managers.NowAsync(HttpContext.Person.Id, stop))?.Vlo : null;
        return Page();
    }
}
