using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A box for one line of text.</summary>
[HtmlTargetElement("tc-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public class InputTagHelper : LabelledTagHelper
{
    /// <summary>2, 3, 4, 5, 10, 20 or 30 characters; the width of the column unless said.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    /// <summary>Which keyboard a phone shows, such as <c>numeric</c>.</summary>
    public string? Inputmode { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>For sign-in alone: other people's facts are not the user's.</summary>
    public string? Autocomplete { get; set; }

    public bool? Spellcheck { get; set; }

    public bool Disabled { get; set; }

    /// <summary>A password is never written back into the page.</summary>
    protected string? ShownValue => Type is "password" ? null : Typed;

    protected virtual string InputClasses => "";

    protected override IHtmlContent Control()
    {
        var width = Width is null ? "" : $" govuk-input--width-{Width}";
        var error = Error is null ? "" : " govuk-input--error";
        var input = Html.Of($"""
            <input class="govuk-input{width}{InputClasses}{error}" id="{FieldId}" name="{FieldName}" type="{Type}"{Html.Attribute("spellcheck", Spellcheck is null ? null : Words(Spellcheck))}{Html.Attribute("value", ShownValue)}{Html.Attribute("disabled", Disabled)}{Html.Attribute("aria-describedby", DescribedBy())}{Html.Attribute("autocomplete", Autocomplete)}{Html.Attribute("inputmode", Inputmode)}>
            """);

        return Prefix is null && Suffix is null ? input : Html.Of($"""
            <div class="govuk-input__wrapper">
              {(Prefix is null ? null : Html.Of($"""<div class="govuk-input__prefix" aria-hidden="true">{Prefix}</div>"""))}
              {input}
              {(Suffix is null ? null : Html.Of($"""<div class="govuk-input__suffix" aria-hidden="true">{Suffix}</div>"""))}
            </div>
            """);
    }
}
