namespace Throughcare.Web;

/// <summary>The title of a page. It has the person's number and never the name: titles are left in histories and screen shares.</summary>
public static class PageTitle
{
    /// <param name="heading">The page's h1.</param>
    /// <param name="number">The number of the person whom the page is about.</param>
    /// <param name="hasErrors">Whether the page shows errors of its form.</param>
    public static string Of(string? heading, string? number, bool hasErrors) =>
        (hasErrors ? "Error: " : "") + string.Join(" – ", new[] { heading, number, "Throughcare" }.Where(part => !string.IsNullOrEmpty(part)));
}
