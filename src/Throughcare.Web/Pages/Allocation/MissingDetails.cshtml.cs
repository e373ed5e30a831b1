using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Cases of the user's prison that can not be allocated, what each lacks and what waits for it.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class MissingDetailsModel(AllocationLists lists) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PageOf<AllocationLists.Row> Rows { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        var found = await lists.OfAsync(new(AllocationList.MissingInformation, Sort: Sort, Number: number, Size: size), HttpContext.Actor, stop);
        Rows = new(found.Rows, number, size, found.Total);
    }
}
