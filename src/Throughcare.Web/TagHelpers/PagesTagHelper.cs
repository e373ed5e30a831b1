using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>How many, which page, and the way to the others. The rest of the address stays as it is.</summary>
[HtmlTargetElement("tc-pages", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagesTagHelper : TagHelper
{
    public IPageOfResults Of { get; set; } = null!;

    /// <summary>What is listed, in the plural.</summary>
    public string Noun { get; set; } = "people";

    /// <summary>What one is called.</summary>
    public string One { get; set; } = "person";

    /// <summary>Whether the count line is shown; the links without it may stand a second time, below the list.</summary>
    public bool Count { get; set; } = true;

    /// <summary>Whether the links are shown.</summary>
    public bool Links { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Join([
            Count ? Html.Of($"""<p class="govuk-body tc-count" role="status">{CountLine(Of, Noun, One)}</p>""") : null,
            Links ? LinksTo(Of) : null,
            Links && Of.Total > PageRequest.DefaultSize ? SizesOf(Of) : null]));
    }

    internal static Html CountLine(IPageOfResults page, string noun, string one)
    {
        var first = ((page.Number - 1) * page.Size) + 1;
        var last = Math.Min(page.Total, page.Number * page.Size);

        return page switch
        {
            { Total: 0 } => Html.Of($"No {noun} found"),
            { IsBestOfMore: true } => Html.Of($"Showing {Bold(first)} to {Bold(last)} of the best {Bold(page.Total)} {noun}"),
            { Total: 1 } => Html.Of($"Showing {Bold(1)} {one}"),
            _ when page.Total <= page.Size => Html.Of($"Showing {Bold(page.Total)} {noun}"),
            _ => Html.Of($"Showing {Bold(first)} to {Bold(last)} of {Bold(page.Total)} {noun}"),
        };
    }

    /// <summary>The numbers to show: the first, the last, and two on either side of this one; 0 stands for a gap.</summary>
    internal static IReadOnlyList<int> Numbers(int current, int pages)
    {
        var shown = Enumerable.Range(1, pages).Where(n => n is 1 || n == pages || Math.Abs(n - current) <= 2).ToList();
        return [.. shown.SelectMany((n, i) => i > 0 && n - shown[i - 1] > 1 ? [0, n] : new[] { n })];
    }

    private static Html Bold(int number) => Html.Of($"<strong>{number.ToString("N0", CultureInfo.InvariantCulture)}</strong>");

    private Html? LinksTo(IPageOfResults page)
    {
        var pages = (page.Total + page.Size - 1) / page.Size;
        return pages <= 1 ? null : Markup(page.Number, pages, number =>
            QueryWords.With(View.HttpContext.Request, "page", number.ToString(CultureInfo.InvariantCulture)));
    }

    internal static Html Markup(int current, int pages, Func<int, string> to) => Html.Of($"""
        <nav class="govuk-pagination" aria-label="Pagination">
          {(current <= 1 ? null : Html.Of($"""
            <div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="{to(current - 1)}" rel="prev">
              <svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>
              <span class="govuk-pagination__link-title">Previous<span class="govuk-visually-hidden"> page</span></span></a></div>
            """))}
          <ul class="govuk-pagination__list">{Html.Join(Numbers(current, pages).Select(number => number switch
          {
              0 => Html.Of($"""<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>"""),
              _ when number == current => Html.Of($"""<li class="govuk-pagination__item govuk-pagination__item--current"><a class="govuk-link govuk-pagination__link" href="{to(number)}" aria-label="Page {number}" aria-current="page">{number}</a></li>"""),
              _ => Html.Of($"""<li class="govuk-pagination__item"><a class="govuk-link govuk-pagination__link" href="{to(number)}" aria-label="Page {number}">{number}</a></li>"""),
          }))}</ul>
          {(current >= pages ? null : Html.Of($"""
            <div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="{to(current + 1)}" rel="next">
              <span class="govuk-pagination__link-title">Next<span class="govuk-visually-hidden"> page</span></span>
              <svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg></a></div>
            """))}
        </nav>
        """);

    private Html SizesOf(IPageOfResults page) => Html.Of($"""
        <p class="govuk-body-s tc-sizes">Show {Html.Join(PageRequest.Sizes.Select(size => size == page.Size
            ? Html.Of($"""<span class="tc-sizes__size" aria-current="true">{size}</span> """)
            : Html.Of($"""<a class="govuk-link tc-sizes__size" href="{QueryWords.WithSize(View.HttpContext.Request, size)}">{size}</a> """)))} a page</p>
        """);
}
