using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>What was just done, once: the words that the page before left in <c>TempData["Success"]</c>. The layout has it.</summary>
[HtmlTargetElement("tc-success", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SuccessTagHelper : TagHelper
{
    public const string Key = "Success";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (View.TempData?[Key] is string words)
        {
            output.Content.SetHtmlContent(Of(words));
        }
        else
        {
            output.SuppressOutput();
        }
    }

    internal static IHtmlContent Of(string words) => Html.Of($"""
        <div class="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby="govuk-notification-banner-title" data-module="govuk-notification-banner">
          <div class="govuk-notification-banner__header">
            <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">Success</h2>
          </div>
          <div class="govuk-notification-banner__content">
            <p class="govuk-notification-banner__heading">{words}</p>
          </div>
        </div>
        """);
}
