using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Assessment;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>What is known of the risk that a person poses: the level of serious harm, and the scores that assessments left.</summary>
[May(Verb.ReadRecord)]
public sealed class RiskModel(KeptRiskScores kept) : PageModel
{
    public KeptRiskScores.Page Found { get; private set; } = null!;

    /// <summary>Whether the reader reads what assessments say, besides what the top of every page shows.</summary>
    public bool ReadsScores => HttpContext.May(Verb.ReadAssessment) || HttpContext.May(Verb.ReadAssessmentSummaryAndRmp);

    public bool MayOpen => HttpContext.May(Verb.ReadAssessment);

    /// <summary>Assessments whose summary gives a score.</summary>
    public IEnumerable<AssessmentSummary> Summaries => Found.Assessments.Where(a => (a.Ogrs3TwoYear ?? a.OgpTwoYear ?? a.OvpTwoYear ?? a.RsrDynamic ?? a.RsrStatic) is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await kept.OfAsync(HttpContext.Person.Id, stop) is not { } page)
        {
            return NotFound();
        }

        Found = page;
        return Page();
    }
}
