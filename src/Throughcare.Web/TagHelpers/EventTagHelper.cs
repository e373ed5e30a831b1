using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>One thing that happened. Its content is what was said of it.</summary>
[HtmlTargetElement("tc-event", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EventTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Where the whole entry is.</summary>
    public string? To { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Only the day is known, not the time.</summary>
    public bool WholeDay { get; set; }

    /// <summary>Name, role, place.</summary>
    public string? By { get; set; }

    /// <summary>The source that it came from, where nobody recorded it here.</summary>
    public string? From { get; set; }

    private string? Byline => !string.IsNullOrEmpty(By) ? $"by {By}" : !string.IsNullOrEmpty(From) ? $"from {From}" : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        var timeline = (TimelineTagHelper)context.Items[typeof(TimelineTagHelper)];
        var body = await output.GetChildContentAsync();
        var title = string.IsNullOrEmpty(To) ? Html.Of($"{Title}") : Html.Of($"""<a class="govuk-link" href="{To}">{Title}</a>""");

        timeline.Add(At, Html.Of($"""
            <div class="moj-timeline__item">
              <div class="moj-timeline__header">
                {Headings.Of(timeline.TitleLevel, "moj-timeline__title", title)}
                {(Byline is { } byline ? Html.Of($"""<p class="moj-timeline__byline">{byline}</p>""") : null)}
              </div>
              <p class="moj-timeline__date">{(WholeDay ? DateTagHelper.Of(At.LondonDate, DateForm.Long, null) : WhenTagHelper.Of(At, DateForm.Long, null))}</p>
              <div class="moj-timeline__description">{body}</div>
            </div>
            """));
        output.SuppressOutput();
    }
}
