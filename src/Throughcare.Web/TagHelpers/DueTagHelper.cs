using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>How a due item stands today: overdue, due today, due soon, due on a date, done, or not required.</summary>
[HtmlTargetElement("tc-due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTagHelper(TimeProvider clock) : TagHelper
{
    /// <summary>Days ahead, today not counted, within which an item is due soon.</summary>
    private const int SoonDays = 14;

    /// <summary>Last day on which it is in time.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The day on which it was done.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Whether the rules ask for it. Where they do not, a Why? belongs beside it.</summary>
    public bool Required { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(
            !Required ? Html.Of($"Not required")
            : DoneOn is not null ? TagTagHelper.Of(new TagModel("Done", TagColour.Green))
            : On is { } day ? TagTagHelper.Of(For(day, clock.GetUtcNow().LondonDate))
            : Html.Of($"""<span class="tc-absent">Not recorded</span>"""));
    }

    internal static TagModel For(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var days => new($"Overdue {Words.Count(-days, "day")}", TagColour.Red),
        0 => new("Due today", TagColour.Orange),
        <= SoonDays and var days => new($"Due in {Words.Count(days, "day")}", TagColour.Yellow),
        _ => new($"Due {due.In(DateForm.Long)}", TagColour.Grey),
    };
}
