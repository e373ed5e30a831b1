using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Choose any of up to twelve.</summary>
[HtmlTargetElement("tc-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    protected override string Block => "govuk-checkboxes";

    protected override string Type => "checkbox";
}
