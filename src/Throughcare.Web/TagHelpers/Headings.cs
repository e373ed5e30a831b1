using Microsoft.AspNetCore.Html;

namespace Throughcare.Web.TagHelpers;

internal static class Headings
{
    /// <param name="level">1 to 6.</param>
    public static Html Of(int level, string classes, IHtmlContent words) => level is >= 1 and <= 6
        ? Html.Of($"""<h{level} class="{classes}">{words}</h{level}>""")
        : throw new ArgumentOutOfRangeException(nameof(level), level, "A heading is of level 1 to 6.");
}
