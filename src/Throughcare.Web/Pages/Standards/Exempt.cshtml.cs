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

/// <summary>Frees a case from a family of standards, for good: shown once more before it is done.</summary>
[May(Verb.ExemptDueItem)]
public sealed class ExemptModel(WhyDue why, ExemptFromStandard exempt, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public ExemptionReason? Reason { get; set; }

        public string? Text { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>check, change or send.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public WhyDue.Page Found { get; private set; } = null!;

    public bool IsChecked { get; private set; }

    public string Here => $"/people/{HttpContext.Person.Address}/due/{Found.Item.Id}";

    public static IReadOnlyList<Choice> Reasons { get; } = Choice.Of<ExemptionReason>(reason => reason.Words);

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
            switch (await exempt.DoAsync(new(HttpContext.Person.Id, new(Token), new(item), Input.Reason, Input.Text), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/due", "The case is exempt from the standard");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }

            return Page();
        }

        var wrong = ExemptionRules.Check(Found.Item, Input.Reason, Input.Text, Found.ReleaseOn, Found.Exemption is { } running ? [running] : []);
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
