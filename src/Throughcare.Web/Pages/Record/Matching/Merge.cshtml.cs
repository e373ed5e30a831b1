using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>One merge that was asked for, and what a second person decides.</summary>
[May(Verb.MergePeople)]
public sealed class MergeModel(MergeRequests merges, ApproveMerge approve, RefuseMerge refuse, LookWriter looks) : PageModel
{
    public sealed class Form
    {
        /// <summary>approve or refuse.</summary>
        public string? Decision { get; set; }

        public string? Answer { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public MergeRequests.Page Found { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => FillAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid && Input.Decision is "approve")
        {
            switch (await approve.DoAsync(new(new(id), MadeFrom), HttpContext.Actor, stop))
            {
                case Outcome<PersonId>.Done { Value: var survivor }:
                    return this.Done($"/people/{survivor}", "The records are one now");
                case Outcome<PersonId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }
        else if (ModelState.IsValid)
        {
            switch (await refuse.DoAsync(new(new(id), MadeFrom, Input.Answer), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done("/merges", "Merge refused");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        switch (await merges.OfAsync(new(id), HttpContext.Actor, stop))
        {
            case Outcome<MergeRequests.Page>.Done { Value: var found }:
                Found = found;
                ModelState.Remove(nameof(MadeFrom));
                if (found.Pair is { } pair)
                {
                    await looks.OfPairAsync(HttpContext, "/merges/{id}", pair);
                }

                return Page();
            case Outcome<MergeRequests.Page>.Refused refused:
                return this.Refuse(refused.Why) ?? NotFound();
            default:
                return NotFound();
        }
    }
}
