using Microsoft.AspNetCore.Routing.Patterns;

namespace Throughcare.Web;

/// <summary>Which addresses the product answers, so that no navigation ever leads to a page that is not there.</summary>
public sealed class ServedAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> _shapes = new(() => endpoints.Endpoints
        .OfType<RouteEndpoint>().Select(endpoint => Shape(endpoint.RoutePattern)).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The items that have a page: the first six.</summary>
    public IReadOnlyList<NavigationItem> Of(IEnumerable<NavigationItem> items) => [.. items.Where(item => Serves(item.Href)).Take(Navigation.MostShown)];

    /// <param name="address">An address; a part that changes from person to person is written <c>{}</c>, as in
    /// <c>/people/{}/plan</c>.</param>
    public bool Serves(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _shapes.Value.Contains(address.Trim('/'));
    }

    private static string Shape(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : "{}"));
}
