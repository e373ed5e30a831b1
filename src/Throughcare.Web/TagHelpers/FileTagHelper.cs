using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Choose a file. Types and size are said in the hint.</summary>
[HtmlTargetElement("tc-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper : LabelledTagHelper
{
    public bool Multiple { get; set; }

    /// <summary>Kinds of file to offer, such as <c>.csv,.zip</c>; the server still checks.</summary>
    public string? Accept { get; set; }

    /// <summary>Whether a script may add the drop zone.</summary>
    public bool Enhanced { get; set; } = true;

    protected override IHtmlContent Control()
    {
        var input = Html.Of($"""
            <input class="govuk-file-upload{(Error is null ? "" : " govuk-file-upload--error")}" id="{FieldId}" name="{FieldName}" type="file"{Html.Attribute("multiple", Multiple)}{Html.Attribute("accept", Accept)}{Html.Attribute("aria-describedby", DescribedBy())}>
            """);
        return Enhanced
            ? Html.Of($"""<div class="govuk-file-upload-wrapper" data-module="govuk-file-upload">{input}</div>""")
            : input;
    }
}
