using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Assessment;

namespace Throughcare.Web.TagHelpers;

/// <summary>The risk of serious harm badge: level in words first, colour second.</summary>
[HtmlTargetElement("tc-rosh", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RoshTagHelper : TagHelper
{
    public RoshLevel? Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Badge(Level));
    }

    internal static Html Badge(RoshLevel? level)
    {
        var (modifier, words) = level switch
        {
            RoshLevel.VeryHigh => ("very-high", "Very high RoSH"),
            RoshLevel.High => ("high", "High RoSH"),
            RoshLevel.Medium => ("medium", "Medium RoSH"),
            RoshLevel.Low => ("low", "Low RoSH"),
            RoshLevel.NotAnalysed => ("low", "Low RoSH (screening only)"),
            _ => ("not-assessed", "RoSH not assessed"),
        };

        return Html.Of($"""<strong class="tc-rosh tc-rosh--{modifier}">{words}</strong>""");
    }
}
