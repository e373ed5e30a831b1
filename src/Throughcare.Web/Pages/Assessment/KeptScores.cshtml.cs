using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Assessment;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>Scores that were kept once, with the answers that they were calculated from and every value.</summary>
[May(Verb.ReadAssessment)]
public sealed class KeptScoresModel(KeptRiskScores kept) : PageModel
{
    public KeptRiskScores.Line Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await kept.OneAsync(HttpContext.Person.Id, new(id), stop) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        return Page();
    }
}
