using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>One fact: its name, its value, and the way to change it. A row without content says which of the five words.</summary>
[HtmlTargetElement("tc-row", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RowTagHelper : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>Where to change it.</summary>
    public string? Change { get; set; }

    /// <summary>The word of the link.</summary>
    public string ChangeText { get; set; } = "Change";

    /// <summary>What an empty value means.</summary>
    public AbsentWord Empty { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var value = await output.GetChildContentAsync();
        var change = string.IsNullOrEmpty(Change) ? null : Change;   // a page that writes no address in the attribute gives an empty one
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <div class="govuk-summary-list__row{(change is null ? " govuk-summary-list__row--no-actions" : "")}">
              <dt class="govuk-summary-list__key">{Key}</dt>
              <dd class="govuk-summary-list__value">{(value.IsEmptyOrWhiteSpace ? AbsentTagHelper.Of(Empty) : value)}</dd>
              {(change is null ? null : Html.Of($"""
                <dd class="govuk-summary-list__actions"><a class="govuk-link" href="{change}">{ChangeText}<span class="govuk-visually-hidden"> {Binding.FieldWords.InSentence(Key)}</span></a></dd>
                """))}
            </div>
            """));
    }
}
