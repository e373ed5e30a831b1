using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>What waits for the managers of a unit: requests to see a record, and openings of closed records.</summary>
[May(Verb.DecideAccess)]
public sealed class RequestsModel(WaitingDecisions decisions, DecideAccess decide, ReviewGlass review) : PageModel
{
    public sealed class Form
    {
        public Guid PersonId { get; set; }

        public Guid Id { get; set; }

        /// <summary>grant, refuse or review.</summary>
        public string? Decision { get; set; }

        public DateOnly? Until { get; set; }

        public string? Answer { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<WaitingDecisions.Asked> Asked { get; private set; } = [];

    public IReadOnlyList<WaitingDecisions.Opened> Opened { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var (person, id) = (new PersonId(Input.PersonId), new FactId(Input.Id));
            var outcome = Input.Decision is "review"
                ? await review.DoAsync(new(person, id, Input.Answer ?? ""), HttpContext.Actor, stop)
                : await decide.DoAsync(new(person, id, Input.Decision is "grant", Input.Until, Input.Answer), HttpContext.Actor, stop);
            if (outcome is Outcome<FactId>.Done)
            {
                TempData["Success"] = Input.Decision switch { "review" => "Review saved", "grant" => "Access granted", _ => "Request refused" };
                return Redirect("/access-requests");
            }

            foreach (var why in (outcome as Outcome<FactId>.Refused)?.Why ?? [])
            {
                ModelState.AddModelError("", why.Message);
            }
        }

        await FillAsync(stop);
        return Page();
    }

    private async Task FillAsync(CancellationToken stop) => (Asked, Opened) = await decisions.ReadAsync(HttpContext.Actor, stop);
}
