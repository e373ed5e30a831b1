using System.Text.Json;

namespace Throughcare.Web.Tests.TagHelpers;

/// <summary>The published examples of a component: options in, markup out.</summary>
internal static class Fixtures
{
    public sealed record Fixture(string Name, JsonElement Options, string Markup);

    public static IReadOnlyList<Fixture> Of(string component) => [.. JsonDocument
        .Parse(File.ReadAllBytes(RepositoryRoot.Of("tests", "Throughcare.Web.Tests", "Fixtures", "govuk", $"{component}.json")))
        .RootElement.GetProperty("fixtures").EnumerateArray()
        .Select(f => new Fixture(f.GetProperty("name").GetString()!, f.GetProperty("options"), f.GetProperty("html").GetString()!))];

    /// <summary>Those that use no option but <paramref name="supported"/>, named by path: <c>items[].hint.text</c>.</summary>
    public static IReadOnlyList<Fixture> Of(string component, IReadOnlyCollection<string> supported) =>
        [.. Of(component).Where(f => Paths(f.Options, "").All(supported.Contains))];

    public static string? Text(this JsonElement options, string path)
    {
        var here = options;
        foreach (var part in path.Split('.'))
        {
            if (here.ValueKind is not JsonValueKind.Object || !here.TryGetProperty(part, out here))
            {
                return null;
            }
        }

        return here.ValueKind is JsonValueKind.Null ? null : here.ToString();
    }

    public static bool Is(this JsonElement options, string path) => options.Text(path) is "True";

    public static IReadOnlyList<JsonElement> List(this JsonElement options, string name) =>
        options.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static IEnumerable<string> Paths(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Paths(p.Value, path.Length is 0 ? p.Name : $"{path}.{p.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(each => Paths(each, path + "[]")),
        _ => [path],
    };
}
