using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Undoes a merge, and asks of each entry recorded since whose it is.</summary>
[May(Verb.MergePeople)]
public sealed class UndoMergeModel(UnmergeOffer offer, Unmerge unmerge) : PageModel
{
    public sealed class Form
    {
        public IReadOnlyList<Guid> Theirs { get; set; } = [];

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public UnmergeOffer.Page Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Entries =>
        [.. Found.Since.Select(e => new Choice(e.Id.ToString(), e.What, $"{Words.LongDate(e.On)}. Recorded by {e.By}, {Words.DateAndTime(e.At)}"))];

    public Task<IActionResult> OnGetAsync(Guid record, CancellationToken stop) => FillAsync(record, stop);

    public async Task<IActionResult> OnPostAsync(Guid record, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await unmerge.DoAsync(new(new(record), [.. Input.Theirs.Select(id => new FactId(id))], Input.Reason), HttpContext.Actor, stop))
            {
                case Outcome<PersonId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/personal", "Merge undone: the records are two people’s again");
                case Outcome<PersonId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(record, stop);
    }

    private async Task<IActionResult> FillAsync(Guid record, CancellationToken stop)
    {
        if (await offer.OfAsync(HttpContext.Person.Id, new(record), HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
