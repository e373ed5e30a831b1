using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Two records side by side, and what somebody decides about them.</summary>
[May(Verb.DecideMatch)]
public sealed class MatchModel(MatchPair pairs, DecideMatch decide, LookWriter looks) : PageModel
{
    /// <summary>What was chosen.</summary>
    public sealed class Form
    {
        public MatchAction? Action { get; set; }

        public string? ReasonCode { get; set; }

        [Display(Name = "Date to look at it again")]
        public DateOnly? Until { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public MatchPair.Page Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Actions { get; } = Choice.Of<MatchAction>(action => action.Words);

    public IReadOnlyList<Choice> Reasons => MergeReasonChoices.All;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => FillAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new DecideMatch.Request(new(id), MadeFrom, Input.Action, Input.Reason, Input.Until, Input.ReasonCode);
            switch (await decide.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<MatchStatus>.Done { Value: MatchStatus.MergeRequested }:
                    return this.Done("/matches", "Merge asked for. Another manager has to agree");
                case Outcome<MatchStatus>.Done { Value: var status }:
                    return this.Done("/matches", $"Saved: {status.Words}");
                case Outcome<MatchStatus>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return await FillAsync(id, stop);
    }

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        switch (await pairs.OfAsync(new(id), HttpContext.Actor, stop))
        {
            case Outcome<MatchPair.Page>.Done { Value: var found }:
                Found = found;
                ModelState.Remove(nameof(MadeFrom));
                await looks.OfPairAsync(HttpContext, "/matches/{id}", found.Pair);
                return Page();
            case Outcome<MatchPair.Page>.Refused refused:
                return this.Refuse(refused.Why) ?? NotFound();
            default:
                return NotFound();
        }
    }
}

/// <summary>Why two records are one person's.</summary>
internal static class MergeReasonChoices
{
    public static IReadOnlyList<Choice> All { get; } = [.. RequestMerge.Reasons.Select(code => new Choice(code, CodeLists.MergeReasons[code].Description))];
}

internal static class PairLooks
{
    /// <summary>Records that both records were looked at, before either is shown.</summary>
    public static async Task OfPairAsync(this LookWriter looks, HttpContext http, string what, MatchPair.Pair pair)
    {
        foreach (var side in new[] { pair.One, pair.Other })
        {
            await looks.WriteAsync(looks.Make(http.Actor, what, side.Person.Id));
        }
    }
}
