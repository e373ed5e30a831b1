using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Allocates a person to one POM: asks why where another type is recommended, and shows everything once more.</summary>
[May(Verb.AllocatePom)]
public sealed class ConfirmPomModel(PomSuggestions suggestions, AllocatePom allocate, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string[] Reasons { get; set; } = [];

        public string? SuitabilityText { get; set; }

        public string? OtherText { get; set; }

        public string? Message { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version of the allocation that the form showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>check, change or send.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public PomSuggestions.Page Found { get; private set; } = null!;

    public RankedPom Chosen { get; private set; } = null!;

    public bool NeedsReason => PomRecommendation.NeedsOverride(Found.Recommended.Value.Type, Chosen.Candidate.Type);

    public bool IsChecked { get; private set; }

    /// <summary>Who was quicker.</summary>
    public WhoSaved.Saving? Theirs { get; private set; }

    public string? TheirPom { get; private set; }

    public IEnumerable<string> ReasonWords => Input.Reasons.Select(code => (AllocationOverrideReasons.Find(code)?.Description ?? code)
        + (code switch { AllocationOverrideReasons.Suitability => $": {Input.SuitabilityText}", AllocationOverrideReasons.Other => $": {Input.OtherText}", _ => "" }));

    public async Task<IActionResult> OnGetAsync(Guid staff, CancellationToken stop)
    {
        if (!await FillAsync(staff, stop))
        {
            return NotFound();
        }

        Seen = Found.Seen;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid staff, CancellationToken stop)
    {
        if (Step is "send")
        {
            var request = new AllocatePom.Request(HttpContext.Person.Id, new(staff), Seen) { Reasons = Input.Reasons, SuitabilityText = Input.SuitabilityText, OtherText = Input.OtherText, Message = Input.Message };
            switch (await allocate.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done("/allocations", "Case allocated");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict { Theirs: AllocationRecord theirs }:
                    (Theirs, TheirPom) = (await saved.OfAsync(theirs, stop), theirs.PomName);
                    break;
            }
        }

        if (!await FillAsync(staff, stop))
        {
            return NotFound();
        }

        if (Step is "check" && ModelState.IsValid && NeedsReason)
        {
            switch (OverrideOfRecommendation.From(Input.Reasons, Input.SuitabilityText, Input.OtherText))
            {
                case Outcome<OverrideOfRecommendation>.Refused refused:
                    return this.Refuse(refused.Why) ?? Page();
                default:
                    IsChecked = true;
                    break;
            }
        }

        return Page();
    }

    /// <returns><see langword="false"/> for somebody who is no POM here. One who can not be chosen is refused when the form is sent.</returns>
    private async Task<bool> FillAsync(Guid staff, CancellationToken stop)
    {
        if (await suggestions.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        var id = new StaffId(staff);
        var chosen = found.Available.FirstOrDefault(ranked => ranked.Candidate.Staff == id)
            ?? (found.Unavailable.FirstOrDefault(u => u.Pom.Staff == id).Pom is { } other ? new RankedPom(other, 0, false, []) : null);
        (Found, Chosen) = (found, chosen!);
        return chosen is not null;
    }
}
