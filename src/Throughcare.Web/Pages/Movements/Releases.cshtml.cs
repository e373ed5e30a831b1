using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Who is to leave the user's prison in the coming days.</summary>
[May(Verb.ReadRecord)]
public sealed class ReleasesModel(Releases releases) : PageModel
{
    private const int UsualDays = 14;

    /// <summary>Days, as in "14d"; 14 unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Within { get; set; }

    public static IReadOnlyList<Choice> Lengths { get; } =
        [new("7d", "7 days"), new("14d", "14 days"), new("28d", "4 weeks"), new("84d", "12 weeks")];

    /// <summary>1 to 366; anything else that was asked for is 14.</summary>
    public int Days => int.TryParse(Within?.TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 366
        ? days : UsualDays;

    public IReadOnlyList<Releases.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = await releases.WithinAsync(Days, HttpContext.Actor.Place, HttpContext.Actor, stop);
}
