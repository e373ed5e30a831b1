using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Protection;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Protection;

/// <summary>Who is on the lists of the police areas of the user's region, and whether it is known who is meant.</summary>
[May(Verb.RecordPpo)]
public sealed class PpoListModel(AreaNominations nominations) : PageModel
{
    /// <summary>Code of the area; the first of the region unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public AreaNominations.Page Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Areas => [.. Found.Areas.Select(a => new Choice(a.Code, a.Name))];

    public PageOf<AreaNominations.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, AreaNominations.PageSize, Found.Total);

    public async Task OnGetAsync(CancellationToken stop) =>
        Found = await nominations.ReadAsync(Area, PageRequest.Of(Number, null).Number, HttpContext.Actor, stop);
}
