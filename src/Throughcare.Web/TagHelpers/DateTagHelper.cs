using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>A date. How far off it is may be said beside it, never instead of it.</summary>
[HtmlTargetElement("tc-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper(TimeProvider clock) : TagHelper
{
    /// <summary>"Not recorded" is shown for none.</summary>
    public DateOnly? On { get; set; }

    public DateForm Form { get; set; }

    public bool Relative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(On is { } date
            ? Of(date, Form, Relative ? clock.GetUtcNow().LondonDate : null)
            : AbsentTagHelper.Of(AbsentWord.NotRecorded));
    }

    internal static Html Of(DateOnly date, DateForm form, DateOnly? today) => Html.Of($"""
        <time datetime="{date:yyyy-MM-dd}">{date.In(form)}</time>{(today is { } now ? $" ({Words.Relative(date, now)})" : "")}
        """);
}
