using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A link that looks like a button, for the one thing to do on a page that has no form.</summary>
[HtmlTargetElement("tc-link-button")]
public sealed class LinkButtonTagHelper : TagHelper
{
    public string To { get; set; } = "";

    public ButtonKind Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <a href="{To}" role="button" draggable="false" class="govuk-button{ButtonTagHelper.Modifier(Kind)}" data-module="govuk-button">{words}</a>
            """));
    }
}
