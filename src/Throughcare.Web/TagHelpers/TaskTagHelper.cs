using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>How far a step has come. Completed is plain text by design: what needs doing stands out.</summary>
public enum StepStatus
{
    NotStarted,
    InProgress,
    Completed,
    CannotStartYet,
    Problem,
}

/// <summary>One step. Its content is its name.</summary>
[HtmlTargetElement("tc-task")]
public sealed class TaskTagHelper : TagHelper
{
    public StepStatus Status { get; set; }

    /// <summary>Where it is done; a step that cannot start yet has no link.</summary>
    public string? To { get; set; }

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        var name = await output.GetChildContentAsync();
        var id = ((TasksTagHelper)context.Items[typeof(TasksTagHelper)]).NextId();
        var to = Status is StepStatus.CannotStartYet ? null : To;
        var describedBy = Hint is null ? $"{id}-status" : $"{id}-hint {id}-status";

        output.TagName = null;
        output.Content.SetHtmlContent(Html.Of($"""
            <li class="govuk-task-list__item{(to is null ? "" : " govuk-task-list__item--with-link")}">
              <div class="govuk-task-list__name-and-hint">
                {(to is null ? Html.Of($"<div>{name}</div>") : Html.Of($"""<a class="govuk-link govuk-task-list__link" href="{to}" aria-describedby="{describedBy}">{name}</a>"""))}
                {(Hint is null ? null : Html.Of($"""<div id="{id}-hint" class="govuk-task-list__hint">{Hint}</div>"""))}
              </div>
              <div class="govuk-task-list__status{(Status is StepStatus.CannotStartYet ? " govuk-task-list__status--cannot-start-yet" : "")}" id="{id}-status">{Words}</div>
            </li>
            """));
    }

    private Html Words => Status switch
    {
        StepStatus.Completed => Html.Of($"Completed"),
        StepStatus.CannotStartYet => Html.Of($"Cannot start yet"),
        StepStatus.InProgress => TagTagHelper.Of(new TagModel("In progress", TagColour.Teal)),
        StepStatus.Problem => TagTagHelper.Of(new TagModel("There is a problem", TagColour.Red)),
        _ => TagTagHelper.Of(new TagModel("Not started")),
    };
}
