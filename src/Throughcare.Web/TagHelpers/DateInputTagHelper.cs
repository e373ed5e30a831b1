using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>Three boxes, for a date that someone knows.</summary>
/// <remarks>The boxes are named <c>{name}.Day</c>, <c>{name}.Month</c> and <c>{name}.Year</c>. An error of one
/// box reddens that one; an error of the whole date alone reddens all three.</remarks>
[HtmlTargetElement("tc-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    private static readonly string[] Parts = ["Day", "Month", "Year"];

    public string? Legend { get; set; }

    /// <summary>s, m, l or xl; ordinary size unless said.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Whether the legend is the heading of the page, where the page asks one thing.</summary>
    public bool Heading { get; set; }

    protected override string? Error =>
        Parts.Select(ErrorOf).FirstOrDefault(message => message is not null) ?? ModelState.FirstError(FieldName);

    protected override void AddTo(PageParts page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var part in Parts)
        {
            page.AddField($"{FieldName}.{part}", $"{FieldId}.{part}", group: FieldName);
        }

        page.AddField(FieldName, $"{FieldId}.Day");
    }

    protected override IHtmlContent Render(IHtmlContent children)
    {
        var legend = Legend ?? For?.Metadata.DisplayName ?? throw new InvalidOperationException($"{FieldName} needs a legend.");

        return Html.Of($"""
            <div class="govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}">
              <fieldset class="govuk-fieldset" role="group"{Html.Attribute("aria-describedby", DescribedBy())}>
                {Legends.Of(legend, LegendSize, Heading)}
                {HintMarkup()}
                {ErrorMarkup()}
                <div class="govuk-date-input" id="{FieldId}">
                  {Html.Join(Parts.Select(Box))}
                </div>
              </fieldset>
            </div>
            """);
    }

    private Html Box(string part)
    {
        var wrong = Parts.Any(each => ErrorOf(each) is not null) ? ErrorOf(part) is not null : Error is not null;
        return Html.Of($"""
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for="{FieldId}.{part}">{part}</label>
                <input class="govuk-input govuk-date-input__input{(wrong ? " govuk-input--error" : "")} govuk-input--width-{(part is "Year" ? 4 : 2)}" id="{FieldId}.{part}" name="{FieldName}.{part}" type="text"{Html.Attribute("value", ValueOf(part))} inputmode="numeric">
              </div>
            </div>
            """);
    }

    private string? ErrorOf(string part) => ModelState.FirstError($"{FieldName}.{part}");

    private string? ValueOf(string part) =>
        Attempted($"{FieldName}.{part}") ?? ((Value ?? For?.Model) is DateOnly date
            ? (part switch { "Day" => date.Day, "Month" => date.Month, _ => date.Year }).ToString(CultureInfo.InvariantCulture)
            : null);
}
