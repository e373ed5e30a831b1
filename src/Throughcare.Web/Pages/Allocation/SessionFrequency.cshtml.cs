using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>How many weeks lie between two sessions of key work in the prison.</summary>
[May(Verb.AllocateKeyWorker)]
public sealed class SessionFrequencyModel(SetSessionFrequency set) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Display(Name = "Weeks from one session to the next")]
        public int? Weeks { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the form showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Weeks in force.</summary>
    public int Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Now = Seen = await set.InForceAsync(HttpContext.Actor, stop);
        Input = new() { Weeks = Now };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await set.DoAsync(new(Input.Weeks, Seen), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done { Value: var weeks }:
                    return this.Done("/key-work", $"Sessions are held every {Words.Count(weeks, "week")}");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        Now = await set.InForceAsync(HttpContext.Actor, stop);
        return Page();
    }
}
