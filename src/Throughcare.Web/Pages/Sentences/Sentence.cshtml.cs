using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Sentences;

/// <summary>Sentences, offences and key dates, each date with its source and what it was before.</summary>
[May(Verb.ReadRecord)]
public sealed class SentenceModel(SentencePage sentences) : PageModel
{
    public SentencePage.Page Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await sentences.OfAsync(HttpContext.Person.Id, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
