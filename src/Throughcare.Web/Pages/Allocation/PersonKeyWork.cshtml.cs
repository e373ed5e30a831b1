using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Key work with one person: what was planned and done, gaps, and who does it.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonKeyWorkModel(KeyWorkOfPerson work) : PageModel
{
    public KeyWorkOfPerson.Page Found { get; private set; } = null!;

    public bool MayRecord => ContactRecorders.MayRecord(HttpContext.Actor.Role, ContactTypes.Find(KeyWorkBoard.Session)!);

    public bool MayAllocate => HttpContext.May(Verb.AllocateKeyWorker);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await work.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
