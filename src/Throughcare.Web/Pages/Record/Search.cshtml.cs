using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;

namespace Throughcare.Web.Pages.Record;

/// <summary>The one search of everyone. A number leads straight to the record.</summary>
[AnyStaff]
public sealed class SearchModel(PersonSearch search) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary><see langword="null"/> before anything was searched for.</summary>
    public PersonSearch.Answer.List? Found { get; private set; }

    public PageOf<PersonSearch.Row> Rows => new(Found!.Rows, Found.PageNumber, Found.PageSize, Found.Total, Found.IsMore);

    /// <summary>The list without what narrows it.</summary>
    public string ClearAddress => $"/search?q={Uri.EscapeDataString(Q ?? "")}";

    public bool IsNarrowed => Found is { Facets: var facets } && facets.Any(facet => facet.Choices.Any(choice => Chosen[facet.Name].Contains(choice.Value)));

    private Dictionary<string, IReadOnlyList<string>> Chosen => SearchFacets.Names.ToDictionary(
        name => name, name => (IReadOnlyList<string>)[.. Request.Query[name].OfType<string>()]);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!Request.Query.ContainsKey("q"))
        {
            return Page();
        }

        Q ??= "";   // an empty box

        var (number, size) = PageRequest.Of(Number, Size);
        await HttpContext.RecordSearchAsync(Q);

        switch (await search.OfAsync(new(Q, number, size) { Chosen = Chosen }, HttpContext.Actor, stop))
        {
            case PersonSearch.Answer.Straight straight:
                return Redirect($"/people/{straight.Address}");
            case PersonSearch.Answer.Wrong wrong:
                ModelState.AddModelError(nameof(Q), wrong.Message);
                break;
            case PersonSearch.Answer.List list:
                Found = list;
                break;
        }

        return Page();
    }
}
