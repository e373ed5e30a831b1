using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The workload of the staff of a place: points in the community, cases for each whole post in a prison.</summary>
[May(Verb.ManageStaffCapacity)]
public sealed class WorkloadModel(WorkloadOf workload, OverloadedStaff overloaded, StaffOfUnit staff) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Prison offender managers; <see langword="null"/> outside a prison.</summary>
    public IReadOnlyList<(PomCandidate Pom, PomLoad Load)>? Prison { get; private set; }

    /// <summary>Who has carried too much for too long.</summary>
    public IReadOnlyList<OverloadedStaff.Row> Overloaded { get; private set; } = [];

    public PageOf<WorkloadOf.One> Rows { get; private set; } = new([], 1, PageRequest.DefaultSize, 0);

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Establishments.Find(HttpContext.Actor.Place.Text) is { IsPrison: true })
        {
            Prison = [.. (await staff.OfAsync(HttpContext.Actor, stop)).Poms.Select(pom => (pom, WorkloadWords.LoadOf(pom)))];
            return;
        }

        Overloaded = await overloaded.OfAsync(HttpContext.Actor, stop);
        var (number, size) = PageRequest.Of(Number, Size);
        var team = await workload.TeamAsync(HttpContext.Actor, stop);
        Rows = new([.. team.OrderByDescending(one => one.Capacity.Percent).ThenBy(one => one.Name, StringComparer.Ordinal).Skip((number - 1) * size).Take(size)], number, size, team.Count);
    }
}
