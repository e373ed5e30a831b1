using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Limits a record to named users, changes its lists, or lifts the limit.</summary>
[May(Verb.RestrictPerson)]
public sealed class RestrictModel(RestrictPerson restrict, LiftRestriction lift, ListStaff list, AccessOfPerson access, AccountList accounts) : PageModel
{
    public sealed class LimitForm
    {
        [Required(ErrorMessage = "Enter the team to ask")]
        [StringLength(120, ErrorMessage = "Team must be 120 characters or fewer")]
        public string? AskTeam { get; set; }

        /// <summary>User names, one a line.</summary>
        public string? Allowed { get; set; }

        public bool HidesExistence { get; set; }

        [Required(ErrorMessage = "Enter the date of the review")]
        public DateOnly? ReviewOn { get; set; }

        [Required(ErrorMessage = "Enter a reason")]
        public string? Reason { get; set; }
    }

    public sealed class ListForm
    {
        [Required(ErrorMessage = "Enter a user name")]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "Select what to do")]
        public string? Change { get; set; }

        [Required(ErrorMessage = "Enter a reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public LimitForm Input { get; set; } = new();

    [BindProperty]
    public ListForm Listing { get; set; } = new();

    [BindProperty]
    public string? LiftReason { get; set; }

    public AccessOfPerson.Answer Answer { get; private set; } = null!;

    public bool MayHide => HttpContext.Actor.Role is Role.Homd or Role.HeadPdu;

    public async Task OnGetAsync(CancellationToken stop)
    {
        await FillAsync(stop);
        if (Answer.Limit is { } limit)
        {
            Input = new() { AskTeam = limit.AskTeam, HidesExistence = limit.HidesExistence, ReviewOn = limit.ReviewOn, Reason = limit.Reason };
        }
    }

    public async Task<IActionResult> OnPostLimitAsync(CancellationToken stop)
    {
        KeepErrorsOf(nameof(Input));
        List<StaffId> allowed = [];
        foreach (var name in (Input.Allowed ?? "").Split(['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (await accounts.StaffOfAsync(name, stop) is { } staff)
            {
                allowed.Add(staff);
            }
            else
            {
                ModelState.AddModelError("Input.Allowed", $"Nobody has the user name {name}");
            }
        }

        return ModelState.IsValid
            ? await AnswerAsync(await restrict.DoAsync(
                new(HttpContext.Person.Id, Input.HidesExistence, Input.AskTeam!, Input.Reason!, Input.ReviewOn!.Value, allowed), HttpContext.Actor, stop),
                nameof(Input), "The record is limited", stop)
            : await AgainAsync(stop);
    }

    public async Task<IActionResult> OnPostListAsync(CancellationToken stop)
    {
        KeepErrorsOf(nameof(Listing));
        if (ModelState.IsValid && await accounts.StaffOfAsync(Listing.UserName!, stop) is { } staff)
        {
            var kind = Listing.Change!.EndsWith("excluded", StringComparison.Ordinal) ? ListingKind.Excluded : ListingKind.Allowed;
            return await AnswerAsync(await list.DoAsync(
                new(HttpContext.Person.Id, staff, kind, Listing.Change.StartsWith("on", StringComparison.Ordinal), Listing.Reason!), HttpContext.Actor, stop),
                nameof(Listing), "The list is changed", stop);
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Listing.UserName", "Nobody has this user name");
        }

        return await AgainAsync(stop);
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken stop)
    {
        KeepErrorsOf(nameof(LiftReason));
        return await AnswerAsync(await lift.DoAsync(new(HttpContext.Person.Id, LiftReason ?? ""), HttpContext.Actor, stop), "Lift", "The limit is lifted", stop);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<FactId> outcome, string prefix, string done, CancellationToken stop)
    {
        if (outcome is Outcome<FactId>.Refused refused)
        {
            foreach (var why in refused.Why)
            {
                ModelState.AddModelError(why.Field is "" ? "" : prefix == "Lift" ? nameof(LiftReason) : $"{prefix}.{why.Field}", why.Message);
            }

            return await AgainAsync(stop);
        }

        TempData["Success"] = done;
        return Redirect($"/people/{HttpContext.Person.Address}/access");
    }

    private async Task<IActionResult> AgainAsync(CancellationToken stop)
    {
        await FillAsync(stop);
        return Page();
    }

    private async Task FillAsync(CancellationToken stop) => Answer = await access.ReadAsync(HttpContext.Person.Id, HttpContext.Actor, stop);

    /// <summary>A page of three forms: what the other two leave empty is nobody's error.</summary>
    private void KeepErrorsOf(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => key != form && !key.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
