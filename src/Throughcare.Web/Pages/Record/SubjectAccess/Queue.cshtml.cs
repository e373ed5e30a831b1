using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>What waits to be read before a record is given, what was decided, and what rules withhold.</summary>
[May(Verb.ExportSubjectAccess)]
public sealed class QueueModel(SubjectAccessQueue queue, ReleaseUnflagged release) : PageModel
{
    /// <summary>decided, rule, or nothing for what waits.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty]
    public bool HasRead { get; set; }

    public SubjectAccessQueue.Page Found { get; private set; } = null!;

    public SubjectAccessQueue.Show Shown => Show switch
    {
        "decided" => SubjectAccessQueue.Show.Decided,
        "rule" => SubjectAccessQueue.Show.ByRule,
        _ => SubjectAccessQueue.Show.Waiting,
    };

    public PageOf<SubjectAccessQueue.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, SubjectAccessQueue.PageSize, Found.Total);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => FillAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await release.DoAsync(new(HttpContext.Person.Id, new(id), HasRead), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done { Value: var count }:
                    return this.Done($"/people/{HttpContext.Person.Address}/subject-access/{id}/queue", $"{Words.Count(count, "text is", "texts are")} given");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why, field => field) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        switch (await queue.OfAsync(HttpContext.Person.Id, new(id), Shown, PageRequest.Of(Number, null).Number, HttpContext.Actor, stop))
        {
            case Outcome<SubjectAccessQueue.Page>.Done { Value: var found }:
                Found = found;
                return Page();
            case Outcome<SubjectAccessQueue.Page>.Refused refused:
                return this.Refuse(refused.Why) ?? NotFound();
            default:
                return NotFound();
        }
    }
}
