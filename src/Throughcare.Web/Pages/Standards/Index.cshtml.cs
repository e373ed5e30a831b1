using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>How timely the work was, by standard, place, manager and month, of the places that the reader answers for.</summary>
[May(Verb.ReadFigures)]
public sealed class StandardsModel(TimelinessFigures figures, TimeProvider clock) : FigurePage(clock)
{
    public IReadOnlyList<TimelinessFigures.FamilyLine> Families { get; private set; } = [];

    public FigureTables Tables { get; private set; } = null!;

    /// <summary>Of everything that is counted.</summary>
    public TimelinessCount All { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Family = null;
        var actor = HttpContext.Actor;
        Families = await figures.ByFamilyAndScopeAsync(Asked, actor, stop);
        All = TimelinessCount.Sum(Families.Select(line => line.All));
        Tables = await FigureTables.OfAsync(this, figures, actor, stop);
        return Page();
    }
}
