using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>One POM of the user's prison: profile, cases, specialisms and days on duty.</summary>
[May(Verb.AllocatePom)]
public sealed class PomPageModel(StaffOfUnit staffOfUnit, SetPomSpecialism specialism, RecordDutyDay duty) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public PomSpecialism? Specialism { get; set; }

        public string? Pdus { get; set; }

        [Display(Name = "Day")]
        public DateOnly? Day { get; set; }

        public bool? IsOnDuty { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>add, end or day.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public StaffOfUnit.One Found { get; private set; } = null!;

    public static IReadOnlyList<Choice> Specialisms { get; } = Choice.Of<PomSpecialism>(PomWords.Of);

    public IEnumerable<Crumb> Way { get; } = [new("Staff", "/staff")];

    public async Task<IActionResult> OnGetAsync(Guid staff, CancellationToken stop) => await FillAsync(staff, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid staff, CancellationToken stop)
    {
        if (!await FillAsync(staff, stop))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var (refused, done) = await DoAsync(new(staff), stop);
            if (refused is null)
            {
                return this.Done($"/staff/{staff}", done);
            }

            if (this.Refuse(refused) is { } answer)
            {
                return answer;
            }
        }

        return Page();
    }

    private async Task<(IReadOnlyList<Refusal>? Refused, string Done)> DoAsync(StaffId staff, CancellationToken stop)
    {
        if (Step is "day")
        {
            return await duty.DoAsync(new(staff, Input.Day, Input.IsOnDuty), HttpContext.Actor, stop) switch
            {
                Outcome<RecordDutyDay.Recorded>.Refused no => (no.Why, ""),
                Outcome<RecordDutyDay.Recorded>.Done { Value.IsException: true } => (null, "Day saved. The unit is protected from redeployment: this day is an exception"),
                _ => (null, "Day saved"),
            };
        }

        var isOn = Step is not "end";
        var pdus = (Input.Pdus ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return await specialism.DoAsync(new(staff, Input.Specialism, pdus, isOn), HttpContext.Actor, stop) is Outcome<StaffId>.Refused refused
            ? (refused.Why, "") : (null, isOn ? "Specialism added" : "Specialism ended");
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
