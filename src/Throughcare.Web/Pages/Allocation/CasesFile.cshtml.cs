using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Allocation;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The people to whom the user is allocated, as a file: the tab and the order of the list, all pages of it.</summary>
[May(Verb.ReadRecord)]
public sealed class CasesFileModel(MyPeopleFile file, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseFilter Only { get; set; } = new();

    public IActionResult OnGet() => new Download(file, this, FormattableString.Invariant($"people-{clock.GetUtcNow().LondonDate:yyyy-MM-dd}.csv"));

    /// <summary>Sent as it is written.</summary>
    private sealed class Download(MyPeopleFile file, CasesFileModel asked, string name) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;
            http.Response.ContentType = "text/csv; charset=utf-8";
            http.Response.Headers.ContentDisposition = $"attachment; filename={name}";
            http.Response.Headers.CacheControl = "no-store";
            await file.WriteAsync(CasesModel.TabOf(asked.Tab), asked.Sort, asked.Only.Filter, http.Actor, http.Response.Body, http.RequestAborted);
        }
    }
}
