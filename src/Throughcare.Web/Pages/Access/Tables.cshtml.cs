using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Access;

/// <summary>Every reference table with the version that is in force.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class TablesModel(TableVersions versions) : PageModel
{
    public IReadOnlyList<TableVersions.Summary> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Rows = await versions.ListAsync(stop);
}
