using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>One choice of a facet.</summary>
/// <param name="Count">How many the list would have with it.</param>
public sealed record FacetChoice(string Value, string Text, int Count);

/// <summary>One way of narrowing a list, with the choices that it has. What is chosen is read from the address.</summary>
[HtmlTargetElement("tc-facet", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FacetTagHelper : TagHelper
{
    /// <summary>Its name in the address.</summary>
    public string Name { get; set; } = "";

    public string Legend { get; set; } = "";

    public IEnumerable<FacetChoice> Items { get; set; } = [];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        var filter = (FilterTagHelper)context.Items[typeof(FilterTagHelper)];
        var asked = View.HttpContext.Request.Query[Name];
        var choices = Items.ToList();
        var chosen = choices.Where(choice => asked.Contains(choice.Value)).ToList();
        if (chosen.Count > 0)
        {
            filter.Choose(new(Name, Legend, chosen));
        }

        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <div class="govuk-form-group">
              <fieldset class="govuk-fieldset">
                {Legends.Of(Legend, "s", heading: false)}
                <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                  {Html.Join(choices.Select((choice, i) => Item(choice, i, chosen.Contains(choice), filter.Counts)))}
                </div>
              </fieldset>
            </div>
            """));
    }

    private Html Item(FacetChoice choice, int index, bool chosen, bool counts)
    {
        var id = index is 0 ? $"filter-{Name}" : $"filter-{Name}-{index + 1}";
        return Html.Of($"""
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id="{id}" name="{Name}" type="checkbox" value="{choice.Value}"{Html.Attribute("checked", chosen)}>
              <label class="govuk-label govuk-checkboxes__label" for="{id}">{choice.Text}{(counts ? $" ({choice.Count.ToString("N0", CultureInfo.InvariantCulture)})" : "")}</label>
            </div>
            """);
    }
}
