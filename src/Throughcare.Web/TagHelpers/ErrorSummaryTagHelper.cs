using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Says that the page has a form whose errors are summed up. The layout shows the summary first in the main part, in
/// the order of the fields, and prefixes the title.</summary>
[HtmlTargetElement("tc-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        View.HttpContext.PageParts.SumsUpErrors = true;
        output.SuppressOutput();
    }

    /// <returns><see langword="null"/> where nothing is wrong.</returns>
    public static IHtmlContent? Of(IReadOnlyList<PageError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Count is 0 ? null : Html.Of($"""
            <div class="govuk-error-summary" data-module="govuk-error-summary">
              <div role="alert">
                <h2 class="govuk-error-summary__title">There is a problem</h2>
                <div class="govuk-error-summary__body">
                  <ul class="govuk-list govuk-error-summary__list">{Html.Join(errors.Select(Item))}</ul>
                </div>
              </div>
            </div>
            """);
    }

    private static Html Item(PageError error) => error.Target is null
        ? Html.Of($"<li>{error.Message}</li>")
        : Html.Of($"""<li><a href="#{error.Target}">{error.Message}</a></li>""");
}
