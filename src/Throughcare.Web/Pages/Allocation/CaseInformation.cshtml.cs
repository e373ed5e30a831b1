using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Types what an allocation needs and the probation record does not give.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class CaseInformationModel(TypeCaseInformation type, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? Tier { get; set; }

        public RoshLevel? Rosh { get; set; }

        public Resourcing? Resourcing { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public static IReadOnlyList<Choice> Levels { get; } =
        [.. new[] { RoshLevel.Low, RoshLevel.Medium, RoshLevel.High, RoshLevel.VeryHigh }.Select(level => new Choice($"{level}", AllocationWords.Of(level)))];

    public static IReadOnlyList<Choice> Resourcings { get; } = [new(nameof(Resourcing.Enhanced), "Enhanced", "Formerly retained"), new(nameof(Resourcing.Standard), "Standard", "Formerly allocated")];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await type.DoAsync(new(HttpContext.Person.Id, new(ids.Next()), Input.Tier, Input.Rosh, Input.Resourcing), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}", "Details saved");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
