using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The way back from a task page, to the page that started it. The layout puts it before the main part.</summary>
[HtmlTargetElement("tc-back-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BackLinkTagHelper : TagHelper
{
    /// <summary>A real address; the overview of the person whom the page is about unless said, and home where it is about nobody.</summary>
    public string? To { get; set; }

    public string Text { get; set; } = "Back";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var person = View.HttpContext.Features.Get<PersonBannerModel>();
        var to = To ?? (person is null ? "/" : $"/people/{person.Address}");
        View.HttpContext.PageParts.LeadBack(Html.Of($"""<a href="{to}" class="govuk-back-link">{Text}</a>"""));
        output.SuppressOutput();
    }
}
