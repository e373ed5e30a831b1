using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The complexity of need of somebody in the women's estate: the level, how it changed, and a form to change it.</summary>
[May(Verb.ReadRecord, On = "GET")]
[May(Verb.SetComplexity, On = "POST")]
public sealed class ComplexityModel(ComplexityOfPerson levels, SetComplexity set, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public ComplexityOfNeed? Level { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public ComplexityOfPerson.Page Found { get; private set; } = null!;

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public bool MaySet => HttpContext.May(Verb.SetComplexity);

    public IReadOnlyList<Choice> Levels =>
    [
        new("Low", "Low"), new("Medium", "Medium"),
        new("High", "High", Found.Now?.Value is ComplexityOfNeed.High ? "Once it is no longer high, somebody has to be chosen as key worker"
            : "A key worker’s allocation ends: the prison offender manager does that work"),
    ];

    private static IReadOnlyList<ComparedField<Form>> Fields { get; } =
    [
        new(nameof(Form.Level), "Level", form => form.Level?.ToString() ?? "Not recorded", (to, from) => to.Level = from.Level),
        new(nameof(Form.Reason), "Reason", form => form.Reason?.Trim() ?? "Not recorded", (to, from) => to.Reason = from.Reason),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return NotFound();
        }

        MadeFrom = Found.Now?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return NotFound();
        }

        var at = $"/people/{HttpContext.Person.Address}/complexity";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        this.TakeChosen(Fields, Input, new Form { Level = Found.Now?.Value, Reason = Found.Now?.Reason });
        if (ModelState.IsValid)
        {
            switch (await set.DoAsync(new(HttpContext.Person.Id, Input.Level, Input.Reason, MadeFrom), HttpContext.Actor, stop))
            {
                case Outcome<ComplexityOfNeed>.Done { Value: var level }:
                    return this.Done(at, Said(Found.Now?.Value, level));
                case Outcome<ComplexityOfNeed>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<ComplexityOfNeed>.Conflict { Theirs: ComplexityRecord theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), Fields.Between(new Form { Level = theirs.Level, Reason = theirs.Reason }, Input))
                    {
                        Address = at,
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private static string Said(ComplexityOfNeed? before, ComplexityOfNeed after) => (before, after) switch
    {
        (_, ComplexityOfNeed.High) => "Complexity of need is high: there is no key worker any more",
        (ComplexityOfNeed.High, _) => "Complexity of need is no longer high: choose a key worker",
        _ => "Complexity of need saved",
    };

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await levels.OfAsync(HttpContext.Person.Id, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
