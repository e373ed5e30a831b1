using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Narrows a list. A form sent with GET: what is chosen is in the address, so Back, a bookmark and two tabs work.</summary>
/// <remarks>Facets inside it say what was chosen; other fields may stand beside them. Fewer than four filters go in a
/// <see cref="Row"/> above the table.</remarks>
[HtmlTargetElement("tc-filter")]
public sealed class FilterTagHelper : TagHelper
{
    private readonly List<ChosenFacet> _chosen = [];

    public string Heading { get; set; } = "Filter";

    /// <summary>Where "Clear filters" leads; this page without a query unless said.</summary>
    public string? Clear { get; set; }

    /// <summary>Whether each choice shows how many it would leave.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>One horizontal row instead of a column.</summary>
    public bool Row { get; set; }

    /// <summary>Parts of the address that are not filters and stay as they are.</summary>
    public string Keep { get; set; } = "tab,sort,size";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    internal void Choose(ChosenFacet facet) => _chosen.Add(facet);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        context.Items[typeof(FilterTagHelper)] = this;
        var options = await output.GetChildContentAsync();
        var request = View.HttpContext.Request;

        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <form method="get" class="tc-filter{(Row ? " tc-filter--row" : "")}" novalidate>
              {QueryWords.HiddenInputsOf(request, Keep.Split(','))}
              <div class="moj-filter">
                <div class="moj-filter__header">
                  <div class="moj-filter__header-title"><h2 class="govuk-heading-m">{Heading}</h2></div>
                  <div class="moj-filter__header-action"></div>
                </div>
                <div class="moj-filter__content">
                  {Selected(request)}
                  <div class="moj-filter__options">
                    {(Row ? null : Apply)}
                    <div class="tc-filter__fields">{options}</div>
                    {Apply}
                  </div>
                </div>
              </div>
            </form>
            """));
    }

    private static Html Apply { get; } = Html.Of(
        $"""<button type="submit" class="govuk-button" data-module="govuk-button">Apply filters</button>""");

    private Html? Selected(HttpRequest request) => _chosen.Count is 0 ? null : Html.Of($"""
        <div class="moj-filter__selected">
          <div class="moj-filter__selected-heading">
            <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">Selected filters</h2></div>
            <div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="{Clear ?? request.PathBase + request.Path}">Clear filters</a></p></div>
          </div>
          {Html.Join(_chosen.Select(facet => Html.Of($"""
            <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{facet.Legend}</h3>
            <ul class="moj-filter-tags">{Html.Join(facet.Choices.Select(choice => Html.Of($"""<li><a class="moj-filter__tag" href="{QueryWords.Without(request, facet.Name, choice.Value)}"><span class="govuk-visually-hidden">Remove this filter</span> {choice.Text}</a></li>""")))}</ul>
            """)))}
        </div>
        """);
}

/// <summary>The choices of one facet that narrow the list now.</summary>
internal sealed record ChosenFacet(string Name, string Legend, IReadOnlyList<FacetChoice> Choices);
