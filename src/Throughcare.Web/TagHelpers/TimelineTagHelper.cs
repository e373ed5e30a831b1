using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>What happened, newest first, under the month in which it happened.</summary>
[HtmlTargetElement("tc-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    private readonly List<(DateTimeOffset At, Html Markup)> _events = [];

    /// <summary>Whether months have headings, of level 2; titles are then of level 3.</summary>
    public bool Months { get; set; } = true;

    internal int TitleLevel => Months ? 3 : 2;

    internal void Add(DateTimeOffset at, Html markup) => _events.Add((at, markup));

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        context.Items[typeof(TimelineTagHelper)] = this;
        await output.GetChildContentAsync();
        output.TagName = null;

        // The order is the page's: consecutive events of one month share its heading.
        var months = new List<(string Month, List<Html> Events)>();
        foreach (var (at, markup) in _events)
        {
            var month = Months ? at.LondonDate.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : "";
            if (months is not [.., var (last, _)] || last != month)
            {
                months.Add((month, []));
            }

            months[^1].Events.Add(markup);
        }

        output.Content.SetHtmlContent(Html.Join(months.Select(month => Html.Of($"""
            {(Months ? Html.Of($"""<h2 class="govuk-heading-m tc-timeline__month">{month.Month}</h2>""") : null)}
            <div class="moj-timeline">{Html.Join(month.Events)}</div>
            """))));
    }
}
