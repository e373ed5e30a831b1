using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The handovers that come to a delivery unit, month by month.</summary>
[May(Verb.ReadRecord)]
public sealed class PipelineModel(HandoverPipeline pipeline, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PageOf<HandoverPipeline.Row> Rows { get; private set; } = null!;

    public bool IsFor => HandoverPipeline.IsFor(HttpContext.Actor.Role);

    /// <summary>The last day to which the list looks.</summary>
    public DateOnly Last => clock.GetUtcNow().LondonDate.AddDays(HandoverNotices.PipelineDays);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        var found = await pipeline.OfAsync(number, size, HttpContext.Actor, stop);
        Rows = new(found.Rows, number, size, found.Total);
    }
}
