using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>One box for a time of day, read as people write it: 2:30pm, 14:30, 1430.</summary>
[HtmlTargetElement("tc-time-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeInputTagHelper : LabelledTagHelper
{
    protected override IHtmlContent Control()
    {
        var typed = Attempted(FieldName) ?? ((Value ?? For?.Model) is TimeOnly time ? Domain.Rules.TimeText.Format(time) : null);
        return Html.Of($"""
            <input class="govuk-input govuk-input--width-5{(Error is null ? "" : " govuk-input--error")}" id="{FieldId}" name="{FieldName}" type="text"{Html.Attribute("value", typed)}{Html.Attribute("aria-describedby", DescribedBy())} autocomplete="off">
            """);
    }
}
