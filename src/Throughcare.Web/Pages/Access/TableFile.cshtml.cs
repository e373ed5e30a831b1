using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>One reference table as a file, as it stands on a day.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class TableFileModel(TableVersions versions, TimeProvider clock) : PageModel
{
    /// <summary>Today unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken stop)
    {
        if (ReferenceTables.Find(name) is not { } table)
        {
            return NotFound();
        }

        var standing = await versions.AsAtAsync(table, AsAt ?? clock.GetUtcNow().LondonDate, stop);
        var text = CsvTable.Write(standing.Rows.Columns, standing.Rows.Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(Plain)]), "\r\n");
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", $"{table.Name}.csv");
    }

    /// <summary>A cell that a spreadsheet would read as a formula gets an apostrophe before it; loading takes it away again.</summary>
    private static string Plain(string cell) => cell is ['=' or '+' or '-' or '@', ..] ? "'" + cell : cell;
}
