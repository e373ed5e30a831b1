using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>One reference table as it stands on a day.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class ReferenceTableModel(TableVersions versions, TablesInUse inUse, AdminLog log, TimeProvider clock) : PageModel
{
    /// <summary>Today unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    /// <summary>Words that a row has in it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public DateOnly Day => AsAt ?? clock.GetUtcNow().LondonDate;

    public ReferenceTable Table { get; private set; } = null!;

    public TableVersions.Standing Standing { get; private set; } = null!;

    public PageOf<CsvRow> Rows { get; private set; } = null!;

    public IReadOnlyList<TableVersions.Loading> Loaded { get; private set; } = [];

    public IReadOnlyList<AdminLog.Row> History { get; private set; } = [];

    /// <summary>Why the version in force could not be taken into use.</summary>
    public string? Problem => inUse.ProblemOf(Table.Table);

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken stop)
    {
        if (ReferenceTables.Find(name) is not { } table)
        {
            return NotFound();
        }

        Table = table;
        Standing = await versions.AsAtAsync(table, Day, stop);
        var words = Q?.Trim() ?? "";
        var found = words.Length == 0 ? Standing.Rows.Rows : [.. Standing.Rows.Rows.Where(row => row.Cells.Any(cell => cell.Contains(words, StringComparison.OrdinalIgnoreCase)))];
        var (number, size) = PageRequest.Of(Number, Size);
        Rows = new([.. found.Skip((number - 1) * size).Take(size)], number, size, found.Count);
        Loaded = await versions.HistoryAsync(table, stop);
        History = await log.OfAsync(AdminSubject.Table, table.Name, stop);
        return Page();
    }
}
