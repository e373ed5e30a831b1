using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Allocation;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The monthly pipeline of a delivery unit as a file, all pages of it.</summary>
[May(Verb.ReadRecord)]
public sealed class PipelineFileModel(PipelineFile file, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => new Download(file, FormattableString.Invariant($"pipeline-{clock.GetUtcNow().LondonDate:yyyy-MM-dd}.csv"));

    /// <summary>Sent as it is written.</summary>
    private sealed class Download(PipelineFile file, string name) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;
            http.Response.ContentType = "text/csv; charset=utf-8";
            http.Response.Headers.ContentDisposition = $"attachment; filename={name}";
            http.Response.Headers.CacheControl = "no-store";
            await file.WriteAsync(http.Actor, http.Response.Body, http.RequestAborted);
        }
    }
}
