using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Choose one from a list that opens.</summary>
[HtmlTargetElement("tc-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public class SelectTagHelper : LabelledTagHelper
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>The words of a first, empty choice, such as "Choose a prison"; none unless said.</summary>
    public string? Empty { get; set; }

    protected virtual IHtmlContent? SelectAttributes => null;

    protected override IHtmlContent Control() => Html.Of($"""
        <select class="govuk-select{(Error is null ? "" : " govuk-select--error")}" id="{FieldId}" name="{FieldName}"{Html.Attribute("aria-describedby", DescribedBy())}{SelectAttributes}>
          {(Empty is null ? null : Html.Of($"""<option value="">{Empty}</option>"""))}
          {Html.Join(Items.Select(Option))}
        </select>
        """);

    private Html Option(Choice choice) => Html.Of($"""
        <option value="{choice.Value}"{Html.Attribute("selected", Typed is { } typed && string.Equals(typed, choice.Value, StringComparison.OrdinalIgnoreCase))}>{choice.Text}</option>
        """);
}
