using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Choose one of many known: a select, which a script makes into a box that finds as you type.</summary>
[HtmlTargetElement("tc-autocomplete", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AutocompleteTagHelper : SelectTagHelper
{
    public AutocompleteTagHelper() => Empty = "";

    protected override IHtmlContent? SelectAttributes => Html.Of($" data-tc-autocomplete");

    protected override void AddTo(PageParts page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.UsesAutocomplete = true;
        base.AddTo(page);
    }
}
