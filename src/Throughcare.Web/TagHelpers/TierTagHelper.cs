using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The tier, which says how much resource a case has.</summary>
[HtmlTargetElement("tc-tier", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TierTagHelper : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Badge(Value) ?? Html.Of($"""<span class="tc-absent">Not recorded</span>"""));
    }

    internal static Html? Badge(string? tier) =>
        tier is null ? null : Html.Of($"""<strong class="tc-badge">Tier {tier}</strong>""");
}
