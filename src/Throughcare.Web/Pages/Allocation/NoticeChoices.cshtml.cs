using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Which of the notices that nobody has to be given the user wants.</summary>
[AnyStaff]
public sealed class NoticeChoicesModel(ChooseNotices notices) : PageModel
{
    /// <summary>What was ticked.</summary>
    public sealed class Form
    {
        public IList<string> Told { get; set; } = [];
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rows = await FillAsync(stop);
        Input = new() { Told = [.. rows.Where(row => row.IsTold).Select(row => row.Kind.Code)] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        switch (await notices.DoAsync([.. Input.Told], HttpContext.Actor, stop))
        {
            case Outcome<int>.Done:
                return this.Done("/notices", "Your choices are saved");
            case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
        }

        await FillAsync(stop);
        return Page();
    }

    private async Task<IReadOnlyList<ChooseNotices.Row>> FillAsync(CancellationToken stop)
    {
        var rows = await notices.OfAsync(HttpContext.Actor, stop);
        Choices = [.. rows.Select(row => new Choice(row.Kind.Code, row.Kind.Label, row.Kind.When))];
        return rows;
    }
}
