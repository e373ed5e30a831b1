using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Settles one thing that sources say differently.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class ResolveModel(DataQuality quality, ResolveDataQuality resolve) : PageModel
{
    public sealed class Form
    {
        public bool? TakeTheirs { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public DataQualityItem Item { get; private set; } = null!;

    public IReadOnlyList<Choice> Decisions { get; } = [new("false", "Keep the value here"), new("true", "Take the source’s", "Its next file writes it")];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => FillAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await resolve.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.TakeTheirs, Input.Reason), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done("/data-quality", "Resolved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict:
                    ModelState.AddModelError("", "Somebody else has decided about this while you were here. What they decided is shown below");
                    break;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        if (await quality.OneAsync(HttpContext.Person.Id, new(id), stop) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        ModelState.Remove(nameof(MadeFrom));
        return Page();
    }
}
