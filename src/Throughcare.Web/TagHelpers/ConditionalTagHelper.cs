using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The question that an answer leads to: shown under that answer when it is chosen. One level, one question.</summary>
[HtmlTargetElement("tc-conditional")]
public sealed class ConditionalTagHelper : TagHelper
{
    /// <summary>The value of the answer.</summary>
    public string When { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        var revealed = (Dictionary<string, IHtmlContent>)context.Items[typeof(ConditionalTagHelper)];
        revealed[When] = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
