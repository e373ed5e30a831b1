using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Matching;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Records that may be one person's, for somebody to look at.</summary>
[May(Verb.DecideMatch)]
public sealed class MatchesModel(MatchList matches) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>mine, or everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public MatchList.Page Found { get; private set; } = null!;

    public PageOf<MatchList.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, MatchList.PageSize, Found.Total);

    public IReadOnlyList<Choice> Kinds { get; } = Choice.Of<MatchKind>(kind => kind.Words);

    public IReadOnlyList<Choice> Places { get; } = [new("mine", "My place")];

    public async Task OnGetAsync(CancellationToken stop) => Found = await matches.OfAsync(
        new(Enum.TryParse<MatchKind>(Kind, out var kind) ? kind : null, Place is "mine", Sort, PageRequest.Of(Number, null).Number), HttpContext.Actor, stop);
}
