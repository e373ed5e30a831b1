using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The header with the product's name, and the navigation of the user's role. The layout has it.</summary>
[HtmlTargetElement("tc-service-nav", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ServiceNavTagHelper : TagHelper
{
    /// <summary>A count of this many or more is shown as 99+.</summary>
    private const int Many = 99;

    public Navigation? Of { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Join([Header, Of is null ? null : Menu(Of, View.HttpContext.Request.Path.Value ?? "/")]));
    }

    internal static Html Header { get; } = Html.Of($"""
        <div class="govuk-generic-header"><div class="govuk-generic-header__container govuk-width-container"><div class="govuk-generic-header__logo"><a href="/" class="govuk-generic-header__homepage-link">Throughcare</a></div></div></div>
        """);

    internal static Html Menu(Navigation nav, string path)
    {
        var current = nav.At(path);
        return Html.Of($"""
            <section aria-label="Service information" class="govuk-service-navigation" data-module="govuk-service-navigation">
              <div class="govuk-width-container govuk-service-navigation__inlining-container">
                <div class="govuk-service-navigation__container">
                  <span class="govuk-service-navigation__service-name"><span class="govuk-service-navigation__text">{nav.PlaceName}</span></span>
                  <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
                    {(nav.Items.Count < 2 ? null : Html.Of($"""<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="navigation" hidden aria-hidden="true">Menu</button>"""))}
                    <ul class="govuk-service-navigation__list" id="navigation">{Html.Join(nav.Items.Select(item => Item(item, item == current, path)))}</ul>
                  </nav>
                </div>
                {End(nav)}
              </div>
            </section>
            """);
    }

    internal static Html Item(NavigationItem item, bool active, string path) => Html.Of($"""
        <li class="govuk-service-navigation__item{(active ? " govuk-service-navigation__item--active" : "")}"><a class="govuk-service-navigation__link" href="{item.Href}"{Html.Attribute("aria-current", !active ? null : item.Href == path ? "page" : "true")}>{(active
            ? Html.Of($"""<strong class="govuk-service-navigation__active-fallback">{item.Text}</strong>""")
            : Html.Of($"{item.Text}"))} {Badge(item.Count, item.CountNoun)}</a></li>
        """);

    internal static Html? Badge(int count, string noun) => count <= 0 ? null : Html.Of($"""
        <span class="moj-notification-badge"><span aria-hidden="true">{(count >= Many ? "99+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture))}</span><span class="govuk-visually-hidden">({(count >= Many ? $"99 or more {noun}s" : Domain.Rules.Words.Count(count, noun))})</span></span>
        """);

    private static Html End(Navigation nav) => Html.Of($"""
        <ul class="tc-nav-end">
          {(nav.ChangeAddress is null ? null : Html.Of($"""<li><a class="govuk-link govuk-link--no-visited-state" href="{nav.ChangeAddress}">Change place or role</a></li>"""))}
          {(nav.AlertsAddress is null ? null : Html.Of($"""<li><a class="govuk-link govuk-link--no-visited-state" href="{nav.AlertsAddress}">Alerts {Badge(nav.AlertCount, "alert")}</a></li>"""))}
          {(nav.NoticesAddress is null ? null : Html.Of($"""<li><a class="govuk-link govuk-link--no-visited-state" href="{nav.NoticesAddress}">Notices</a></li>"""))}
          <li class="tc-nav-end__name">{nav.UserName}</li>
          {(nav.SignOutAddress is null ? null : Html.Of($"""<li><form method="post" action="{nav.SignOutAddress}"><button type="submit" class="tc-link-like" data-prevent-double-click="true" data-module="govuk-button">Sign out</button></form></li>"""))}
        </ul>
        """);
}
