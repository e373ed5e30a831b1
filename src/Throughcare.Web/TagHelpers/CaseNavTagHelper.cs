using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The sections of a person's record, in their order.</summary>
public enum CaseSection
{
    Overview,
    Timeline,
    Sentence,
    Risk,
    Assessment,
    Plan,
    Interventions,
    Protection,
    Documents,
    Personal,
    PeopleInvolved,
}

/// <summary>The navigation of a person's record: the sections that are served and that the user may see.</summary>
[HtmlTargetElement("tc-case-nav", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CaseNavTagHelper(ServedAddresses served) : TagHelper
{
    /// <summary>The section in which the page is.</summary>
    public CaseSection Current { get; set; }

    /// <summary>Whose record; the person of the request unless said.</summary>
    public PersonBannerModel? Of { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var person = Of ?? View.HttpContext.Features.GetRequiredFeature<PersonBannerModel>();
        var sections = Enum.GetValues<CaseSection>()
            .Where(section => section is not CaseSection.Protection || person.ShowsProtection)
            .Where(section => section == Current || served.Serves("/people/{}" + Beneath(section)))
            .Select(section => Item(section, $"/people/{person.Address}{Beneath(section)}"));

        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <nav class="moj-sub-navigation" aria-label="Case sections"><ul class="moj-sub-navigation__list">{Html.Join(sections)}</ul></nav>
            """));
    }

    private Html Item(CaseSection section, string href) => Html.Of($"""
        <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link"{Html.Attribute("aria-current", section == Current ? "page" : null)} href="{href}">{Words(section)}</a></li>
        """);

    private static string Words(CaseSection section) => section is CaseSection.PeopleInvolved ? "People involved" : section.ToString();

    private static string Beneath(CaseSection section) => section switch
    {
        CaseSection.Overview => "",
        CaseSection.Assessment => "/assessments",
        CaseSection.PeopleInvolved => "/people",
        _ => "/" + section.ToString().ToLowerInvariant(),
    };
}
