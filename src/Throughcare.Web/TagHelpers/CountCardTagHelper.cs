using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

public enum CardTone
{
    Plain,

    /// <summary>Something is overdue; only where there is something.</summary>
    Urgent,
}

/// <summary>A count on a home page: the number is the link, the words stand beneath. Zero is said in words.</summary>
[HtmlTargetElement("tc-count-card", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CountCardTagHelper : TagHelper
{
    public int Count { get; set; }

    /// <summary>More than this are not counted: "More than 500" stands for them.</summary>
    public int Most { get; set; } = Application.Counting.Most;

    /// <summary>What is counted, in the plural: "tasks overdue".</summary>
    public string Noun { get; set; } = "";

    /// <summary>What one is called: "task overdue".</summary>
    public string? One { get; set; }

    public string To { get; set; } = "";

    public CardTone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var urgent = Tone is CardTone.Urgent && Count > 0 ? " tc-count-card--urgent" : "";
        output.TagName = null;
        output.Content.SetHtmlContent(Count is 0
            ? Html.Of($"""<div class="tc-count-card"><a class="govuk-link govuk-link--no-visited-state tc-count-card__none" href="{To}">No {Noun}</a></div>""")
            : Html.Of($"""
                <div class="tc-count-card{urgent}">
                  <a class="govuk-link govuk-link--no-visited-state tc-count-card__link" href="{To}"><span class="tc-count-card__count">{(Count > Most ? string.Create(CultureInfo.InvariantCulture, $"More than {Most:N0}") : Count.ToString("N0", CultureInfo.InvariantCulture))}</span> <span class="tc-count-card__noun">{(Count is 1 ? One ?? Noun : Noun)}</span></a>
                </div>
                """));
    }
}
