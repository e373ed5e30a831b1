using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">Its length from zero; to the left where it is negative.</param>
/// <param name="Text">The value in words, beside the bar.</param>
public sealed record Bar(string Label, double Value, string Text);

/// <summary>Bars from zero, drawn on the server; the same figures stand in a table beneath it.</summary>
[HtmlTargetElement("tc-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper : TagHelper
{
    private const int Width = 640;
    private const int RowHeight = 44;
    private const int BarHeight = 16;
    private const int TextRoom = 70;

    /// <summary>The finding, as a heading.</summary>
    public string Finding { get; set; } = "";

    /// <summary>What the picture shows, in a sentence, for those who do not see it.</summary>
    public string Description { get; set; } = "";

    /// <summary>Heading of the column of labels in the table.</summary>
    public string Of { get; set; } = "Part";

    /// <summary>Heading of the column of values in the table.</summary>
    public string Unit { get; set; } = "Value";

    /// <summary>Part of the ids in the picture; unique on the page.</summary>
    public string Id { get; set; } = "chart";

    public IEnumerable<Bar> Bars { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var bars = Bars.ToList();
        output.TagName = null;
        if (bars.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(Html.Of($"""
            <figure class="tc-chart">
              <figcaption class="govuk-heading-s">{Finding}</figcaption>
              <svg role="img" aria-labelledby="{Id}-title {Id}-desc" viewBox="0 0 {Width} {bars.Count * RowHeight}" class="tc-chart__picture">
                <title id="{Id}-title">{Finding}</title>
                <desc id="{Id}-desc">{Description}</desc>
                {Html.Join(bars.Select((bar, at) => Row(bar, at, bars)))}
              </svg>
              <details class="govuk-details">
                <summary class="govuk-details__summary"><span class="govuk-details__summary-text">View as table</span></summary>
                <div class="govuk-details__text">
                  <table class="govuk-table">
                    <caption class="govuk-visually-hidden">{Finding}</caption>
                    <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">{Of}</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">{Unit}</th></tr></thead>
                    <tbody class="govuk-table__body">
                      {Html.Join(bars.Select(bar => Html.Of($"""<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{bar.Label}</th><td class="govuk-table__cell govuk-table__cell--numeric">{bar.Text}</td></tr>""")))}
                    </tbody>
                  </table>
                </div>
              </details>
            </figure>
            """));
    }

    private static Html Row(Bar bar, int at, List<Bar> bars)
    {
        var (least, most) = (Math.Min(0, bars.Min(one => one.Value)), Math.Max(0, bars.Max(one => one.Value)));
        var scale = (Width - (2 * TextRoom)) / Math.Max(most - least, double.Epsilon);
        var zero = TextRoom - (least * scale);
        var length = Math.Abs(bar.Value) * scale;
        var left = bar.Value < 0 ? zero - length : zero;
        var top = at * RowHeight;
        var isLeft = bar.Value < 0;
        var textAt = isLeft ? left - 6 : left + length + 6;
        return Html.Of($"""
            <text x="0" y="{top + 16}" class="tc-chart__label">{bar.Label}</text>
            <rect x="{Number(left)}" y="{top + 22}" width="{Number(Math.Max(length, 1))}" height="{BarHeight}" class="{(isLeft ? "tc-chart__bar tc-chart__bar--less" : "tc-chart__bar")}"></rect>
            <text x="{Number(textAt)}" y="{top + 35}" text-anchor="{(isLeft ? "end" : "start")}" class="tc-chart__value">{bar.Text}</text>
            """);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
