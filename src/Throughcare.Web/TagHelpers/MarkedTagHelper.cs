using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Application.Record;

namespace Throughcare.Web.TagHelpers;

/// <summary>A name in a list of people found, with the words that were searched for marked.</summary>
[HtmlTargetElement("tc-marked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkedTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>Normalised, as the search gave them.</summary>
    public IReadOnlyList<string> Words { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var parts = new List<Html>();
        var from = 0;
        foreach (var (start, length) in PersonSearch.Marks(Text, Words))
        {
            parts.Add(Html.Of($"{Text[from..start]}<mark>{Text.Substring(start, length)}</mark>"));
            from = start + length;
        }

        output.TagName = null;
        output.Content.SetHtmlContent(Html.Join([.. parts, Html.Of($"{Text[from..]}")]));
    }
}
