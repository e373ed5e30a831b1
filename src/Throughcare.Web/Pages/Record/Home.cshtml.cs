using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>The first page after signing in: counts that lead to their lists, today, and where the user was last.</summary>
[AnyUser]
public sealed class HomeModel(HomeCounts counts, Arrivals arrivals, Releases releases, RecentlyViewed viewed, MatchingCounts matching, TimeProvider clock) : PageModel
{
    /// <summary>Rows of a list on this page; the whole list is a page of its own.</summary>
    private const int RowsShown = 10;

    /// <summary>Whether people come to and leave the user's place: a prison, and a role that may read their records.</summary>
    public bool ShowsToday { get; private set; }

    public HomeCounts.Page? Counts { get; private set; }

    /// <summary>What waits of matching; <see langword="null"/> for a role that has no part in it.</summary>
    public MatchingCounts.Counts? Waiting { get; private set; }

    public IReadOnlyList<Arrivals.Row> Arriving { get; private set; } = [];

    public IReadOnlyList<Releases.Row> Leaving { get; private set; } = [];

    public IReadOnlyList<RecentlyViewed.Row> Viewed { get; private set; } = [];

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = HttpContext.Actor;
        if (actor.Has(Verb.ReadOwnView))
        {
            return Redirect("/me");
        }

        Waiting = await matching.OfAsync(actor, stop);
        if (!Permissions.Has(actor.Role, Verb.ReadRecord))
        {
            return Page();
        }

        Counts = await counts.OfAsync(actor, stop);
        Viewed = await viewed.OfAsync(actor, stop);
        ShowsToday = Establishments.Find(actor.Place.Text) is { IsPrison: true };
        if (ShowsToday)
        {
            Arriving = [.. (await arrivals.OnAsync(Today, actor.Place, actor, stop)).Take(RowsShown)];
            Leaving = [.. (await releases.WithinAsync(0, actor.Place, actor, stop)).Take(RowsShown)];
        }

        return Page();
    }
}
