using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A heading of a column. One that sorts holds a form of one button: the server sorts, all pages together.</summary>
[HtmlTargetElement("tc-th")]
public sealed class ThTagHelper : TagHelper
{
    /// <summary>The key by which the address sorts; no sorting unless said.</summary>
    public string? Sort { get; set; }

    public bool Numeric { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        var words = await output.GetChildContentAsync();
        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("class", "govuk-table__header" + (Numeric ? " govuk-table__header--numeric" : ""));
        if (Sort is null)
        {
            output.Content.SetHtmlContent(words);
            return;
        }

        var now = (context.Items.TryGetValue(typeof(TableTagHelper), out var table) ? ((TableTagHelper)table).Sort : null) ?? "";
        var (order, next) = now == Sort ? ("ascending", "-" + Sort)
            : now == "-" + Sort ? ("descending", Sort)
            : ("none", Sort);

        output.Attributes.SetAttribute("aria-sort", order);
        output.Content.SetHtmlContent(Button(words, next));
    }

    private Html Button(IHtmlContent words, string next) => Html.Of($"""
        <form method="get" class="tc-sort">{QueryWords.HiddenInputs(View.HttpContext.Request, "sort", "page")}<button type="submit" name="sort" value="{next}">{words}</button></form>
        """);
}
