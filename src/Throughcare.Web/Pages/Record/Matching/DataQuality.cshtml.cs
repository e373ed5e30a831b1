using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>How good what comes from each source is, and what of it somebody has to look at.</summary>
[May(Verb.DecideMatch, Verb.MergePeople)]
public sealed class DataQualityModel(DataQuality quality) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>mine, or everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public IReadOnlyList<DataQuality.Source> Sources { get; private set; } = [];

    public DataQuality.Page Found { get; private set; } = null!;

    public PageOf<DataQuality.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, DataQuality.PageSize, Found.Total);

    public IReadOnlyList<Choice> Kinds { get; } = Choice.Of<DataQualityKind>(kind => kind.Words);

    public IReadOnlyList<Choice> Places { get; } = [new("mine", "My place")];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Sources = await quality.SourcesAsync(stop);
        Found = await quality.OfAsync(
            new(Enum.TryParse<DataQualityKind>(Kind, out var kind) ? kind : null, Place is "mine", PageRequest.Of(Number, null).Number), HttpContext.Actor, stop);
    }
}
