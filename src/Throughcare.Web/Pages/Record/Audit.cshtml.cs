using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record;

/// <summary>What was written to a record, by whom and when, and whether the chain of it holds.</summary>
[May(Verb.ReadAccessLog)]
public sealed class AuditModel(RecordAudit audit) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public RecordAudit.Page Found { get; private set; } = null!;

    public PageOf<RecordAudit.Line> Lines => new(Found.Lines, PageRequest.Of(Number, null).Number, RecordAudit.PageSize, Found.Total);

    public async Task OnGetAsync(CancellationToken stop) =>
        Found = await audit.OfAsync(HttpContext.Person.Id, PageRequest.Of(Number, null).Number, stop);
}
