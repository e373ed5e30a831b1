using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;

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

    /// <summary>Where a standard says more than dates do: done late, missed, put off, or not to be decided.</summary>
    public DueState? State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(
            State is { } state && TagOf(state, On) is { } tag ? TagTagHelper.Of(tag)
            : State is DueState.NotApplicable or DueState.Superseded || !Required ? Html.Of($"Not required")
            : DoneOn is not null ? TagTagHelper.Of(new TagModel("Done", TagColour.Green))
            : On is { } day ? TagTagHelper.Of(For(day, clock.GetUtcNow().LondonDate))
            : Html.Of($"""<span class="tc-absent">Not recorded</span>"""));
    }

    private static TagModel? TagOf(DueState state, DateOnly? on) => state switch
    {
        DueState.MetOnTime => new("Done", TagColour.Green),
        DueState.MetLate => new("Done late", TagColour.Orange),
        DueState.Missed => new("Missed", TagColour.Red),
        DueState.NotDetermined => new("Cannot be decided", TagColour.Yellow),
        DueState.Deferred => new(on is { } day ? $"Deferred to {day.In(DateForm.Long)}" : "Deferred", TagColour.Blue),
        _ => null,
    };

    internal static TagModel For(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var days => new($"Overdue {Words.Count(-days, "day")}", TagColour.Red),
        0 => new("Due today", TagColour.Orange),
        <= SoonDays and var days => new($"Due in {Words.Count(days, "day")}", TagColour.Yellow),
        _ => new($"Due {due.In(DateForm.Long)}", TagColour.Grey),
    };
}
