using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Sets by hand who leads a case, or goes back to what the rules say.</summary>
[May(Verb.OverrideResponsibility)]
public sealed class ResponsibilityModel(HandoverOfPerson handover, OverrideResponsibility set, RemoveResponsibilityOverride remove, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public ResponsibilitySide? Side { get; set; }

        public string? ReasonCode { get; set; }

        /// <summary>Why, where the reason chosen is another.</summary>
        public string? Text { get; set; }

        /// <summary>Why it goes back to what the rules say.</summary>
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Of what is to be set, or of what is in force and to be removed.</summary>
    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>The version of what is in force that the form was made from; 0 where nothing was.</summary>
    [BindProperty]
    public int MadeFrom { get; set; }

    public HandoverOfPerson.Page Found { get; private set; } = null!;

    /// <summary>Somebody else set or removed it while the form was open.</summary>
    public bool IsOvertaken { get; private set; }

    public string At => $"/people/{HttpContext.Person.Address}/handover";

    public static IReadOnlyList<Choice> Sides { get; } =
    [
        new(nameof(ResponsibilitySide.Probation), "Community offender manager (COM)", "The POM supports"),
        new(nameof(ResponsibilitySide.Prison), "Prison offender manager (POM)", "A COM supports"),
    ];

    /// <summary>All but the reason that is put in words.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } =
        [.. OverrideReasons.Of(OverrideReasons.OfResponsibility).Select(reason => new Choice(reason.Code, reason.Description))];

    /// <summary>The reason that is put in words.</summary>
    public static string OtherReason { get; } = OverrideReasons.Of(OverrideReasons.OfResponsibility).First(reason => reason.NeedsText).Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return Redirect(At);   // it says why nobody leads, or why it is not worked out
        }

        (Token, MadeFrom) = Found.Override is { } running ? (running.Id.Value, running.Version) : (ids.Next(), 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (MadeFrom > 0)
        {
            return await remove.DoAsync(new(HttpContext.Person.Id, new(Token), MadeFrom, Input.Reason), HttpContext.Actor, stop) switch
            {
                Outcome<int>.Done => this.Done(At, "Who leads follows from the rules again"),
                Outcome<int>.Refused refused => this.Refuse(refused.Why) ?? Page(),
                _ => Overtaken(),
            };
        }

        return await set.DoAsync(new(HttpContext.Person.Id, new(Token), Input.Side, Input.ReasonCode, Input.ReasonCode == OtherReason ? Input.Text : null), HttpContext.Actor, stop) switch
        {
            Outcome<FactId>.Done => this.Done(At, "Who leads is set by hand"),
            Outcome<FactId>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            _ => Overtaken(),
        };
    }

    /// <summary>Shows what stands now beside what was typed; a choice is made anew from it.</summary>
    private PageResult Overtaken()
    {
        IsOvertaken = true;
        return Page();
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await handover.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { Handover.Value.Problem: null } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
