using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Access;

/// <summary>One place: what it is called, whether it is open, which teams belong to it, and what was changed.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class PlaceModel(PlaceVersions versions, AdminLog log) : PageModel
{
    public PlaceList.Row Row { get; private set; } = null!;

    public IReadOnlyList<string> Teams { get; private set; } = [];

    /// <summary>What changes on a day to come, in words.</summary>
    public IReadOnlyList<string> Coming { get; private set; } = [];

    public IReadOnlyList<AdminLog.Row> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await versions.FindAsync(code, stop) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Teams = [.. Places.Teams.Where(team => team.Pdu == row.Code).Select(team => team.Prefix).Order(StringComparer.Ordinal)];
        Coming = [.. (await versions.ComingAsync(row, stop)).Select(c => $"From {c.From.In(DateForm.Long)}: {c.Name}, {(c.IsOpen ? "open" : "closed")}")];
        History = await log.OfAsync(AdminSubject.Place, row.Code, stop);
        return Page();
    }
}
