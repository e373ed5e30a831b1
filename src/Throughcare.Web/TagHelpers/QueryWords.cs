using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Throughcare.Web.TagHelpers;

/// <summary>The rest of the address, carried along when one part of it changes.</summary>
internal static class QueryWords
{
    /// <summary>This page's address with <paramref name="name"/> said anew.</summary>
    public static string With(HttpRequest request, string name, string value)
    {
        var query = new QueryBuilder(Others(request, [name]))
        {
            { name, value },
        };
        return request.PathBase + request.Path + query.ToQueryString();
    }

    /// <summary>This page's address with other rows to a page, from the first.</summary>
    public static string WithSize(HttpRequest request, int size)
    {
        var query = new QueryBuilder(Others(request, ["page", "size"]))
        {
            { "size", size.ToString(CultureInfo.InvariantCulture) },
        };
        return request.PathBase + request.Path + query.ToQueryString();
    }

    /// <summary>This page's address without one value of <paramref name="name"/>, and on its first page.</summary>
    public static string Without(HttpRequest request, string name, string value)
    {
        var query = new QueryBuilder(Pairs(request).Where(pair =>
            !Same(pair.Key, "page") && !(Same(pair.Key, name) && string.Equals(pair.Value, value, StringComparison.Ordinal))));
        return request.PathBase + request.Path + query.ToQueryString();
    }

    /// <summary>Everything of the address but <paramref name="except"/>, for a form that is sent with GET.</summary>
    public static Html HiddenInputs(HttpRequest request, params IReadOnlyCollection<string> except) =>
        Html.Join(Others(request, except).Select(Hidden));

    public static Html HiddenInputsOf(HttpRequest request, IReadOnlyCollection<string> only) =>
        Html.Join(Pairs(request).Where(pair => only.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Select(Hidden));

    private static Html Hidden(KeyValuePair<string, string> pair) =>
        Html.Of($"""<input type="hidden" name="{pair.Key}" value="{pair.Value}">""");

    private static IEnumerable<KeyValuePair<string, string>> Others(HttpRequest request, IReadOnlyCollection<string> except) =>
        Pairs(request).Where(pair => !except.Contains(pair.Key, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(HttpRequest request) =>
        request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
