using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Allocation;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>The first page after signing in: counts that lead to their lists, today, the user's people, and where the user was last.</summary>
[AnyUser]
public sealed class HomeModel(
    HomeCounts counts, RecentlyViewed viewed, MatchingCounts matching, MyPeople people, ImportRuns imports, JobHistory jobs, MyTasks tasks,
    DeferralsWaiting deferrals, PlaceStanding standing, Notices notices, CaseDuties duties, TimeProvider clock) : PageModel
{
    /// <summary>Rows of a list on this page; the whole list is a page of its own.</summary>
    public const int RowsShown = 10;

    /// <summary>Whether people come to and leave the user's place: a prison, and a role that may read their records.</summary>
    public bool ShowsToday { get; private set; }

    public HomeCounts.Page? Counts { get; private set; }

    /// <summary>The user's own people; <see langword="null"/> for a role to which nobody is allocated.</summary>
    public MyPeople.Page? Mine { get; private set; }

    /// <summary>What waits of matching; <see langword="null"/> for a role that has no part in it.</summary>
    public MatchingCounts.Counts? Waiting { get; private set; }

    /// <summary>Requests to see a record and openings to review; <see langword="null"/> for a role that decides neither.</summary>
    public int? Decisions { get; private set; }

    /// <summary>Files that failed; <see langword="null"/> for a role that imports none.</summary>
    public int? FailedImports { get; private set; }

    /// <summary>Jobs whose last run went wrong; <see langword="null"/> for a role that does not look after them.</summary>
    public int? FailedJobs { get; private set; }

    /// <summary>Tasks of the user's own; <see langword="null"/> for a role of which standards ask nothing.</summary>
    public MyTasks.Counted? Tasks { get; private set; }

    /// <summary>Duties about cases that the record shows; <see langword="null"/> for all but case administrators of a prison.</summary>
    public int? Duties { get; private set; }

    /// <summary>Deferrals that wait for the user; <see langword="null"/> for a role that decides none.</summary>
    public int? Deferrals { get; private set; }

    /// <summary>What the user was told and has not read.</summary>
    public int UnreadNotices { get; private set; }

    /// <summary>Whom to allocate, and whose work is late; <see langword="null"/> for a role that manages no case managers.</summary>
    public PlaceStanding.Page? Managed { get; private set; }

    public IReadOnlyList<Arrivals.Row> Arriving { get; private set; } = [];

    public IReadOnlyList<Releases.Row> Leaving { get; private set; } = [];

    public IReadOnlyList<RecentlyViewed.Row> Viewed { get; private set; } = [];

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    public bool HasCounts => ShowsToday || UnreadNotices > 0 || Managed is not null || Tasks is not null || Deferrals is not null || Mine is not null || Waiting is not null || Decisions is not null || FailedImports is not null || FailedJobs is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = HttpContext.Actor;
        if (actor.Has(Verb.ReadOwnView))
        {
            return Redirect("/me");
        }

        UnreadNotices = await notices.UnreadAsync(actor, stop);
        Waiting = await matching.OfAsync(actor, stop);
        Decisions = actor.Has(Verb.DecideAccess) ? HttpContext.Features.Get<PageFrame>()?.Navigation?.AlertCount : null;   // counted for the navigation already
        FailedImports = actor.Has(Verb.RunImport) ? await imports.CountFailedAsync(actor, stop) : null;
        Tasks = MyTasks.IsFor(actor.Role) && actor.Has(Verb.ReadDueItems) ? await tasks.CountAsync(actor, stop) : null;
        Deferrals = await deferrals.CountAsync(actor, stop);
        FailedJobs = actor.Has(Verb.ManageAccounts) ? await jobs.CountFailedAsync(stop) : null;
        if (!Permissions.Has(actor.Role, Verb.ReadRecord))
        {
            return Page();
        }

        Mine = MyPeople.IsFor(actor.Role) ? await people.OfAsync(new(Size: RowsShown), actor, stop) : null;
        Managed = PlaceStanding.IsFor(actor.Role) ? await standing.OfAsync(actor, stop) : null;
        Counts = await counts.OfAsync(actor, stop);
        Viewed = await viewed.OfAsync(actor, stop);
        ShowsToday = Establishments.Find(actor.Place.Text) is { IsPrison: true };
        Duties = ShowsToday && actor.Role is Role.CaseAdmin ? await duties.CountAsync(actor, stop) : null;
        Arriving = [.. Counts.Arriving.Take(RowsShown)];
        Leaving = [.. Counts.Leaving.Where(row => row.On == Today).Take(RowsShown)];
        return Page();
    }
}
