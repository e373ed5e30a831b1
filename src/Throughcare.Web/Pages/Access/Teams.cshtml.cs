using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Access;

/// <summary>Teams that probation files name and no table knows.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class TeamsModel(PlaceList places) : PageModel
{
    public IReadOnlyList<PlaceList.UnknownTeam> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Teams = await places.UnknownTeamsAsync(stop);
}
