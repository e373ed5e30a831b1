using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Access;

/// <summary>Who may see a person's record, and who looked.</summary>
[May(Verb.ReadRecord, Verb.ReadAccessLog)]
public sealed class PersonAccessModel(AccessOfPerson access) : PageModel
{
    public AccessOfPerson.Answer Answer { get; private set; } = null!;

    public bool MayRestrict => Permissions.Has(HttpContext.Actor.Role, Verb.RestrictPerson);

    public async Task OnGetAsync(CancellationToken stop) => Answer = await access.ReadAsync(HttpContext.Person.Id, HttpContext.Actor, stop);

    public static string Words(ReachKind why) => why switch
    {
        ReachKind.Unit => "Holds or supervises them",
        ReachKind.EarlierUnit => "Held or supervised them in the last 12 months",
        ReachKind.ReceivingUnit => "A transfer there is booked or on its way",
        ReachKind.Manager => "Allocated to them",
        ReachKind.Granted => "Granted on request",
        ReachKind.BreakGlass => "Break-glass, for four hours",
        _ => "Inspection sample",
    };

    public static string Words(LookOutcome outcome) => outcome switch
    {
        LookOutcome.Shown => "Shown",
        LookOutcome.RefusedReach => "Refused: no access",
        LookOutcome.RefusedLimited => "Refused: limited access",
        _ => "Refused: not shown to exist",
    };
}
