using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Changes type, working pattern and status of a POM; where that takes cases off them, a move to another is offered first.</summary>
[May(Verb.AllocatePom)]
public sealed class ChangePomModel(StaffOfUnit staffOfUnit, ChangePom change) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public PomType? Type { get; set; }

        public int? Tenths { get; set; }

        public PomStatus? Status { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version of the profile that the form showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>save or let-go.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public StaffOfUnit.One Found { get; private set; } = null!;

    public bool AsksAboutCases { get; private set; }

    public int OwnCases => Found.Pom.Responsible + Found.Pom.Supporting;

    public async Task<IActionResult> OnGetAsync(Guid staff, CancellationToken stop)
    {
        if (!await FillAsync(staff, stop))
        {
            return NotFound();
        }

        Input = new() { Type = Found.Pom.Type, Tenths = Found.Pom.Tenths, Status = Found.Pom.Status };
        Seen = Found.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid staff, CancellationToken stop)
    {
        if (!await FillAsync(staff, stop))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Step is not "let-go" && Input.Status is PomStatus.Inactive or PomStatus.Deleted && OwnCases > 0)
        {
            AsksAboutCases = true;
            return Page();
        }

        switch (await change.DoAsync(new(new(staff), Seen, Input.Type, Input.Tenths, Input.Status), HttpContext.Actor, stop))
        {
            case Outcome<ChangePom.Changed>.Done { Value: { Let: > 0 } changed }:
                return this.Done("/allocations", $"Status changed. {Words.Count(changed.Let, "case")} to allocate again{(changed.Kept > 0 ? $"; {Words.Count(changed.Kept, "case")} could not be taken off them" : "")}");
            case Outcome<ChangePom.Changed>.Done:
                return this.Done($"/staff/{staff}", "Changes saved");
            case Outcome<ChangePom.Changed>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
        }

        return Page();
    }

    private async Task<bool> FillAsync(Guid staff, CancellationToken stop)
    {
        if (await staffOfUnit.OneAsync(new(staff), HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
