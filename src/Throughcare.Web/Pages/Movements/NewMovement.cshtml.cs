using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Records that a person came, went, was moved or went out for a time.</summary>
[May(Verb.RecordMovement)]
public sealed class NewMovementModel(RecordMovement record, IdSource ids, TimeProvider clock) : PageModel, IMovementPage
{
    [BindProperty]
    public TypedMovement Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public void OnGet()
    {
        var now = clock.GetUtcNow();
        Token = ids.Next();
        Input = new() { On = now.LondonDate, At = now.LondonTime };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await record.DoAsync(new(HttpContext.Person.Id, new(Token), Input.ToForm()), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/movements", "Movement recorded");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why, Input.FieldOf) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
