using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Asks for a later date: what is asked is shown once more before it is sent.</summary>
[May(Verb.DeferDueItem)]
public sealed class DeferModel(WhyDue why, RequestDeferral ask, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? Reason { get; set; }

        [Display(Name = "New due date")]
        public DateOnly? NewDueOn { get; set; }

        public string? Text { get; set; }

        public Guid[] Attempts { get; set; } = [];
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>check, change or send.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public WhyDue.Page Found { get; private set; } = null!;

    /// <summary>What was typed is in order and is shown once more.</summary>
    public bool IsChecked { get; private set; }

    public string Here => $"/people/{HttpContext.Person.Address}/due/{Found.Item.Id}";

    public DeferralReason? Chosen => DeferralReasons.Find(Input.Reason);

    public static IReadOnlyList<Choice> Reasons { get; } =
    [
        .. DeferralRules.Choices.Select(reason => new Choice(reason.Code, reason.Description,
            $"{(reason.MaxDays == 0 ? "The due date stays as it is" : $"Up to {reason.MaxDays} days")}. Decided by: {Roles.Of(reason.Approver).Name}. {(reason.CountsInDenominator ? "Figures still go by the first date" : "Figures go by the new date")}")),
    ];

    public IReadOnlyList<Choice> Attempts => [.. Found.Attempts.Select(attempt => new Choice(attempt.Id.ToString(), attempt.Words))];

    public async Task<IActionResult> OnGetAsync(Guid item, CancellationToken stop)
    {
        Token = ids.Next();
        return await FillAsync(item, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid item, CancellationToken stop)
    {
        if (!await FillAsync(item, stop))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Step is "change")
        {
            return Page();
        }

        if (Step is "send")
        {
            var request = new RequestDeferral.Request(HttpContext.Person.Id, new(Token), new(item), Input.Reason, Input.NewDueOn, Input.Text)
            {
                Attempts = [.. Input.Attempts.Select(id => new FactId(id))],
            };
            switch (await ask.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done(Here, $"A later date was asked for. It is decided by: {Roles.Of(Chosen!.Approver).Name}");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }

            return Page();
        }

        var days = Found.Attempts.Where(attempt => Input.Attempts.Contains(attempt.Id.Value)).Select(attempt => attempt.On).ToList();
        var wrong = DeferralRules.Check(Found.Item, Input.Reason, Input.NewDueOn, Input.Text, days, [.. Found.Deferrals.Select(line => line.Deferral)], Found.Today);
        IsChecked = wrong.Count == 0;
        return this.Refuse(wrong) ?? Page();
    }

    private async Task<bool> FillAsync(Guid item, CancellationToken stop)
    {
        if (await why.OfAsync(HttpContext.Person.Id, new(item), HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
