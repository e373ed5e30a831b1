using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Throughcare.Web.Api;

/// <summary>The body of a write: JSON, read once, with words for whatever is wrong with it.</summary>
public static class ApiBody
{
    public const int MostBytes = 256 * 1024;

    /// <param name="most">The most bytes that are read.</param>
    public static async Task<(byte[] Bytes, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken stop, int most = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json"
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return ([], ApiProblem.NotJson);
        }

        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, stop)) > 0;)
        {
            if (kept.Length + read > most)
            {
                return ([], ApiProblem.Of("too-large", "The body is too large", 413, $"Send {most / 1024} kilobytes or fewer"));
            }

            kept.Write(buffer, 0, read);
        }

        return (kept.ToArray(), null);
    }

    /// <summary>Reads the body as a shape.</summary>
    public static (T? Value, ApiProblem? Problem) Parse<T>(byte[] bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ApiJson.Options) is { } value ? (value, null)
                : (null, ApiProblem.Unread("Send a JSON object: the body is null"));
        }
        catch (JsonException error)
        {
            return (null, Say<T>(error));
        }
    }

    private static ApiProblem Say<T>(JsonException error)
    {
        var field = error.Path is ['$', '.', .. var name] ? name : "";
        if (error.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return ApiProblem.Unread("Leave out what is not a field", (field, $"There is no such field. The fields are {string.Join(", ", FieldsOf<T>().Select(f => ApiProblem.Camel(f.Name)))}"));
        }

        var isJson = error.InnerException is not JsonException;   // else it stops being JSON somewhere in this field
        if (isJson && field.Length > 0 && Array.Find(FieldsOf<T>(), f => ApiProblem.Camel(f.Name) == field) is { } property)
        {
            return ApiProblem.Unread("Put right what is said of each field", (field, $"Must be {KindOf(property.PropertyType)}"));
        }

        return ApiProblem.Unread($"Send a JSON object. What was sent stops being one at line {(error.LineNumber ?? 0) + 1}, byte {(error.BytePositionInLine ?? 0) + 1}");
    }

    private static System.Reflection.PropertyInfo[] FieldsOf<T>() => typeof(T).GetProperties();

    private static string KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => $"one of {string.Join(", ", Enum.GetNames(choice).Select(ApiProblem.Camel))}",
        var t when t == typeof(int) => "a whole number",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(DateOnly) => "a day, like 2026-03-01",
        _ => "a text",
    };
}
