using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>What the user was told.</summary>
[AnyStaff]
public sealed class NoticesModel(Application.Allocation.Notices notices, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>The instant of the latest notice that the page showed, in ticks.</summary>
    [BindProperty]
    public string? Until { get; set; }

    public PageOf<Application.Allocation.Notices.Row> Rows { get; private set; } = null!;

    public int Unread { get; private set; }

    public string Latest { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        var found = await notices.OfAsync(number, size, HttpContext.Actor, stop);
        (Rows, Unread, Latest) = (new(found.Rows, number, size, found.Total), found.Unread, clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (long.TryParse(Until, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= clock.GetUtcNow().UtcTicks)
        {
            await notices.ReadAsync(new(ticks, TimeSpan.Zero), HttpContext.Actor, stop);
        }

        return this.Done("/notices", "Notices marked as read");
    }
}
