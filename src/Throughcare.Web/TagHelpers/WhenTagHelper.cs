using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>An instant, as the date and time in London.</summary>
[HtmlTargetElement("tc-when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(TimeProvider clock) : TagHelper
{
    /// <summary>"Not recorded" is shown for none.</summary>
    public DateTimeOffset? At { get; set; }

    public DateForm Form { get; set; }

    public bool Relative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(At is { } at
            ? Of(at, Form, Relative ? clock.GetUtcNow().LondonDate : null)
            : AbsentTagHelper.Of(AbsentWord.NotRecorded));
    }

    internal static Html Of(DateTimeOffset at, DateForm form, DateOnly? today) => Html.Of($"""
        <time datetime="{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}">{at.LondonDate.In(form)} at {TimeText.Format(at.LondonTime)}</time>{(today is { } now ? $" ({Words.Relative(at.LondonDate, now)})" : "")}
        """);
}
