using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Says who stands in for the POM of a person until a day.</summary>
[May(Verb.AllocatePom)]
public sealed class CoverModel(ManagersToChoose managers, SetCover set) : PageModel
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

    public ManagersToChoose.Page Found { get; private set; } = null!;

    public IEnumerable<Choice> Choices => Found.Candidates.Select(c => new Choice($"{c.Staff}", $"{c.Name} ({c.Hint})"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FillAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await set.DoAsync(new(HttpContext.Person.Id, new(Input.Cover ?? Guid.Empty), Input.Until), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/people", "Cover saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await managers.PomsAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
