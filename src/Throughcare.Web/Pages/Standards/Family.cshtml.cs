using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>One standard: what it asks, where it comes from, and how timely it was met.</summary>
[May(Verb.ReadFigures)]
public sealed class FamilyModel(TimelinessFigures figures, TimeProvider clock) : FigurePage(clock)
{
    public IReadOnlyList<StandardRule> Rules { get; private set; } = [];

    public FigureTables Tables { get; private set; } = null!;

    /// <summary><see langword="null"/> where nothing is counted.</summary>
    public TimelinessFigures.FamilyLine? Found { get; private set; }

    /// <summary>All cases, those in scope and those out of it.</summary>
    public FigureTable ByScope => new("Cases", Found is not { } found ? [] :
        from row in new[] { (Words: "All", Figure: found.All, Scope), (Words: "In scope", Figure: found.InScope, Scope: "in"), (Words: "Out of scope", Figure: found.OutOfScope, Scope: "out") }
        select new FigureCells(row.Words, row.Figure, null, which => Link("/standards/people", ("which", which), ("scope", row.Scope))));

    /// <summary>Nothing is due by these yet: no room keeps what would show that they are met.</summary>
    public bool IsWaiting(StandardRule rule) => StandardsInUse.Engine.Waiting.Contains(rule);

    public async Task<IActionResult> OnGetAsync(string family, CancellationToken stop)
    {
        Family = family;
        Rules = [.. StandardRuleSet.InUse.InFamily(family).OrderByDescending(rule => rule.EffectiveTo is null).ThenByDescending(rule => rule.EffectiveFrom)];
        if (Rules.Count == 0)
        {
            return NotFound();
        }

        var actor = HttpContext.Actor;
        Found = await figures.ByFamilyAndScopeAsync(Asked, actor, stop) is [var found, ..] ? found : null;
        Tables = await FigureTables.OfAsync(this, figures, actor, stop);
        return Page();
    }
}
