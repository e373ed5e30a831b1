using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A predictor's band and score, such as "RSR Medium 4.12%".</summary>
[HtmlTargetElement("tc-score", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoreTagHelper : TagHelper
{
    public ScoreModel? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Value is null
            ? Html.Of($"""<span class="tc-absent">Not recorded</span>""")
            : Badge(Value));
    }

    internal static Html Badge(ScoreModel score) => Html.Of($"""
        <span class="tc-badge">{score.Instrument} <strong>{score.Band}</strong>{(score.Percent is { } percent
            ? Html.Of($" {percent:0.00}%")
            : null)}{(score.Kind is { } kind ? Html.Of($" {TagTagHelper.Of(new TagModel(kind, TagColour.Grey))}") : null)}</span>
        """);
}
