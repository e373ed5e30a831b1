using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Protection;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Matching;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>Records that may be one person's, for somebody to look at.</summary>
[May(Verb.DecideMatch)]
public sealed class MatchesModel(MatchList matches, PpoMatchList listed) : PageModel
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

    /// <summary>Rows of the PPO and IOM list; the first of them where pairs are shown too.</summary>
    public PpoMatchList.Page Listed { get; private set; } = new([], 0);

    /// <summary>Nothing but the list was asked for: its rows have the pages.</summary>
    public bool IsListAlone => Kind is nameof(MatchKind.Ppo);

    public PageOf<PpoMatchList.Row> ListedRows => new(Listed.Rows, IsListAlone ? PageRequest.Of(Number, null).Number : 1, PpoMatchList.PageSize, Listed.Total);

    public PageOf<MatchList.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, MatchList.PageSize, Found.Total);

    public IReadOnlyList<Choice> Kinds { get; } = Choice.Of<MatchKind>(kind => kind.Words);

    public IReadOnlyList<Choice> Places { get; } = [new("mine", "My place")];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (kind, number) = (Enum.TryParse<MatchKind>(Kind, out var asked) ? asked : (MatchKind?)null, PageRequest.Of(Number, null).Number);
        Found = await matches.OfAsync(new(kind, Place is "mine", Sort, number), HttpContext.Actor, stop);
        if (kind is null or MatchKind.Ppo)
        {
            Listed = await listed.OfAsync(IsListAlone ? number : 1, HttpContext.Actor, stop);
        }
    }
}
