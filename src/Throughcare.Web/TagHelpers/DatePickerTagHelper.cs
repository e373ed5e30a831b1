using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>One box and a calendar, for a date near today.</summary>
[HtmlTargetElement("tc-date-picker", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DatePickerTagHelper : LabelledTagHelper
{
    /// <summary>First day that the calendar offers.</summary>
    public DateOnly? Min { get; set; }

    /// <summary>Last day that the calendar offers.</summary>
    public DateOnly? Max { get; set; }

    protected override IHtmlContent Render(IHtmlContent children) => Html.Of($"""
        <div class="moj-datepicker" data-module="moj-date-picker"{Html.Attribute("data-min-date", Min?.ToString("dd'/'MM'/'yyyy", Invariant))}{Html.Attribute("data-max-date", Max?.ToString("dd'/'MM'/'yyyy", Invariant))}>
          {base.Render(children)}
        </div>
        """);

    protected override IHtmlContent Control()
    {
        var typed = Attempted(FieldName) ?? ((Value ?? For?.Model) is DateOnly date ? date.ToString("d'/'M'/'yyyy", Invariant) : Words(Value));
        return Html.Of($"""
            <input class="govuk-input moj-js-datepicker-input{(Error is null ? "" : " govuk-input--error")}" id="{FieldId}" name="{FieldName}" type="text"{Html.Attribute("value", typed)}{Html.Attribute("aria-describedby", DescribedBy())} autocomplete="off">
            """);
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
