using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A section of facts with its title and the one thing to do there.</summary>
[HtmlTargetElement("tc-card")]
public sealed class CardTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>The words of the link, such as "View all".</summary>
    public string? Action { get; set; }

    /// <summary>Where the link leads.</summary>
    public string? To { get; set; }

    /// <summary>Level of the heading.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <div class="govuk-summary-card">
              <div class="govuk-summary-card__title-wrapper">
                {Headings.Of(Level, "govuk-summary-card__title", Html.Of($"{Title}"))}
                {(Action is null ? null : Html.Of($"""
                    <div class="govuk-summary-card__actions"><a class="govuk-link" href="{To}">{Action}<span class="govuk-visually-hidden"> ({Title})</span></a></div>
                    """))}
              </div>
              <div class="govuk-summary-card__content">{content}</div>
            </div>
            """));
    }
}
