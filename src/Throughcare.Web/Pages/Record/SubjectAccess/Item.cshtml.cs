using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>One text or entry that somebody has to read before the person is given it.</summary>
[May(Verb.ExportSubjectAccess)]
public sealed class ItemModel(SubjectAccessQueue queue, SubjectAccessRequests requests, DecideSubjectAccessItem decide) : PageModel
{
    public sealed class Form
    {
        public ItemDecision? Decision { get; set; }

        public WithholdingRule? Rule { get; set; }

        public string? Reason { get; set; }

        public string? Passages { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public SubjectAccessQueue.Row Found { get; private set; } = null!;

    public bool MayDecide { get; private set; }

    public static IReadOnlyList<Choice> Rules { get; } = [.. WithholdingRules.Choosable.Select(rule => new Choice(rule.ToString(), rule.Name))];

    public IReadOnlyList<Choice> Decisions =>
    [
        new(nameof(ItemDecision.Released), Found.Item.IsWholeEntry ? "The entry may be given" : "All of it", Found.Item.IsWholeEntry ? "Its free texts are decided about one by one" : null),
        .. Found.Item.IsWholeEntry ? Array.Empty<Choice>() : [new Choice(nameof(ItemDecision.Redacted), "A part of it, without some words")],
        new(nameof(ItemDecision.Withheld), Found.Item.IsWholeEntry ? "Nothing of it" : "None of it", "Where even saying so would do harm, the whole entry is left out"),
    ];

    public Task<IActionResult> OnGetAsync(Guid id, Guid item, CancellationToken stop) => FillAsync(id, item, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, Guid item, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new DecideSubjectAccessItem.Request(HttpContext.Person.Id, new(id), new(item), Input.Decision, Input.Rule, Input.Reason, Input.Passages);
            switch (await decide.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<int>.Done { Value: var waiting }:
                    return await NextAsync(id, waiting, stop);
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(id, item, stop);
    }

    /// <summary>Straight on to the next that waits; back to the request where none does.</summary>
    private async Task<IActionResult> NextAsync(Guid id, int waiting, CancellationToken stop)
    {
        var request = $"/people/{HttpContext.Person.Address}/subject-access/{id}";
        return await queue.NextAsync(new(id), stop) is { } next
            ? this.Done($"{request}/queue/{next}", $"Decision saved. {Words.Count(waiting, "entry waits", "entries wait")}")
            : this.Done(request, "Decision saved. Everything has been read");
    }

    private async Task<IActionResult> FillAsync(Guid id, Guid item, CancellationToken stop)
    {
        switch (await queue.OneAsync(HttpContext.Person.Id, new(id), new(item), HttpContext.Actor, stop))
        {
            case Outcome<SubjectAccessQueue.Row>.Done { Value: var found }:
                Found = found;
                MayDecide = found.Text is not null
                    && await requests.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop) is Outcome<SubjectAccessRequests.Page>.Done { Value.Request.State: SubjectAccessState.Redacting };
                return Page();
            case Outcome<SubjectAccessQueue.Row>.Refused refused:
                return this.Refuse(refused.Why) ?? NotFound();
            default:
                return NotFound();
        }
    }
}
