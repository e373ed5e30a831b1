using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Says that a case is inactive, or a young adult's in transition.</summary>
[May(Verb.AllocateCom)]
public sealed class MarkWorkloadModel(WorkloadMarkOfPerson marks, MarkWorkload mark, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public CaseInactivity? Inactivity { get; set; }

        public bool IsTransition { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public static IReadOnlyList<Choice> Inactivities { get; } =
    [
        .. new[] { CaseInactivity.Warrant, CaseInactivity.OverdueTermination, CaseInactivity.UnpaidWorkOnly }
            .Select(inactivity => new Choice(inactivity.ToString(), WorkloadWords.Of(inactivity), string.Create(CultureInfo.InvariantCulture, $"Keeps {WorkloadSettings.KeptPercent(inactivity):0}% of its points"))),
        new(nameof(CaseInactivity.None), WorkloadWords.Of(CaseInactivity.None), Divider: "or"),
    ];

    private static IReadOnlyList<ComparedField<Form>> Fields { get; } =
    [
        new(nameof(Form.Inactivity), "Asks for less work", form => WorkloadWords.Of(form.Inactivity ?? CaseInactivity.None), (to, from) => to.Inactivity = from.Inactivity),
        new(nameof(Form.IsTransition), "Young adult in transition", form => form.IsTransition ? "Yes" : "No", (to, from) => to.IsTransition = from.IsTransition),
        new(nameof(Form.Reason), "Why", form => form.Reason?.Trim() ?? "Not recorded", (to, from) => to.Reason = from.Reason),
    ];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = (await marks.OfAsync(HttpContext.Person.Id, stop))?.Mark;
        MadeFrom = said?.Version ?? 0;
        Input = new() { Inactivity = said?.Inactivity, IsTransition = said?.IsTransition is true };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var at = $"/people/{HttpContext.Person.Address}";
        if (this.KeepsTheirs)
        {
            return this.Done($"{at}/tier", "What was saved is kept");
        }

        var said = (await marks.OfAsync(HttpContext.Person.Id, stop))?.Mark;
        this.TakeChosen(Fields, Input, new Form { Inactivity = said?.Inactivity, IsTransition = said?.IsTransition is true, Reason = said?.Reason });
        if (ModelState.IsValid)
        {
            switch (await mark.DoAsync(new(HttpContext.Person.Id, Input.Inactivity, Input.IsTransition, Input.Reason, MadeFrom), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done($"{at}/tier", "Saved how much the case counts");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: WorkloadMark theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), Fields.Between(new Form { Inactivity = theirs.Inactivity, IsTransition = theirs.IsTransition, Reason = theirs.Reason }, Input))
                    {
                        Address = $"{at}/workload",
                        Cancel = $"{at}/tier",
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }
}
