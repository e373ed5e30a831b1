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

    /// <summary>Where it says what the value was before.</summary>
    public string? History { get; set; }

    /// <summary>What an empty value means.</summary>
    public AbsentWord Empty { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var value = await output.GetChildContentAsync();
        List<Html> actions = [];
        Add(Change, ChangeText);
        Add(History, "History");
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <div class="govuk-summary-list__row{(actions.Count is 0 ? " govuk-summary-list__row--no-actions" : "")}">
              <dt class="govuk-summary-list__key">{Key}</dt>
              <dd class="govuk-summary-list__value">{(value.IsEmptyOrWhiteSpace ? AbsentTagHelper.Of(Empty) : value)}</dd>
              {actions switch
        {
            [] => null,
            [var only] => Html.Of($"""<dd class="govuk-summary-list__actions">{only}</dd>"""),
            _ => Html.Of($"""
                    <dd class="govuk-summary-list__actions"><ul class="govuk-summary-list__actions-list">
                      {Html.Join(actions.Select(action => Html.Of($"""<li class="govuk-summary-list__actions-list-item">{action}</li>""")))}
                    </ul></dd>
                    """),
        }}
            </div>
            """));

        // a page that writes no address in the attribute gives an empty one
        void Add(string? to, string text)
        {
            if (!string.IsNullOrEmpty(to))
            {
                actions.Add(Html.Of($"""<a class="govuk-link" href="{to}">{text}<span class="govuk-visually-hidden"> {Binding.FieldWords.InSentence(Key)}</span></a>"""));
            }
        }
    }
}
