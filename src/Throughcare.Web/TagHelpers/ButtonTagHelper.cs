using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

public enum ButtonKind
{
    /// <summary>One to a page, and its verb first.</summary>
    Primary,
    Secondary,

    /// <summary>Something that cannot be undone, on a confirmation page.</summary>
    Warning,
}

/// <summary>Sends the form. A second click within a second does nothing.</summary>
[HtmlTargetElement("tc-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    /// <summary>Another address for this button than the form's, such as a page handler's.</summary>
    public string? To { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <button type="submit"{Html.Attribute("value", Value)}{Html.Attribute("name", Name)}{Html.Attribute("formaction", To)} data-prevent-double-click="true" class="govuk-button{Modifier(Kind)}" data-module="govuk-button">{words}</button>
            """));
    }

    internal static string Modifier(ButtonKind kind) => kind switch
    {
        ButtonKind.Secondary => " govuk-button--secondary",
        ButtonKind.Warning => " govuk-button--warning",
        _ => "",
    };
}
