using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Says who stands in for the key worker of a person until a day.</summary>
[May(Verb.AllocateKeyWorker)]
public sealed class KeyWorkerCoverModel(SetKeyWorkerCover cover, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid? Cover { get; set; }

        [Display(Name = "Last day of cover")]
        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public SetKeyWorkerCover.Options? Options { get; private set; }

    public IEnumerable<Choice> Choices => Options is null ? [] : Options.Choices.Select(w => new Choice($"{w.Id}", $"{w.Name}: {w.Cases} of {w.Capacity}"));

    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await cover.DoAsync(new(HttpContext.Person.Id, Input.Cover is { } id ? new StaffId(id) : null, Input.Until), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/key-work", "Cover saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        await FillAsync(stop);
        return Page();
    }

    private async Task FillAsync(CancellationToken stop) =>
        Options = await cover.OptionsAsync(HttpContext.Person.Id, HttpContext.Actor, clock.GetUtcNow().LondonDate, stop);
}
