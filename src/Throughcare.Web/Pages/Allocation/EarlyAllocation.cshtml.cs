using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Early allocation of one case: where it stands, why, and every assessment.</summary>
[May(Verb.ReadRecord)]
public sealed class EarlyAllocationModel(EarlyAllocationOfPerson early) : PageModel
{
    public EarlyAllocationOfPerson.Page Found { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}/early-allocation";

    public static string Words(EarlyAllocationStatus status) => status switch
    {
        EarlyAllocationStatus.Eligible => "Eligible: in force",
        EarlyAllocationStatus.DecisionPending => "Referred: the community has not answered",
        EarlyAllocationStatus.CallToAction => "A new assessment is needed",
        EarlyAllocationStatus.AssessmentSaved => "Assessment saved for later",
        _ => "Not in force",
    };

    public static string Words(EarlyAllocationAssessment made) => made switch
    {
        { Outcome: EarlyAllocationOutcome.Eligible } => "Eligible",
        { Outcome: EarlyAllocationOutcome.Ineligible } => "Not eligible",
        { CommunityAccepted: true } => "Discretionary: accepted by the community",
        { CommunityAccepted: false } => "Discretionary: not accepted by the community",
        { WasInWindow: true } => "Discretionary: waiting for the community",
        _ => "Discretionary",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await early.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
