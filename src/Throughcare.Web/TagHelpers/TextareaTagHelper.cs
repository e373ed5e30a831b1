using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A box for several lines; counts characters where there is a limit, and says there who can read what is written.</summary>
[HtmlTargetElement("tc-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : LabelledTagHelper
{
    public int Rows { get; set; } = 5;

    /// <summary>Most characters that are kept; no limit unless said.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Who can read it, such as "Will be seen by: prison and probation staff."</summary>
    public string? Readers { get; set; }

    protected override string GroupClasses => MaxLength is null ? "" : " govuk-character-count";

    protected override IHtmlContent? GroupAttributes => MaxLength is null ? null : Html.Of(
        $""" data-module="govuk-character-count" data-maxlength="{MaxLength}" """);

    protected override IHtmlContent? AfterControl => Html.Join([
        MaxLength is null ? null : Html.Of($"""
            <div id="{FieldId}-info" class="govuk-hint govuk-character-count__message">You can enter up to {MaxLength.Value.ToString("N0", CultureInfo.InvariantCulture)} characters</div>
            """),
        Readers is null ? null : Html.Of($"""
            <p id="{FieldId}-readers" class="govuk-body-s tc-readers">{Readers}</p>
            """)]);

    protected override IHtmlContent Control()
    {
        var counted = MaxLength is null ? "" : " govuk-js-character-count";
        var describedBy = string.Join(' ', new[]
        {
            DescribedBy(MaxLength is null ? null : $"{FieldId}-info"),
            Readers is null ? null : $"{FieldId}-readers",
        }.Where(ids => ids is not null));

        return Html.Of($"""
            <textarea class="govuk-textarea{(Error is null ? "" : " govuk-textarea--error")}{counted}" id="{FieldId}" name="{FieldName}" rows="{Rows}"{Html.Attribute("aria-describedby", describedBy is "" ? null : describedBy)}>{NewLineKept(Typed)}</textarea>
            """);
    }

    /// <summary>A parser of HTML swallows a new line that comes first.</summary>
    private static string? NewLineKept(string? text) => text is ['\n' or '\r', ..] ? "\n" + text : text;
}
