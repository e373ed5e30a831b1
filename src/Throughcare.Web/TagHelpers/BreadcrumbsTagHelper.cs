using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>One step of the way to a page.</summary>
/// <param name="Href">Its address; <see langword="null"/> for the page itself.</param>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>The way to a browse page: Home, list, person, section. The layout puts it before the main part.</summary>
/// <remarks>Home comes by itself, and so does the person whom the page is about, before <see cref="Section"/>.</remarks>
[HtmlTargetElement("tc-breadcrumbs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    /// <summary>The steps between Home and the page.</summary>
    public IEnumerable<Crumb> To { get; set; } = [];

    /// <summary>The page itself.</summary>
    public string? Section { get; set; }

    /// <summary>Whether the way starts at Home.</summary>
    public bool Home { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var person = View.HttpContext.Features.Get<PersonBannerModel>();
        List<Crumb> crumbs = [.. Home ? [new("Home", "/")] : Array.Empty<Crumb>(), .. To];
        if (person is not null)
        {
            crumbs.Add(new(person.LastCommaFirst, Section is null ? null : $"/people/{person.Address}"));
        }

        if (Section is not null)
        {
            crumbs.Add(new(Section));
        }

        View.HttpContext.PageParts.LeadBack(Html.Of($"""
            <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
              <ol class="govuk-breadcrumbs__list">{Html.Join(crumbs.Select(Item))}</ol>
            </nav>
            """));
        output.SuppressOutput();
    }

    private static Html Item(Crumb crumb) => crumb.Href is null
        ? Html.Of($"""<li class="govuk-breadcrumbs__list-item" aria-current="page">{crumb.Text}</li>""")
        : Html.Of($"""<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{crumb.Href}">{crumb.Text}</a></li>""");
}
