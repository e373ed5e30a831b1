using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Asks that a person's two records become one.</summary>
[May(Verb.MergePeople)]
public sealed class AskMergeModel(FindPerson people, RequestMerge merge) : PageModel
{
    public sealed class Form
    {
        public string? Other { get; set; }

        public string? ReasonCode { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => MergeReasonChoices.All;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var other = PersonKey.TryParse(Input.Other?.Trim(), null, out var key) && key is not PersonKey.ById ? await people.DoAsync(key, stop) : null;
        if (other is null)
        {
            ModelState.AddModelError("Input.Other", string.IsNullOrWhiteSpace(Input.Other)
                ? "Enter the prison number or CRN of the other record"
                : "Enter a prison number like A1234BC or a CRN like X123456 that somebody has");
        }
        else if (other.Id == HttpContext.Person.Id)
        {
            ModelState.AddModelError("Input.Other", "Enter the number of another record: this number is this person’s already");
        }
        else if (ModelState.IsValid)
        {
            switch (await merge.DoAsync(new(HttpContext.Person.Id, other.Id, Input.ReasonCode, Input.Reason), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done { Value: var id }:
                    return this.Done($"/merges/{id}", "Merge asked for");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
