using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>By what POMs are recommended in the nation, from a day on.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class RecommendationModel(RecommendationStrategies strategies, SetRecommendationStrategy set) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public RecommendationStrategy? Strategy { get; set; }

        [Display(Name = "In force from")]
        public DateOnly? From { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public RecommendationStrategies.Page Found { get; private set; } = null!;

    public static IReadOnlyList<Choice> Strategies { get; } =
    [
        new(nameof(RecommendationStrategy.Tier), "The tier", "A probation POM for tier A or B"),
        new(nameof(RecommendationStrategy.Rosh), "The tier and the risk of serious harm", "A probation POM for tier A, and where RoSH is high or very high. Without RoSH nobody is recommended, and it is needed before a POM is allocated"),
    ];

    public async Task OnGetAsync(CancellationToken stop) => Found = await strategies.OfAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await set.DoAsync(new(Input.Strategy, Input.From, Input.Reason), HttpContext.Actor, stop))
            {
                case Outcome<RecommendationStrategy>.Done { Value: var strategy }:
                    return this.Done("/admin/recommendation", $"Saved: by {SetRecommendationStrategy.WordsOf(strategy)} from {Words.LongDate(Input.From!.Value)}");
                case Outcome<RecommendationStrategy>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        Found = await strategies.OfAsync(stop);
        return Page();
    }
}
