using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Record;

/// <summary>What one of the details of a person was.</summary>
[May(Verb.ReadRecord)]
public sealed class DetailHistoryModel(DetailHistory history) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public DetailKind Kind { get; private set; } = null!;

    public PageOf<DetailHistory.Line> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string field, CancellationToken stop)
    {
        if (DetailKind.Find(field) is not { } kind)
        {
            return NotFound();
        }

        var number = PageRequest.Of(Number, null).Number;
        var found = await history.OfAsync(HttpContext.Person.Id, kind, number, stop);
        (Kind, Lines) = (kind, new(found.Lines, number, DetailHistory.PageSize, found.Total));
        return Page();
    }
}
