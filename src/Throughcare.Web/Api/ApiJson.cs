using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughcare.Web.Api;

/// <summary>How the API writes and reads JSON: camelCase names, choices by name, days as 2026-03-01, instants in UTC. A field
/// that has no value is there, as null.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Settle(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Settle(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        return options;
    }
}
