using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Chooses another tier of 2006 than the one that is worked out.</summary>
[May(Verb.AllocatePom, Verb.AllocateCom)]
public sealed class ChooseTierModel(TierOfPerson tiers, ChooseTier choose, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public int? Tier { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public TierOfPerson.Page Found { get; private set; } = null!;

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public IReadOnlyList<Choice> Tiers =>
    [
        .. NominalTier.Levels.OrderBy(level => level.Tier).Select(level => new Choice($"{level.Tier}", $"Tier {level.Tier}: {level.Approach}", level.Resources)),
        .. Found.Chosen is null ? Array.Empty<Choice>() : [new Choice($"{ChooseTier.AsWorkedOut}", "The tier that is worked out", Divider: "or")],
    ];

    private static IReadOnlyList<ComparedField<Form>> Fields { get; } =
    [
        new(nameof(Form.Tier), "Tier", form => form.Tier is null or ChooseTier.AsWorkedOut ? "As worked out" : $"{form.Tier}", (to, from) => to.Tier = from.Tier),
        new(nameof(Form.Reason), "Why", form => form.Reason?.Trim() ?? "Not recorded", (to, from) => to.Reason = from.Reason),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return NotFound();
        }

        MadeFrom = Found.Chosen?.Version ?? 0;
        Input = new() { Tier = Found.Chosen?.Tier };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return NotFound();
        }

        var at = $"/people/{HttpContext.Person.Address}/tier";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        this.TakeChosen(Fields, Input, new Form { Tier = Found.Chosen?.Tier, Reason = Found.Chosen?.Reason });
        if (ModelState.IsValid)
        {
            switch (await choose.DoAsync(new(HttpContext.Person.Id, Input.Tier, Input.Reason, MadeFrom), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done(at, "Tier saved");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: TierChoice theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), Fields.Between(new Form { Tier = theirs.Tier, Reason = theirs.Reason }, Input))
                    {
                        Address = $"{at}/choose",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await tiers.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
