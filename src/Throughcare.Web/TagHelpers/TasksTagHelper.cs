using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A person's steps through long work.</summary>
[HtmlTargetElement("tc-tasks")]
public sealed class TasksTagHelper : TagHelper
{
    private int _count;

    /// <summary>Starts the ids of its parts; needed where a page has two lists.</summary>
    public string IdPrefix { get; set; } = "task-list";

    internal string NextId() => $"{IdPrefix}-{++_count}";

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(TasksTagHelper)] = this;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}
