using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Choose one of up to seven.</summary>
[HtmlTargetElement("tc-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    protected override string Block => "govuk-radios";

    protected override string Type => "radio";
}
