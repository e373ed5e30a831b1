using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Protection;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Protection;

/// <summary>A row of the list of priority offenders beside those who may be meant, and what somebody decides about it.</summary>
[May(Verb.DecideMatch)]
public sealed class PpoMatchModel(PpoMatchList matches, DecidePpoMatch decide, DeferPpoMatch defer, LookWriter looks) : PageModel
{
    private const string Defer = "defer";
    private const string Same = "same:";
    private const string NotSame = "not:";

    public sealed class Form
    {
        /// <summary>"same:" or "not:" with whom it is about, or "defer".</summary>
        public string? Decision { get; set; }

        [Display(Name = "Date to look at it again")]
        public DateOnly? Until { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PpoMatchList.Item Item { get; private set; } = null!;

    public IReadOnlyList<Choice> Decisions =>
    [
        .. Item.Candidates.SelectMany(c => new[]
        {
            new Choice($"{Same}{c.Person.Id}", $"This person: {Called(c)}"), new Choice($"{NotSame}{c.Person.Id}", $"Not the same: {Called(c)}"),
        }),
        new(Defer, "Defer: look at it again later"),
    ];

    public Task<IActionResult> OnGetAsync(string force, string reference, CancellationToken stop) => FillAsync(force, reference, stop);

    public async Task<IActionResult> OnPostAsync(string force, string reference, CancellationToken stop)
    {
        if (await matches.OneAsync(force, reference, HttpContext.Actor, stop) is not { } item)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var (said, why) = Input.Decision is Defer ? await DeferAsync(force, reference, stop) : await DecideAsync(item, stop);
            if (said is not null)
            {
                return this.Done("/matches", said);
            }

            if (this.Refuse(why) is { } answer)
            {
                return answer;
            }
        }

        return await FillAsync(force, reference, stop);
    }

    private async Task<(string? Said, IReadOnlyList<Refusal> Why)> DeferAsync(string force, string reference, CancellationToken stop) =>
        await defer.DoAsync(new(force, reference, Input.Until, Input.Reason), HttpContext.Actor, stop) switch
        {
            Outcome<DateOnly>.Done { Value: var until } => ($"Put off until {Words.LongDate(until)}", []),
            Outcome<DateOnly>.Refused refused => (null, refused.Why),
            _ => throw new InvalidOperationException(),
        };

    private async Task<(string? Said, IReadOnlyList<Refusal> Why)> DecideAsync(PpoMatchList.Item item, CancellationToken stop)
    {
        var isSame = Input.Decision?.StartsWith(Same, StringComparison.Ordinal) is true;
        if (item.Candidates.FirstOrDefault(c => Input.Decision == $"{(isSame ? Same : NotSame)}{c.Person.Id}") is not { } candidate)
        {
            return (null, [new(nameof(Input.Decision), "Select what you have decided")]);
        }

        return await decide.DoAsync(new(item.Listing.ForceCode, item.Listing.ListRef, candidate.Person.Id, isSame), Verb.DecideMatch, HttpContext.Actor, stop) switch
        {
            Outcome<PpoMatchState>.Done => (isSame ? $"Saved: the list means {candidate.Person.LastCommaFirst}" : $"Saved: the list does not mean {candidate.Person.LastCommaFirst}", []),
            Outcome<PpoMatchState>.Refused refused => (null, refused.Why),
            _ => throw new InvalidOperationException(),
        };
    }

    private static string Called(PpoMatchList.Candidate candidate) =>
        candidate.Person.LastCommaFirst + (candidate.Person.Number is { } number ? $", {number}" : "");

    private async Task<IActionResult> FillAsync(string force, string reference, CancellationToken stop)
    {
        if (await matches.OneAsync(force, reference, HttpContext.Actor, stop) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        foreach (var candidate in item.Candidates)
        {
            await looks.WriteAsync(looks.Make(HttpContext.Actor, "/matches/ppo/{force}/{reference}", candidate.Person.Id));
        }

        return Page();
    }
}
