using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Lets a standard bind a case again.</summary>
[May(Verb.ExemptDueItem)]
public sealed class EndExemptionModel(DueOfPerson due, EndExemption end) : PageModel
{
    public DueOfPerson.ExemptionLine Exemption { get; private set; } = null!;

    public string Due => $"/people/{HttpContext.Person.Address}/due";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FillAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        switch (await end.DoAsync(new(HttpContext.Person.Id, new(id)), HttpContext.Actor, stop))
        {
            case Outcome<FactId>.Done:
                return this.Done(Due, "The standard binds the case again");
            case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
        }

        return await FillAsync(id, stop) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if ((await due.OfAsync(new(HttpContext.Person.Id), HttpContext.Actor, stop))?.Exemptions.FirstOrDefault(e => e.Id == new FactId(id)) is not { } found)
        {
            return false;
        }

        Exemption = found;
        return true;
    }
}
