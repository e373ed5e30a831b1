using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>The five words for a value that is not there. There is no sixth.</summary>
public enum AbsentWord
{
    /// <summary>Should be, and is not.</summary>
    NotRecorded,

    /// <summary>Asked, and there are none.</summary>
    None,

    /// <summary>The rule says so; a Why? belongs beside it.</summary>
    NotRequired,

    NotApplicable,

    /// <summary>It exists, and the reader may not see it.</summary>
    Restricted,
}

/// <summary>Says that a value is not there, in one of the five words.</summary>
[HtmlTargetElement("tc-absent", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AbsentTagHelper : TagHelper
{
    public AbsentWord Word { get; set; }

    /// <summary>Where to record it.</summary>
    public string? To { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Of(Word, To));
    }

    internal static IHtmlContent Of(AbsentWord word, string? to = null)
    {
        var words = word switch
        {
            AbsentWord.NotRecorded => "Not recorded",
            AbsentWord.NotRequired => "Not required",
            AbsentWord.NotApplicable => "Not applicable",
            AbsentWord.Restricted => "Restricted",
            _ => "None",
        };
        return to is null
            ? Html.Of($"""<span class="tc-absent">{words}</span>""")
            : Html.Of($"""<a class="govuk-link tc-absent" href="{to}">{words}</a>""");
    }
}
