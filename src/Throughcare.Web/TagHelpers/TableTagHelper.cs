using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A table with its caption. Its rows and cells are written in plain HTML and get their classes from here.</summary>
/// <remarks>A heading that sorts is <c>tc-th</c>. A cell of figures says <c>numeric</c>.</remarks>
[HtmlTargetElement("tc-table")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";

    /// <summary>s, m, l or xl; shown to screen readers alone with <see cref="CaptionHidden"/>.</summary>
    public string? CaptionSize { get; set; }

    public bool CaptionHidden { get; set; }

    /// <summary>What the rows are sorted by now: a heading's key, with a minus before it where the greatest comes first.</summary>
    public string? Sort { get; set; }

    /// <summary>Whether it may be wider than a narrow screen: it then scrolls within itself.</summary>
    public bool Wide { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        context.Items[typeof(TableTagHelper)] = this;
        var rows = await output.GetChildContentAsync();
        var caption = CaptionHidden ? " govuk-visually-hidden" : CaptionSize is null ? "" : $" govuk-table__caption--{CaptionSize}";

        var table = Html.Of($"""
            <table class="govuk-table">{(Caption is "" ? null : Html.Of($"""<caption class="govuk-table__caption{caption}">{Caption}</caption>"""))}{rows}</table>
            """);
        output.TagName = null;
        output.Content.SetHtmlContent(Wide
            ? Html.Of($"""<div class="moj-scrollable-pane" tabindex="0" role="region" aria-label="{Caption}">{table}</div>""")
            : table);
    }
}
