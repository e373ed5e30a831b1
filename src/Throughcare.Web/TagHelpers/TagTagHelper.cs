using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The state of a thing. Never a link, and never the only carrier of its meaning.</summary>
[HtmlTargetElement("tc-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>Words and colour together; else the words are the content.</summary>
    public TagModel? Value { get; set; }

    public TagColour Colour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Value is { } tag ? Of(tag) : Of(await output.GetChildContentAsync(), Colour));
    }

    internal static Html Of(TagModel tag) => Of(Html.Of($"{tag.Text}"), tag.Colour);

    internal static Html Of(IHtmlContent words, TagColour colour)
    {
        var modifier = colour is TagColour.Blue ? "" : $" govuk-tag--{colour.ToString().ToLowerInvariant()}";
        return Html.Of($"""<strong class="govuk-tag{modifier}">{words}</strong>""");
    }
}
