using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>MAPPA category and level, or by when the level is to be set.</summary>
[HtmlTargetElement("tc-mappa", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MappaTagHelper : TagHelper
{
    /// <summary>Nothing is shown for a person who is not managed under MAPPA.</summary>
    public MappaModel? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Badge(Value) ?? Html.Of($""));
    }

    internal static Html? Badge(MappaModel? mappa)
    {
        if (mappa is null)
        {
            return null;
        }

        var level = mappa switch
        {
            { Level: { } set } => $"Level {set}",
            { LevelDueOn: { } by } => $"level to be set by {by.In(DateForm.Long)}",
            _ => "level to be set",
        };
        return Html.Of($"""<strong class="tc-mappa">MAPPA Cat {mappa.Category} {level}</strong>""");
    }
}
